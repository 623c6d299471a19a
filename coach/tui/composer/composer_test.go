package composer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/compose"
	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// folder holds routines of a person's own, by their ids.
type folder struct {
	files map[string]string
	fault error // of every write
}

func (f *folder) List() (heads []routines.Head, err error) {
	for id, data := range f.files {
		r, faulty := routines.Read(id, []byte(data))
		if faulty != nil {
			err = errors.Join(err, faulty)
			continue
		}
		heads = append(heads, session.Head(r))
	}
	slices.SortFunc(heads, func(a, b routines.Head) int { return strings.Compare(a.ID, b.ID) })
	return heads, err
}

func (f *folder) Names() []string {
	names := []string{"bedtime"}
	for id := range f.files {
		names = append(names, id)
	}
	return names
}

func (f *folder) Read(id string) ([]byte, error) { return []byte(f.files[id]), nil }

func (f *folder) Write(id string, data, before []byte) error {
	if f.files[id] != string(before) {
		return compose.ErrChanged
	}
	if f.fault == nil {
		f.files[id] = string(data)
	}
	return f.fault
}

func (f *folder) Sheet(id string) (string, error) { return id + ".html", nil }

func (f *folder) Lay(r routines.Routine) (visit.Play, error) {
	p, err := session.NewPlan(r, session.Choice{})
	return visit.Play{Routine: r, Plan: p}, err
}

// tell hands messages to the screen and does what it asks for, as the root would. It
// returns what is asked for but that.
func tell(m Model, msgs ...tea.Msg) (Model, screen.Effect) {
	var asked screen.Effect
	for len(msgs) > 0 {
		msg := msgs[0]
		if msgs = msgs[1:]; msg == nil {
			continue
		}
		if several, ok := msg.(tea.BatchMsg); ok {
			for _, cmd := range several {
				msgs = append([]tea.Msg{cmd()}, msgs...)
			}
			continue
		}
		var e screen.Effect
		m, e = tuitest.Tell(m, tuitest.Env(), msg)
		asked.Requests = append(asked.Requests, e.Requests...)
		if write, ok := tuitest.Asked[screen.Write](e); ok {
			msgs = append([]tea.Msg{write.Done(write.Do())}, msgs...)
		}
		if e.Cmd != nil {
			msgs = append([]tea.Msg{e.Cmd()}, msgs...)
		}
	}
	return m, asked
}

func keys(names ...string) (msgs []tea.Msg) {
	for _, n := range names {
		msgs = append(msgs, screen.Press(n))
	}
	return msgs
}

func typed(text string) []tea.Msg {
	var names []string
	for _, c := range text {
		names = append(names, strings.ReplaceAll(string(c), " ", "space"))
	}
	return keys(names...)
}

// opened is the screen of a folder, shown.
func opened(f *folder, wanted string) Model {
	m, _ := tell(New(f, wanted), screen.ShowMsg{})
	return m
}

// picked is the screen once a move was searched for and taken.
func picked(m Model, search string) Model {
	m, _ = tell(m, slices.Concat(keys("/"), typed(search), keys("enter"))...)
	return m
}

// begun is a new routine that has one move, whose dose is shown.
func begun(f *folder) Model {
	m, _ := tell(opened(f, ""), slices.Concat(keys("enter"), typed("My knees"), keys("enter", "enter"))...)
	return picked(m, "calf wall")
}

const mine = `id: ankles
name: Ankles # of Mrs Brown
purpose: day
summary: What Mrs Brown said.
steps:
  # in the kitchen
  - move: heel-raise
    sides: both
    repeat: {times: 8, source: "Mrs Brown"} # no more
  - move: calf-wall
    sides: each
`

func own() *folder { return &folder{files: map[string]string{"ankles": mine}} }

func TestARoutineIsPutTogetherAndKept(t *testing.T) {
	f := own()
	m := begun(f)
	m, _ = tell(m, keys("right", "right", "down", "left", "end", "up", "up", "enter")...)
	r, err := routines.Read("my-knees", []byte(f.files["my-knees"]))
	if err == nil {
		t.Fatalf("it is kept before it was asked for: %+v", r)
	}
	m, _ = tell(m, keys("end", "enter")...)
	r, err = routines.Read("my-knees", []byte(f.files["my-knees"]))
	if err != nil {
		t.Fatalf("%v\n%s", err, f.files["my-knees"])
	}
	if s := r.Steps[0]; r.Name != "My knees" || len(r.Steps) != 1 || s.Move != "calf-wall" || s.Hold.Time != 40 || s.Repeat.Times != 2 || s.Sides != routines.EachSide {
		t.Errorf("kept is\n%s", f.files["my-knees"])
	}
	if !strings.Contains(m.notice, "uncramp start my-knees") || m.draft.Changed() {
		t.Errorf("it says %q", m.notice)
	}
}

