package cli

import (
	"errors"
	"strings"
	"testing"

	"uncramp/coach/record"
	"uncramp/coach/term"
	"uncramp/coach/tui"
)

// TestWhatIsKeptIsSaidOnceAVisitIsLeft on the ordinary screen, and only what is
// so.
func TestWhatIsKeptIsSaidOnceAVisitIsLeft(t *testing.T) {
	id := record.NewID(morning)
	cramp := record.Batch{Episodes: []record.Episode{{ID: id, At: morning, Muscle: "calf"}}}
	kept := "Kept: " + cramp.Episodes[0].Summary(morning) + ". To take it back: uncramp diary undo\n"
	keep := func(x *logged) func() error { return func() error { return x.Journal.Merge(cramp) } }
	for name, tt := range map[string]struct {
		result func(*logged) tui.Result
		want   string
	}{
		"a cramp, written as it was left": {func(x *logged) tui.Result {
			return tui.Result{Left: true, Kept: []record.ID{id}, Unwritten: []func() error{keep(x)}}
		}, kept},
		"nothing":  {func(*logged) tui.Result { return tui.Result{Left: true} }, "Nothing was kept in your diary.\n"},
		"no visit": {func(*logged) tui.Result { return tui.Result{} }, ""},
		"a full disk": {func(*logged) tui.Result {
			full := func() error { return errors.New("the disk is full") }
			return tui.Result{Left: true, Kept: []record.ID{id}, Unwritten: []func() error{full}}
		}, ""},
		"another program wrote since": {func(x *logged) tui.Result {
			must(t, x.Journal.SaveEpisode(record.Episode{ID: record.NewID(morning.Add(1e9)), At: morning}))
			return tui.Result{Left: true, Kept: []record.ID{id}, Unwritten: []func() error{keep(x)}}
		}, ""},
	} {
		x := newLogged(t)
		x.Terminal = &term.Terminal{}
		x.Screen = func(tui.Config, term.Terminal) (tui.Result, error) { return tt.result(x), nil }
		if code := x.Run([]string{"now"}); code != Done || x.out.String() != tt.want {
			t.Errorf("%s: code %d: %s%s", name, code, x.out, x.err)
		}
	}
}

// TestWhatIsKeptIsSaidAfterThePlainPlayer with the way to take it back.
func TestWhatIsKeptIsSaidAfterThePlainPlayer(t *testing.T) {
	x := newRelieved(t, "e", "4", "q")
	if x.Run([]string{"now", "--plain"}); !strings.Contains(x.out.String(), "        Kept: 22 November 03:12, calf") ||
		!strings.HasSuffix(x.out.String(), "To take it back: uncramp diary undo\n") {
		t.Errorf("%s", x.out)
	}
	if x = newRelieved(t, "q"); x.Run([]string{"now", "--plain"}) != Done || !strings.HasSuffix(x.out.String(), "        Nothing was kept in your diary.\n") {
		t.Errorf("%s", x.out)
	}
}
