//go:build linux

package main

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// frame is what a screen showed from a moment on.
type frame struct {
	at       time.Duration
	elements []string
}

// movingRelief is the relief at night: its first move, an answer, and the next
// move.
func movingRelief(t *testing.T) string {
	x := start(t, setup{env: []string{"COLORTERM=truecolor"}}, "now", "--theme", "night")
	x.drawn()
	x.send(darkPaper.answer())
	began := time.Now()
	frames := x.record(began, 7*time.Second)
	x.send("s")
	frames = append(frames, x.record(began, 16*time.Second)...)
	return movie(x.screen.Width(), x.screen.Height(), frames, time.Since(began))
}

// record notes what the screen shows, whenever that changes, until so long after
// the beginning.
func (x *terminal) record(began time.Time, until time.Duration) (frames []frame) {
	last := ""
	for time.Since(began) < until {
		x.mu.Lock()
		elements := darkPaper.elements(x.screen)
		x.mu.Unlock()
		if now := strings.Join(elements, ""); now != last {
			frames = append(frames, frame{time.Since(began), elements})
			last = now
		}
		x.quiet(min(50*time.Millisecond, until-time.Since(began)))
	}
	return frames
}

// movie draws frames so that each element stands in the picture once. Those that
// come and go together are a group, which CSS shows and hides. For somebody who
// wants less motion the first frame stands still.
func movie(cols, rows int, frames []frame, length time.Duration) string {
	type element struct {
		drawn string
		shown string // in which frames, a letter each
	}
	var list []*element
	known := map[string]*element{}
	for i, f := range frames {
		for _, drawn := range f.elements {
			e := known[drawn]
			if e == nil {
				e = &element{drawn, strings.Repeat("-", len(frames))}
				known[drawn] = e
				list = append(list, e)
			}
			e.shown = e.shown[:i] + "x" + e.shown[i+1:]
		}
	}
	groups := map[string]string{}
	var order []string
	for _, e := range list {
		if groups[e.shown] == "" {
			order = append(order, e.shown)
		}
		groups[e.shown] += e.drawn
	}
	var style, body strings.Builder
	for i, shown := range order {
		if !strings.Contains(shown, "-") {
			body.WriteString(groups[shown])
			continue
		}
		fmt.Fprintf(&style, ".g%d{animation-name:k%d%s}@keyframes k%d{%s}\n", i, i, hiddenFirst(shown), i, keyframes(shown, frames, length))
		fmt.Fprintf(&body, "<g class=\"m g%d\">%s</g>\n", i, groups[shown])
	}
	css := fmt.Sprintf("<style>.m{animation:%.2fs step-end infinite}\n%s@media (prefers-reduced-motion:reduce){.m{animation:none}}</style>\n",
		length.Seconds(), style.String())
	return darkPaper.around(cols, rows, css+body.String())
}

// hiddenFirst is the style of what the first frame doesn't show.
func hiddenFirst(shown string) string {
	if shown[0] == 'x' {
		return ""
	}
	return ";visibility:hidden"
}

// keyframes are the moments at which a group comes and goes.
func keyframes(shown string, frames []frame, length time.Duration) (css string) {
	for i := range frames {
		if i > 0 && shown[i] == shown[i-1] {
			continue
		}
		state := map[byte]string{'x': "visible", '-': "hidden"}[shown[i]]
		at := 100 * frames[i].at.Seconds() / length.Seconds()
		if i == 0 {
			at = 0
		}
		css += fmt.Sprintf("%.2f%%{visibility:%s}", at, state)
	}
	return css
}

// TestAMovieStandsStill for somebody who wants less motion, and draws what stays
// once.
func TestAMovieStandsStill(t *testing.T) {
	a, b, c := "<path d=\"a\"/>", "<path d=\"b\"/>", "<path d=\"c\"/>"
	got := movie(10, 2, []frame{{0, []string{a, b}}, {time.Second, []string{a, c}}, {2 * time.Second, []string{a, b}}}, 4*time.Second)
	for _, want := range []string{
		"prefers-reduced-motion:reduce){.m{animation:none}}", ".m{animation:4.00s step-end infinite}",
		"@keyframes k1{0.00%{visibility:visible}25.00%{visibility:hidden}50.00%{visibility:visible}}",
		".g2{animation-name:k2;visibility:hidden}@keyframes k2{0.00%{visibility:hidden}25.00%{visibility:visible}50.00%{visibility:hidden}}",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %s:\n%s", want, got)
		}
	}
	for _, drawn := range []string{a, b, c} {
		if strings.Count(got, drawn) != 1 {
			t.Errorf("%s is drawn %d times", drawn, strings.Count(got, drawn))
		}
	}
}
