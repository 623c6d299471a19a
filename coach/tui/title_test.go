package tui

import (
	"strings"
	"testing"
	"time"

	"uncramp/coach/term"
)

// TestTheWindowSaysWhatIsToBeDone, and the taskbar, where it is known to show
// that, how much is done: once a phase.
func TestTheWindowSaysWhatIsToBeDone(t *testing.T) {
	r := begun(t)
	if got := r.View().WindowTitle; got != windowTitle {
		t.Errorf("home is called %q", got)
	}
	r = r.press("b").pass(20 * time.Second)
	first := r.View()
	if !strings.Contains(first.WindowTitle, "left calf") || !strings.Contains(first.WindowTitle, "Bedtime stretch") || first.ProgressBar != nil {
		t.Errorf("a hold is called %q, and shows %+v", first.WindowTitle, first.ProgressBar)
	}
	r.look.Progress = true
	bar := r.View().ProgressBar
	if next := r.pass(time.Second).View(); next.WindowTitle != first.WindowTitle || bar == nil || *next.ProgressBar != *bar {
		t.Errorf("a second later it is called %q, and shows %+v", next.WindowTitle, next.ProgressBar)
	}
	if on := r.press("right").View(); on.WindowTitle == first.WindowTitle || on.ProgressBar.Value <= bar.Value {
		t.Errorf("the next phase is called %q, and shows %+v", on.WindowTitle, on.ProgressBar)
	}
	if a := newRoot(r.config, 80, 24, term.Abilities{Progress: true}); !a.look.Progress {
		t.Error("a terminal that shows it isn't told")
	}
}
