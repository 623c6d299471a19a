package prescription

import (
	"strings"
	"testing"
)

// TestMannerIsTold says of each word that changes nothing that it does so, once.
func TestMannerIsTold(t *testing.T) {
	p, questions := Parse("heel raises, slowly, 2x10; calf-wall 3x30s slowly and gently")
	const want = "heel-raise 2x10 both slowly; calf-wall 3x30s each slowly gently"
	if p.String() != want || len(questions) > 0 {
		t.Errorf("it gives %q, %v, want %q", p, questions, want)
	}
	for _, w := range manners {
		if list := p.List(); strings.Count(list, sayf(mannerKept, w)) != 1 {
			t.Errorf("of %q it tells:\n%s", w, list)
		}
	}
	if list := (Prescription{Doses: []Dose{{Move: "heel-raise"}}}).List(); strings.Contains(list, "noted") {
		t.Errorf("of no word it tells:\n%s", list)
	}
}
