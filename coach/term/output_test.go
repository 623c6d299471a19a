package term

import (
	"io"
	"os"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestOutsideOfOurScreenTheFrameworkIsNotHeard: what it has to say waits until
// the screen is entered again, and what comes after the end is dropped.
func TestOutsideOfOurScreenTheFrameworkIsNotHeard(t *testing.T) {
	const enter, leave, question = ansi.SetModeAltScreenSaveCursor, ansi.ResetModeAltScreenSaveCursor, "\x1b[?2026$p"
	flush := func(o *output) { o.flushed() }
	over := func(o *output) {
		o.end()
		o.leave()
		_, _ = o.Write([]byte(enter + question))
		o.close()
	}
	for name, tt := range map[string]struct {
		writes []string
		do     func(*output) // at the end
		want   string
	}{
		"inside":                   {writes: []string{enter, question, "frame"}, do: flush, want: enter + question + "frame"},
		"before":                   {writes: []string{question}, do: (*output).close},
		"left":                     {writes: []string{enter, "frame" + leave, question, "more"}, do: (*output).close, want: enter + "frame" + leave},
		"left and entered again":   {writes: []string{enter, leave, question, "clear" + enter, "frame"}, do: flush, want: enter + leave + "clear" + enter + question + "frame"},
		"left and entered in one":  {writes: []string{enter, leave + enter, question}, do: flush, want: enter + leave + enter + question},
		"not left":                 {writes: []string{enter, "frame"}, do: (*output).close, want: enter + "frame" + leaveScreen},
		"after the watchdog ended": {writes: []string{enter, "frame"}, do: over, want: enter + "frame" + leaveScreen},
	} {
		t.Run(name, func(t *testing.T) {
			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			o := newOutput(write, formOf(nil))
			go o.drain()
			for _, s := range tt.writes {
				if n, err := o.Write([]byte(s)); n != len(s) || err != nil {
					t.Errorf("%q: %d, %v", s, n, err)
				}
			}
			tt.do(o)
			write.Close()
			if got, err := io.ReadAll(read); err != nil || string(got) != tt.want {
				t.Errorf("got %q, want %q, %v", got, tt.want, err)
			}
		})
	}
}

// TestAWayOutThatIsTakenBackIsWrittenAgainWithTheTitle, where the watchdog leaves
// after the program left, and nothing was read.
func TestAWayOutThatIsTakenBackIsWrittenAgainWithTheTitle(t *testing.T) {
	t.Parallel()
	o := newOutput(nil, formOf(nil)) // nobody drains it
	o.titled = true
	o.push([]byte("frame"))
	for range 2 {
		o.leave()
		if got, want := string(o.queue), leaveScreen+popTitle; got != want {
			t.Errorf("what is due is %q, not %q", got, want)
		}
	}
}
