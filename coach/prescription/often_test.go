package prescription

import "testing"

// TestOnceIsSaidAsOnce, and is read as the same.
func TestOnceIsSaidAsOnce(t *testing.T) {
	for line, want := range map[string]string{
		"heel raises 2x10; daily for 1 week":        "heel-raise 2x10 both; once a day, for 1 week",
		"heel raises 2x10; twice daily for 6 weeks": "heel-raise 2x10 both; 2 times a day, for 6 weeks",
	} {
		p, questions := Parse(line)
		if again, _ := Parse(p.String()); len(questions) > 0 || p.String() != want || again.String() != want {
			t.Errorf("%q gives %q, again %q, %v", line, p, again, questions)
		}
	}
}
