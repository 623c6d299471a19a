package tui

import (
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/cue"
	"uncramp/coach/journal"
	cards "uncramp/coach/library"
	"uncramp/coach/plan"
	"uncramp/coach/profile"
	"uncramp/coach/record"
	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/stats"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/programme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// TestMain starts the runtime's signal goroutine outside of any bubble.
func TestMain(m *testing.M) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	signal.Stop(c)
	os.Exit(m.Run())
}

// handClock is moved by hand, from tuitest.Start on.
type handClock struct{ now *time.Duration }

func (c handClock) Now() session.Instant             { return tuitest.At(*c.now) }
func (c handClock) Real(time.Duration) time.Duration { return 0 }

// bubbleClock is the fake time of a bubble.
type bubbleClock struct{ began time.Time }

func (c bubbleClock) Now() session.Instant {
	now := time.Now()
	return session.Instant{Wall: now, Mono: now.Sub(c.began)}
}

func (c bubbleClock) Real(d time.Duration) time.Duration { return d }

// store holds settings, notes what is saved, and may refuse.
type store struct {
	set   kept.Settings
	saved []string
	fail  error
}

func (s *store) Settings() kept.Settings { return s.set }

func (s *store) Use(set kept.Settings) screen.SetLook {
	s.set = set
	return screen.SetLook{Theme: set.Theme, Still: set.Still == kept.On, Figures: set.Figures}
}

func (s *store) Save(c kept.Change) error {
	s.saved = append(s.saved, c.Name+"="+c.Text)
	return s.fail
}

// shelf is a library of two cards, and what is ticked there.
type shelf struct {
	ticked []string
	fail   error
}

func (s *shelf) Read() (cards.Contents, error) {
	return cards.Contents{Ticked: s.ticked, Library: cards.Library{
		Groups: []cards.Group{{Name: "Cards", Cards: []string{"rub", "shoes"}}}, Cards: []cards.Card{
			{
				ID: "rub", Group: "Cards", Name: "Rubbing", Summary: "A rub may soothe.", Routines: []string{"massage"}, See: []string{"shoes"},
				Explains: []string{"massage", "ease", "bedtime"}, Blocks: []cards.Block{{Say: []string{"Rub."}}},
			},
			{ID: "shoes", Group: "Cards", Name: "Shoes", Summary: "They tire you.", Cause: "My shoes are worn", Blocks: []cards.Block{{Say: []string{"Walk."}}}},
		},
	}}, nil
}

func (s *shelf) Tick(cause string, on bool) error {
	if s.fail == nil {
		s.ticked = slices.DeleteFunc(slices.Clone(s.ticked), func(c string) bool { return c == cause })
		if on {
			s.ticked = append(s.ticked, cause)
		}
	}
	return s.fail
}

// book is the program's own journal, in a folder of the test's, that notes what
// it is to keep and may fail.
type book struct {
	*journal.Journal
	entries []record.Batch
	night   record.Episode // of last night
	remarks []string
	fail    error
}

func (b *book) Overview(now time.Time) (stats.Overview, error) {
	if b.night.ID == "" {
		return b.Journal.Overview(now)
	}
	return stats.OverviewOf(now, stats.Rows{Cramps: []record.Episode{b.night}}, nil), nil
}

func (b *book) Summary(now time.Time, days int) (stats.Summary, error) {
	s, err := b.Journal.Summary(now, days)
	return s, errors.Join(b.fail, err)
}

func (b *book) SaveEpisode(e record.Episode) error {
	if b.fail != nil {
		return b.fail
	}
	return b.Journal.SaveEpisode(e)
}

func (b *book) Days(now time.Time, first stats.Day) ([]record.Session, map[stats.Day]int, error) {
	sessions, water, err := b.Journal.Days(now, first)
	return sessions, water, errors.Join(b.fail, err)
}

func (b *book) AddGlasses(day stats.Day, by int) (int, error) {
	if b.fail != nil {
		return 0, b.fail
	}
	return b.Journal.AddGlasses(day, by)
}

func (b *book) Merge(e record.Batch) error {
	b.entries = append(b.entries, e)
	if b.fail != nil {
		return b.fail
	}
	return b.Journal.Merge(e)
}

func (b *book) Remark() (line string) {
	if len(b.remarks) > 0 {
		line, b.remarks = b.remarks[0], b.remarks[1:]
	}
	return line
}

// episodes are the cramps of the diary.
func (b *book) episodes(t *testing.T) []record.Episode {
	t.Helper()
	rows, err := b.Rows(tuitest.Start.AddDate(1, 0, 0), 0)
	if err != nil {
		t.Fatal(err)
	}
	return rows.Cramps
}

// glasses are those of water on the first day of a test.
func (b *book) glasses(t *testing.T) int {
	t.Helper()
	_, water, err := b.Days(tuitest.Start, stats.DayOf(tuitest.Start))
	if err != nil {
		t.Fatal(err)
	}
	return water[stats.DayOf(tuitest.Start)]
}

// findings is a disk that holds what the latest check came to.
type findings struct {
	mu     sync.Mutex
	latest check.Finding
}

func (f *findings) read() check.Finding {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.latest
}

func (f *findings) keep(found check.Finding) func() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.latest = found
	return func() error { return nil }
}

