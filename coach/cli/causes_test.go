package cli

import (
	"slices"
	"strings"
	"testing"

	"uncramp/coach/triage"
)

// TestTicksAreWrittenAtOnce, however many: all of them, or none.
func TestTicksAreWrittenAtOnce(t *testing.T) {
	r := newReader(t, triage.Finding{}, "shoes")
	_ = r.mustLearn(t, "--tick", "fluid", "--tick", "fluid", "--untick", "shoes")
	if got := r.ticked(t); !slices.Equal(got, []string{"fluid"}) {
		t.Errorf("%q are ticked", got)
	}
	r.fill(t, "marks", "name <> 'shoes' OR n = 0")
	if out, err := r.learnRun("--untick", "fluid", "--tick", "shoes"); err == nil || !strings.Contains(err.Error(), "not saved") || out != "" {
		t.Errorf("ticks that find no room: %v, printed %q", err, out)
	}
	if got := r.ticked(t); !slices.Equal(got, []string{"fluid"}) {
		t.Errorf("%q are ticked after a tick that found no room", got)
	}
}

// TestLookingAtTheListWritesNothing has a diary that takes no tick.
func TestLookingAtTheListWritesNothing(t *testing.T) {
	r := newReader(t, triage.Finding{}, "shoes")
	r.exec(t, "ALTER TABLE marks RENAME TO kept; CREATE VIEW marks AS SELECT * FROM kept")
	_ = r.mustLearn(t, "--mine")
}