func TestWhatSheWroteByHandStays(t *testing.T) {
	f := own()
	m := opened(f, "ankles")
	m, _ = tell(m, keys("enter", "right", "right", "esc", "end", "enter")...)
	if want := strings.Replace(mine, "times: 8, source: \"Mrs Brown\"", "times: 10, source: my own choice", 1); f.files["ankles"] != want {
		t.Errorf("kept is\n%s\nwant\n%s", f.files["ankles"], want)
	}
	if _, e := tell(m, keys("esc", "esc")...); len(e.Requests) != 1 || e.Requests[0] != (screen.Back{}) {
		t.Errorf("then it asks for %v", e.Requests)
	}
}

// TestARoutineIsFollowedOverWeeks that are chosen below its moves.
func TestARoutineIsFollowedOverWeeks(t *testing.T) {
	f := own()
	m, _ := tell(opened(f, "ankles"), keys("down", "down", "down", "right", "right", "down", "right", "end", "enter")...)
	r, err := routines.Read("ankles", []byte(f.files["ankles"]))
	if err != nil || r.Programme == nil || r.Programme.Weeks != 7 || r.Programme.TimesADay != 2 || !strings.Contains(f.files["ankles"], "Ankles # of Mrs Brown") {
		t.Errorf("%v: kept is\n%s", err, f.files["ankles"])
	}
	if !strings.Contains(m.notice, "uncramp plan begin ankles") {
		t.Errorf("it says %q", m.notice)
	}
}

// TestWhatAnEditorWroteMeanwhileStays, and what was put together is kept beside it.
func TestWhatAnEditorWroteMeanwhileStays(t *testing.T) {
	f := own()
	m := opened(f, "ankles")
	edited := mine + "# by an editor\n"
	f.files["ankles"] = edited
	m, _ = tell(m, keys("enter", "right", "esc", "end", "enter")...)
	if f.files["ankles"] != edited || !strings.Contains(f.files["ankles-2"], "times: 9") || !strings.Contains(m.notice, "as ankles-2") {
		t.Errorf("it says %q; there is\n%s\nand\n%s", m.notice, f.files["ankles"], f.files["ankles-2"])
	}
	if m, _ = tell(m, keys("enter")...); m.draft.Changed() {
		t.Error("it counts as not kept")
	}
}

func TestEachChangeCanBeTakenBack(t *testing.T) {
	m := begun(own())
	before := string(m.draft.Text())
	m, _ = tell(m, keys("right", "right")...)
	if string(m.draft.Text()) == before {
		t.Fatal("nothing changed")
	}
	m, _ = tell(m, keys("u", "backspace")...)
	if string(m.draft.Text()) != before {
		t.Errorf("taken back it is\n%s", m.draft.Text())
	}
	if m, _ = tell(m, keys("u", "u", "u")...); len(m.draft.Routine.Steps) > 0 || m.page != stepList {
		t.Errorf("taken back to the beginning, page %v has %d steps", m.page, len(m.draft.Routine.Steps))
	}
}

func TestStepsAreMovedAndTakenOut(t *testing.T) {
	m := opened(own(), "ankles")
	ids := func() (list []string) {
		for _, s := range m.draft.Routine.Steps {
			list = append(list, s.ID)
		}
		return list
	}
	m, _ = tell(m, keys("enter")...)
	m = choose(t, m, later)
	if got := ids(); !slices.Equal(got, []string{"calf-wall", "heel-raise"}) || m.step().ID != "heel-raise" {
		t.Errorf("done later it is %v, and open is %s", got, m.step().ID)
	}
	m = choose(t, m, earlier)
	m = choose(t, m, takeOut)
	if got := ids(); !slices.Equal(got, []string{"calf-wall"}) || m.page != stepList {
		t.Errorf("taken out there is %v on page %v", got, m.page)
	}
}

