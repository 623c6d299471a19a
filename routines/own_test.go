package routines

import (
	"errors"
	"strings"
	"testing"
)

// TestHomeNamesEveryFileThatIsNotAsItShouldBe, with its reason.
func TestHomeNamesEveryFileThatIsNotAsItShouldBe(t *testing.T) {
	one := errors.New("ankles.yml: its name is not that of a routine; rename it ankles.yaml")
	two := errors.New("mine.yaml:1:2: a tab; indent with spaces\nmine.yaml:2:2: a tab; indent with spaces")
	for err, want := range map[error]string{
		nil: "", one: one.Error(),
		errors.Join(two, one): "mine.yaml:1:2: a tab; indent with spaces\n" + one.Error(),
	} {
		if got := strings.Join(FirstFaults(err), "\n"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
