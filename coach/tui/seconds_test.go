package tui

import (
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/skip"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// second is what is written from one change of the countdown to the next.
type second struct {
	phase  session.Phase
	index  int // of the phase
	number int // of the second in it, from 0
	stage  visit.Stage
	bytes  int
}

// secondsLog sees a program's states, and counts what is written in which second.
type secondsLog struct {
	pen  term.Pen
	mu   sync.Mutex
	list []second
}

func (l *secondsLog) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.list) > 0 {
		l.list[len(l.list)-1].bytes += len(l.pen.Terse(b))
	}
	return len(b), nil
}

// note begins another second, if it is another one that the player shows.
func (l *secondsLog) note(p player.Model, now session.Instant) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := p.Session()
	next := second{s.Phase(), s.Index(), int(s.Age(now) / time.Second), p.Visit().Stage(), 0}
	if last := l.last(); len(l.list) == 0 || next.index != last.index || next.number != last.number || next.stage != last.stage {
		l.list = append(l.list, next)
	}
}

// last is the latest second. The log is locked.
func (l *secondsLog) last() second {
	if len(l.list) == 0 {
		return second{}
	}
	return l.list[len(l.list)-1]
}

// latest is the latest second.
func (l *secondsLog) latest() second {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last()
}

// logged is a program whose seconds are counted.
type logged struct {
	root
	log *secondsLog
}

func (l logged) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m, cmd := l.root.Update(msg)
	l.root = m.(root)
	if p, plays := l.top().Screen.(player.Model); plays {
		l.log.note(p, l.env.Now)
	}
	return l, cmd
}

// secondsOf follows a routine at 80 by 24 through the framework's own loop and
// renderer, on a clock of the test's, for some minutes at most.
func secondsOf(t *testing.T, id string, look theme.Choice) []second {
	const openFor, longest = 12, 20 * 60
	const lag = 40 * time.Millisecond // keys, seconds and the renderer's looks never fall together
	log := &secondsLog{}
	synctest.Test(t, func(t *testing.T) {
		c := testConfig(t, bubbleClock{time.Now()})
		c.Begin = screen.Play{Ready: playOf(t, id)}
		c.Settings.Use(kept.Settings{Theme: look})
		m := logged{newRoot(c, 80, 24, term.Abilities{}), log}
		time.Sleep(lag)
		p := programAt80(m, log)
		go func() {
			p.Send(tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset})
			time.Sleep(lag)
			for at := 0; at < longest && log.latest().stage != visit.Over; at++ {
				time.Sleep(time.Second - lag/2)
				now := log.latest()
				time.Sleep(lag / 2)
				if now.stage == visit.Asking || now.phase.Length == 0 && now.number == openFor {
					p.Send(pressed('n'))
				}
			}
			p.Quit()
		}()
		if _, err := p.Run(); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Hour)
	})
	return log.list
}

// How many bytes a second of a hold may write: fewer on average, and at most. Where a
// move is counted the figure moves in each of its seconds, which is most of what they
// write: from pose to pose up to a hundred cells change, of three bytes each.
const (
	averageSecond = 120
	mostSecond    = 200
	mostCounted   = 1900
)

// TestEverySecondOfAHold is short, in every routine at night, where most is written, and
// in some by day and without colours; one is enough for the race detector, for which all
// are alike. The first one of a phase is no second of a hold: another move is shown, and
// the figure moves into it.
func TestEverySecondOfAHold(t *testing.T) {
	also := []string{"ease", "bedtime", "strengthen"}
	for _, head := range routines.BuiltinHeads() {
		for _, look := range []theme.Choice{theme.ChooseNight, theme.ChooseDay, theme.ChooseMono} {
			if look != theme.ChooseNight && !slices.Contains(also, head.ID) || skip.Race && (head.ID != "ease" || look != theme.ChooseNight) {
				continue
			}
			holds, sum, most, counted := 0, 0, 0, 0
			for _, s := range secondsOf(t, head.ID, look) {
				if s.stage != visit.Following || s.phase.Kind == session.Prepare || s.number == 0 {
					continue
				}
				limit := mostSecond
				if s.phase.Counted {
					counted, limit = max(counted, s.bytes), mostCounted
				} else {
					holds, sum, most = holds+1, sum+s.bytes, max(most, s.bytes)
				}
				if s.bytes > limit {
					t.Errorf("%s, %s: second %d of phase %d, %s, writes %d bytes", head.ID, look, s.number, s.index, s.phase.Name, s.bytes)
				}
			}
			if sum >= averageSecond*max(holds, 1) {
				t.Errorf("%s, %s: a second writes %d bytes", head.ID, look, sum/max(holds, 1))
			}
			if holds+counted == 0 {
				t.Errorf("%s, %s: nothing was followed", head.ID, look)
			}
			t.Logf("%s, %s: %d seconds of %d bytes, at most %d; where it is counted %d", head.ID, look, holds, sum/max(holds, 1), most, counted)
		}
	}
}
