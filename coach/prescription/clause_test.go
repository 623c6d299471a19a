package prescription

import (
	"fmt"
	"testing"
)

// TestLineEndsOfAnySystem: a name and the dose below it are one, whatever ends the line and
// however many are left blank; a semicolon parts them.
func TestLineEndsOfAnySystem(t *testing.T) {
	const want = "calf-towel 3x30s each; heel-raise 2x10 both"
	for _, ends := range []string{"\n", "\r\n", "\n\n", "\r", " \n\t\n"} {
		line := fmt.Sprintf("Calf stretch, towel%[1]s3 x 30 secs%[1]s%[1]sHeel raises%[1]s2x10%[1]s", ends)
		if p, questions := Parse(line); len(questions) > 0 || p.String() != want {
			t.Errorf("%q gives %q, %v", line, p, questions)
		}
	}
	for _, ends := range []string{";", ";\n", "\n;"} {
		line := "Calf stretch, towel" + ends + "3 x 30 secs"
		if p, questions := Parse(line); len(questions) != 2 {
			t.Errorf("%q gives %q, %v", line, p, questions)
		}
	}
}