func testConfig(t testing.TB, clock Clock) Config {
	var entries []routines.Head
	for _, id := range []string{"ease", "bedtime", "warmup"} {
		entries = append(entries, session.Head(find(t, id)))
	}
	set := kept.Defaults()
	set.Theme = theme.ChooseMono
	disk := &findings{}
	return Config{
		Clock: clock, Settings: &store{set: set}, Tolerance: session.Tolerance, Routines: entries,
		OwnRoutines: func() ([]routines.Head, []string) { return nil, nil },
		Load:        func(id string, _ session.Choice) (visit.Play, error) { return *playOf(t, id), nil },
		Finding:     disk.read, KeepFinding: disk.keep,
		Bookmark: func(*visit.Bookmark) error { return nil },
		Journal:  (&journal.Journal{}).Silent(),
		Library:  &shelf{}, Audio: &ear{}, Profile: asked(t), Composer: folder{},
		Sheet:         func(id string) (string, error) { return id + ".html", nil },
		EmergencyCall: func() check.Call { return check.Call{Number: "112", Region: "IE"} },
		Night:         func(time.Time) bool { return false },
		Switches:      func(bool) cue.Switches { return cue.Switches{} },
		Awake:         func(bool) {},
		Programme:     noProgramme(),
	}
}

// noProgramme is what somebody who follows none can choose among.
func noProgramme() programme.Services {
	return programme.Services{
		Diary:  (&journal.Journal{}).Silent(),
		Course: func(now time.Time) (plan.Course, error) { return plan.Course{Now: now}, nil },
		All:    func() []plan.Programme { return plan.Programmes(routines.Library{}.Programmed()) },
	}
}

// folder is a person's folder of routines, which has one.
type folder struct{}

func (folder) List() ([]routines.Head, error) {
	return []routines.Head{{ID: "knees", Name: "Knees", Minutes: 3}}, nil
}
func (folder) Names() []string                    { return []string{"knees"} }
func (folder) Read(string) ([]byte, error)        { return nil, fs.ErrNotExist }
func (folder) Write(string, []byte, []byte) error { return nil }
func (folder) Sheet(id string) (string, error)    { return id + ".html", nil }

func (folder) Lay(routines.Routine) (visit.Play, error) { return visit.Play{}, nil }

// asked is the program's own profile, in a folder of the test's, of a person who
// was asked and said nothing.
func asked(t testing.TB) profile.Store {
	s := profile.At(filepath.Join(t.TempDir(), "profile.yaml"))
	if err := s.Decline(); err != nil {
		t.Fatal(err)
	}
	return s
}

func find(t testing.TB, id string) routines.Routine {
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Error(err)
	}
	return r
}

func playOf(t testing.TB, id string) *visit.Play {
	r := find(t, id)
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Error(err)
	}
	return &visit.Play{Routine: r, Plan: p}
}

// rig is a program whose time is moved by hand.
type rig struct {
	root
	now     *time.Duration
	journal *book
	config  Config
}

// begun begins a program on 80 by 24 cells, with a configuration that may be
// changed before.
func begun(t testing.TB, change ...func(*Config)) rig {
	t.Helper()
	now := new(time.Duration)
	c := testConfig(t, handClock{now})
	j := &book{Journal: journal.New(filepath.Join(t.TempDir(), "diary.db"), func() time.Time { return c.Clock.Now().Wall })}
	c.Journal = j
	for _, f := range change {
		f(&c)
	}
	r := rig{now: now, journal: j, config: c}
	r.root = answered(newRoot(c, 80, 24, term.Abilities{}))
	return r
}

// answered carries out what the first screen asked for.
func answered(m root) root { return answer(m, answersOf(m.begin)) }

// press presses keys by their names, none of which bounces, and lets everything be
// answered.
func (r rig) press(keys ...string) rig {
	for _, k := range keys {
		r.lastKey = lastKey{}
		r.root = settle(r.root, screen.Press(k))
	}
	return r
}

// tell hands a message on, and lets everything be answered.
func (r rig) tell(msg tea.Msg) rig {
	r.lastKey = lastKey{}
	r.root = settle(r.root, msg)
	return r
}

// slow presses a key, and keeps what its effects answer.
func (r rig) slow(key string) (rig, []tea.Msg) {
	r.lastKey = lastKey{}
	next, cmd := r.Update(screen.Press(key))
	r.root = next.(root)
	return r, answersOf(cmd)
}

// hear hands on answers that were kept.
func (r rig) hear(answers []tea.Msg) rig {
	r.root = answer(r.root, answers)
	return r
}

// pass lets time pass in small steps, as wake-ups do.
func (r rig) pass(d time.Duration) rig {
	for until := *r.now + d; *r.now < until; {
		*r.now = min(*r.now+time.Second, until)
		r.root = settle(r.root, wokenMsg{r.generation})
	}
	return r
}

func (r rig) shows(words string) bool { return strings.Contains(drawn(r.root), words) }

// at is the page that is shown.
func (r rig) at() string { return r.top().page }

// drawn is what is shown, without its styles.
func drawn(m root) string { return ansi.Strip(m.View().Content) }

// playing is the player that is shown, or waits.
func playing(m root) (p player.Model) {
	for _, e := range m.stack {
		if is, ok := e.Screen.(player.Model); ok {
			p = is
		}
	}
	return p
}

// answersOf carries out effects, and returns what they answer. No time passes.
func answersOf(cmd tea.Cmd) (list []tea.Msg) {
	for pending := []tea.Cmd{cmd}; len(pending) > 0; pending = pending[1:] {
		if pending[0] == nil {
			continue
		}
		switch msg := pending[0]().(type) {
		case tea.BatchMsg:
			pending = append(pending, msg...)
		case answerMsg, writtenMsg, findingMsg, playMsg:
			list = append(list, msg)
		}
	}
	return list
}

// settle hands a message to the program and everything its effects answer.
func settle(m root, msg tea.Msg) root {
	next, cmd := m.Update(msg)
	return answer(next.(root), answersOf(cmd))
}

// answer gives the program what it waited for.
func answer(m root, answers []tea.Msg) root {
	for _, a := range answers {
		m = settle(m, a)
	}
	return m
}

func pressed(c rune) tea.KeyPressMsg { return screen.Press(string(c)) }
