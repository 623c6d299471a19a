package tui

import (
	"io"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
)

// meter counts what is written, as [term] hands it on.
type meter struct {
	pen           term.Pen
	mu            sync.Mutex
	bytes, writes int
}

func (m *meter) Write(b []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.bytes += len(m.pen.Terse(b))
	m.writes++
	return len(b), nil
}

// take returns what was written since it was last asked.
func (m *meter) take() (bytes, writes int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	bytes, writes = m.bytes, m.writes
	m.bytes, m.writes = 0, 0
	return bytes, writes
}

// programAt80 is a program at 80 by 24 that writes as it does on a terminal.
func programAt80(m tea.Model, out io.Writer) *tea.Program {
	return tea.NewProgram(m, tea.WithInput(nil), tea.WithOutput(out), tea.WithWindowSize(80, 24),
		tea.WithFPS(term.FramesPerSecond), tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
}

// seconds plays a phase of a routine at 80 by 24 in a theme and counts what
// each second writes, after an optional key.
func seconds(t *testing.T, routine string, phase int, look theme.Choice, n int, keys ...tea.Msg) (bytes, writes []int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c := testConfig(t, bubbleClock{time.Now()})
		play := playOf(t, routine)
		play.From = phase
		c.Begin = screen.Play{Ready: play}
		c.Settings.Use(kept.Settings{Theme: look})
		var out meter
		p := programAt80(newRoot(c, 80, 24, term.Abilities{}), &out)
		go func() {
			p.Send(tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset})
			time.Sleep(500 * time.Millisecond)
			for _, k := range keys {
				p.Send(k)
			}
			time.Sleep(time.Second)
			out.take()
			for range n {
				time.Sleep(time.Second)
				b, w := out.take()
				bytes, writes = append(bytes, b), append(writes, w)
			}
			p.Send(pressed('q'))
		}()
		if _, err := p.Run(); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Hour)
	})
	return bytes, writes
}

func TestACountdownSecondIsOneSmallRedraw(t *testing.T) {
	tests := []struct {
		name, routine string
		phase, n      int
		look          theme.Choice
	}{
		{"a hold by day", "elevate", 1, 120, theme.ChooseDay},
		{"a hold at night", "elevate", 1, 120, theme.ChooseNight},
		{"a hold in mono", "elevate", 1, 120, theme.ChooseMono},
		{"a hold of ten seconds", "bedtime", 1, 8, theme.ChooseNight},
		{"getting ready", "bedtime", 0, 12, theme.ChooseNight},
		{"a short hold", "ease", 0, 12, theme.ChooseNight},
	}
	for _, tt := range tests {
		bytes, writes := seconds(t, tt.routine, tt.phase, tt.look, tt.n)
		sum, most := 0, 0
		for i, b := range bytes {
			sum += b
			most = max(most, b)
			if writes[i] != 1 {
				t.Errorf("%s: second %d is written in %d pieces", tt.name, i, writes[i])
			}
		}
		t.Logf("%s: %d bytes a second, at most %d", tt.name, sum/len(bytes), most)
		if sum/len(bytes) >= 120 {
			t.Errorf("%s: a second writes %d bytes", tt.name, sum/len(bytes))
		}
		if tt.name != "getting ready" && most > 200 {
			t.Errorf("%s: one second writes %d bytes", tt.name, most)
		}
	}
}

func TestNothingIsWrittenWhilePaused(t *testing.T) {
	bytes, _ := seconds(t, "elevate", 1, theme.ChooseNight, 30, screen.Press("space"))
	for i, b := range bytes {
		if b != 0 {
			t.Errorf("second %d of a pause writes %d bytes", i, b)
		}
	}
}

// held is a hold of a routine on a screen of 120 by 40, with its figure.
func held(t testing.TB) root {
	p := playOf(t, "bedtime")
	p.From = 1
	c := testConfig(t, handClock{new(time.Duration)})
	c.Begin = screen.Play{Ready: p}
	return answered(newRoot(c, 120, 40, term.Abilities{}))
}

func TestARedrawAllocatesLittle(t *testing.T) {
	m := held(t)
	if n := testing.AllocsPerRun(50, func() { _ = m.View() }); n > 400 {
		t.Errorf("a redraw allocates %v times", n)
	}
}

// The benchmarks are for reading: go test -bench . ./coach/tui

func BenchmarkRedraw(b *testing.B) {
	m := held(b)
	b.ReportAllocs()
	for b.Loop() {
		_ = m.View()
	}
}

func BenchmarkStart(b *testing.B) {
	c := testConfig(b, bubbleClock{time.Now()})
	c.Settings.Use(kept.Settings{Theme: theme.ChooseNight})
	b.ReportAllocs()
	for b.Loop() {
		c.Begin = screen.Play{Ready: playOf(b, "ease")}
		_ = newRoot(c, 80, 24, term.Abilities{}).View()
	}
}

func BenchmarkEngine(b *testing.B) {
	p := playOf(b, "bedtime").Plan
	b.ReportAllocs()
	for b.Loop() {
		now := session.Instant{}
		s, _ := session.Start(p, now)
		for s.State() != session.Over {
			wait, _ := s.Wake(now)
			now.Mono += wait
			now.Wall = now.Wall.Add(wait)
			s, _ = session.Next(s, session.Wake, now)
		}
	}
}