// choose taps the row of that name.
func choose(t *testing.T, m Model, name string) Model {
	t.Helper()
	i := slices.IndexFunc(m.rows(), func(r row) bool { return r.name == name })
	if i < 0 {
		t.Fatalf("there is no row %q", name)
	}
	m, _ = tell(m, screen.RowMsg(i))
	return m
}

func TestAMoveIsTriedAndNothingOfItKept(t *testing.T) {
	m := begun(own())
	i := slices.IndexFunc(m.rows(), func(r row) bool { return r.name == tryIt })
	_, e := tell(m, screen.RowMsg(i))
	p, ok := tuitest.Asked[screen.Play](e)
	if !ok || p.Ready == nil || !p.Ready.Trial || len(p.Ready.Routine.Steps) != 1 {
		t.Errorf("it asks for %+v", e.Requests)
	}
}

func TestChangesAreNotLostOnTheWayOut(t *testing.T) {
	for name, tt := range map[string]struct {
		row   int
		files int
		page  page
	}{"kept": {0, 2, stepList}, "gone on with": {1, 1, stepList}, "dropped": {2, 1, shelf}} {
		f := own()
		m, e := tell(begun(f), keys("q")...)
		if m.page != leaving || len(e.Requests) > 0 {
			t.Fatalf("page %v asks for %v", m.page, e.Requests)
		}
		if m, _ = tell(m, screen.RowMsg(tt.row)); len(f.files) != tt.files || m.page != tt.page {
			t.Errorf("%s: %d files, page %v", name, len(f.files), m.page)
		}
	}
}

func TestWhatCantBeIsSaid(t *testing.T) {
	full := own()
	full.fault = errors.New("the disk is full")
	named := func(name string) Model {
		m, _ := tell(opened(own(), ""), slices.Concat(keys("enter"), typed(name), keys("enter"))...)
		return m
	}
	m, _ := tell(begun(full), keys("esc", "end", "enter")...)
	for said, m := range map[string]Model{
		"the disk is full": m, "ankles already": named("Ankles"), "bedtime already": named("Bedtime"), "Give it a name": named(" "),
		"only an editor": opened(&folder{files: map[string]string{"x": "id: x\nname: X\npurpose: day\nsummary: X.\nsteps: [{move: calf-wall, sides: each}]\n"}}, "x"),
	} {
		if !strings.Contains(m.notice, said) {
			t.Errorf("it says %q, want %q", m.notice, said)
		}
	}
	if !m.draft.Changed() {
		t.Error("what is not kept counts as kept")
	}
	if m := named("Über 3"); m.draft.ID != "ber-3" || m.draft.Routine.Name != "Über 3" {
		t.Errorf("it is %s", m.draft.ID)
	}
	if m := named("колено"); m.draft.ID != "own" {
		t.Errorf("it is %s", m.draft.ID)
	}
}

// TestWhatIsSearchedForStandsFirst, by the name that a leaflet has for it too.
func TestWhatIsSearchedForStandsFirst(t *testing.T) {
	m, _ := tell(opened(own(), "ankles"), keys("down", "down", "enter", "/")...)
	for search, want := range map[string]string{"sit": "sit-to-stand", "Sit to": "sit-to-stand", "heel raise": "heel-raise"} {
		found, _ := tell(m, typed(search)...)
		if rows := found.rows(); len(rows) == 0 || rows[0].step.Move != want {
			t.Errorf("of %q the first is %+v", search, rows)
		}
	}
}

func scenes() map[string]Model {
	tuitest.LoadFigures("calf-wall", "heel-raise")
	m := begun(own())
	list, _ := tell(m, keys("esc")...)
	two := picked(func() Model { m, _ := tell(list, keys("down", "enter")...); return m }(), "heel raise")
	steps, _ := tell(two, keys("esc")...)
	moves, _ := tell(list, slices.Concat(keys("down", "enter", "/"), typed("gastrocnemius"))...)
	out, _ := tell(steps, keys("q")...)
	name, _ := tell(opened(own(), ""), slices.Concat(keys("enter"), typed("Kn"))...)
	over, _ := tell(steps, keys("end", "up", "up", "right")...)
	empty, _ := tell(opened(own(), ""), slices.Concat(keys("enter"), typed("Kn"), keys("enter"))...)
	return map[string]Model{
		"none": opened(&folder{files: map[string]string{}}, ""), "shelf": opened(own(), ""), "name": name, "empty": empty, "steps": steps, "moves": moves, "held": m, "counted": two, "leaving": out, "weeks": over,
	}
}

