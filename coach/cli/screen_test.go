package cli

import (
	"testing"

	"uncramp/coach/term"
	"uncramp/coach/tui"
)

// TestTheFirstStartOfHomeIsGreeted until that is kept; what leads elsewhere is not.
func TestTheFirstStartOfHomeIsGreeted(t *testing.T) {
	x, keeps := newLogged(t), false
	x.Terminal = &term.Terminal{}
	var greets bool
	x.Screen = func(c tui.Config, _ term.Terminal) (tui.Result, error) {
		if greets = c.Greet != nil; greets && keeps {
			must(t, c.Greet())
		}
		return tui.Result{}, nil
	}
	for i, tt := range []struct {
		args        []string
		keeps, want bool
	}{
		{[]string{"now"}, false, false}, {nil, false, true}, {nil, true, true}, {nil, true, false}, {[]string{"me"}, true, false},
	} {
		keeps = tt.keeps
		if code := x.Run(tt.args); code != Done || greets != tt.want {
			t.Errorf("start %d, of %v: code %d, greeted: %v; %s", i, tt.args, code, greets, x.err)
		}
	}
}