func TestViews(t *testing.T) {
	sizes := [][2]int{{40, 12}, {45, 25}, {60, 20}, {80, 24}, {120, 40}}
	tuitest.GoldenColours(t, "held", scenes()["held"])
	tuitest.GoldenKeys(t, "keys", scenes()["held"], sizes...)
	tuitest.GoldenViews(t, scenes(), sizes...)
}

func TestEverySizeIsDrawn(t *testing.T) {
	tuitest.RequireEverySizeDrawn(t, scenes())
}

// TestNothingMovesUnderAMessage on any screen that is not a slice of one.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for _, s := range [][2]int{{45, 25}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		env := tuitest.Sized(s[0], s[1])
		for name, m := range scenes() {
			told, _ := tuitest.Tell(m, env, screen.NoticeMsg("It is not kept: the disk is full."))
			tuitest.RequireSteady(t, fmt.Sprint(name, " at ", s), m.View(env), told.View(env), 3)
		}
	}
}

// TestAnswersAreReachedByTaps, every one of each page.
func TestAnswersAreReachedByTaps(t *testing.T) {
	for name, m := range scenes() {
		rows := map[int]bool{}
		for i := range m.rows() {
			m.cursor[m.page] = i
			for _, target := range m.View(tuitest.Sized(60, 20)).Targets {
				if target.Press == "" {
					rows[target.Row] = true
				}
			}
		}
		if len(rows) != len(m.rows()) {
			t.Errorf("%s: %d of %d rows can be tapped", name, len(rows), len(m.rows()))
		}
	}
}

// TestWhatIsBeingKeptIsKeptOnce, however often it is asked for while the disk is slow.
func TestWhatIsBeingKeptIsKeptOnce(t *testing.T) {
	f := own()
	m, _ := tell(opened(f, "ankles"), keys("enter", "right", "esc", "end")...)
	m, first := tuitest.Tell(m, tuitest.Env(), screen.Press("enter"))
	write, ok := tuitest.Asked[screen.Write](first)
	if !ok {
		t.Fatal("nothing is kept")
	}
	m, second := tuitest.Tell(m, tuitest.Env(), screen.Press("enter"))
	if _, ok := tuitest.Asked[screen.Write](second); ok {
		t.Error("it is kept a second time")
	}
	m, _ = tell(m, write.Done(write.Do()))
	if m, _ = tell(m, keys("up", "up", "up", "enter", "right", "esc", "end", "enter")...); m.draft.Changed() || len(f.files) != 1 {
		t.Errorf("changed once more it is kept in %d files; it says %q", len(f.files), m.notice)
	}
}

// TestNothingIsTakenBackOutOfSight, where it would be kept so.
func TestNothingIsTakenBackOutOfSight(t *testing.T) {
	f := own()
	m := begun(f)
	before := string(m.draft.Text())
	m, _ = tell(m, keys("q", "u", "u", "u", "enter")...)
	if m.page != stepList || f.files["my-knees"] != before {
		t.Errorf("on page %v, kept is\n%s", m.page, f.files["my-knees"])
	}
}

// TestNothingIsTakenBackWhereNoRoutineIsOpen.
func TestNothingIsTakenBackWhereNoRoutineIsOpen(t *testing.T) {
	m, _ := tell(begun(own()), keys("q")...)
	if m = choose(t, m, dropIt); m.page != shelf || len(m.past) > 0 {
		t.Errorf("on page %v %d changes can be taken back", m.page, len(m.past))
	}
}

// TestASheetIsWrittenOfAKeptRoutine the cursor is on, and of nothing else.
func TestASheetIsWrittenOfAKeptRoutine(t *testing.T) {
	f := &folder{files: map[string]string{"my-knees": "id: my-knees\nname: My knees\npurpose: day\nsummary: Mine.\nsteps:\n  - move: calf-wall\n"}}
	m, _ := tell(New(f, ""), screen.ShowMsg{})
	if _, asked := tell(m, keys("f")...); len(asked.Requests) > 0 {
		t.Errorf("on a new one f asks for %+v", asked)
	}
	m, _ = tell(m, keys("down", "f")...)
	if m.notice != "To print it, open my-knees.html." {
		t.Errorf("it says %q", m.notice)
	}
	m, _ = tell(m, keys("enter")...)
	if m, _ = tell(m, keys("f")...); m.notice != "" {
		t.Errorf("on its steps f says %q", m.notice)
	}
}
