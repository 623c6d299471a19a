package checkin

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

var (
	onset = time.Date(2026, 11, 21, 3, 12, 30, 0, time.UTC)
	now   = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
)

// relieved is a cramp as the relief tells it.
func relieved() record.Episode {
	return record.Episode{
		ID: "id", At: onset, Length: 250 * time.Second, Relief: 250 * time.Second, Muscle: routines.Calf, Side: routines.Left,
		Tried: []record.Attempt{{Routine: "ease", Step: "slack"}}, Edited: onset,
	}
}

func scaleOf(n int) record.Rating { return record.Rating{Given: true, Value: n} }

// on puts the cursor on a question.
func on(t testing.TB, m Model, name string) Model {
	t.Helper()
	i := slices.IndexFunc(m.fields, func(f field) bool { return f.name == name })
	if i < 0 {
		t.Fatalf("nothing asks for %s", name)
	}
	return m.chosen(i)
}

// typed answers a question by typing.
func typed(t testing.TB, m Model, name, text string) Model {
	t.Helper()
	m, _ = press(on(t, m, name), "enter")
	m.entry.SetValue("")
	m, _ = press(m, strings.Split(text, "")...)
	m, _ = press(m, "enter")
	return m
}

func view(m Model, w, h int) string { return ansi.Strip(m.draw(w, h, theme.Mono()).Content) }

//nolint:revive,staticcheck // the golden view has it as a sentence
var errFull = errors.New("The diary can't be written: the disk is full. Free some space.")

func scenes(t testing.TB) map[string]Model {
	t.Helper()
	night, day := New(silent{}, relieved(), true), New(silent{}, relieved(), false)
	sent, _ := press(night, "7")
	changed, _ := press(day, "7", "down", "1")
	typing, _ := press(on(t, day, "note"), "enter", "b", "a", "d")
	saving, _ := press(changed, "s")
	return map[string]Model{
		"night": night, "night-sent": sent, "night-saved": sent.answer(nil), "night-failed": sent.answer(errFull),
		"day": day, "changed": changed, "saving": saving, "saved": saving.answer(nil), "typing": typing,
		"muscle": on(t, day, "muscle"), "yesno": on(t, day, "asleep"), "refused": typed(t, day, "minutes", "four"),
		"long": typed(t, day, "note", strings.Repeat("word ", 60)), "bare": New(silent{}, record.Episode{At: onset}, false).WithNow(now),
	}
}

func TestViews(t *testing.T) {
	tuitest.GoldenKeys(t, "keys", New(silent{}, relieved(), false), [][2]int{{40, 12}, {80, 24}, {120, 40}}...)
	for name, m := range scenes(t) {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, view(m, s[0], s[1]))
			})
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(t) {
		for _, w := range []int{1, 2, 8, 16, 24, 40, 64, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 6, 12, 13, 24, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

// TestEachNumberIsToBeTapped looks for a place for each of them, with the
// number in it, apart from the others and big enough for a thumb.
func TestEachNumberIsToBeTapped(t *testing.T) {
	for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for name, m := range map[string]Model{"night": New(silent{}, relieved(), true), "day": New(silent{}, relieved(), false)} {
			frame := m.draw(s[0], s[1], theme.Mono())
			lines := strings.Split(ansi.Strip(frame.Content), "\n")
			for n := range 11 {
				want := fmt.Sprint(n)
				key := strings.Replace(want, "10", "t", 1)
				i := slices.IndexFunc(frame.Targets, func(tap widget.Target) bool { return tap.Press == key })
				if i < 0 {
					t.Fatalf("%s %v: no place for %d", name, s, n)
				}
				tap := frame.Targets[i]
				middle := tap.Y + tap.H/2
				cells := []rune(lines[middle])
				if got := strings.Trim(string(cells[tap.X:min(tap.X+tap.W, len(cells))]), "│ "); got != want || tap.W < 5 || tap.H < 3 {
					t.Errorf("%s %v: %d by %d for %d says %q", name, s, tap.W, tap.H, n, got)
				}
				if here, _ := frame.At(tap.X+tap.W/2, middle); here.Press != key {
					t.Errorf("%s %v: a tap on %d is %q", name, s, n, here.Press)
				}
			}
		}
	}
}

func TestOneKeyAtNight(t *testing.T) {
	for i, k := range strings.Split("0 1 2 3 4 5 6 7 8 9 t", " ") {
		m, wish := press(New(silent{}, relieved(), true), k)
		if wish.Save == nil || wish.Leave || wish.Save.Severity != scaleOf(i) || !wish.Save.Edited.IsZero() {
			t.Fatalf("%s: %+v", k, wish)
		}
		if e := *wish.Save; e.ID != "id" || e.Length != 250*time.Second || len(e.Tried) != 1 || e.Muscle != routines.Calf {
			t.Errorf("%s: the rest became %+v", k, e)
		}
		if _, wish := press(m.answer(nil), "enter"); !wish.Leave {
			t.Errorf("%s: enter does not leave once it is saved", k)
		}
	}
	for _, k := range []string{"esc", "q"} {
		if _, wish := press(New(silent{}, relieved(), true), k); !wish.Leave || wish.Save != nil {
			t.Errorf("%s does not leave at once: %+v", k, wish)
		}
	}
	for _, k := range []string{"enter", "space", "s", "x", "right", "y"} {
		if m, wish := press(New(silent{}, relieved(), true), k); wish != (wishes{}) || m.episode.Severity.Given {
			t.Errorf("%s does something: %+v", k, wish)
		}
	}
	m, _ := press(New(silent{}, relieved(), true), "7")
	taps := m.answer(nil).draw(40, 12, theme.Mono()).Targets
	if !slices.ContainsFunc(taps, func(tap widget.Target) bool { return tap.Press == "enter" }) {
		t.Error("there is no tap that leaves")
	}
	if _, wish := press(m.answer(nil), "8"); wish.Save == nil || wish.Save.Severity.Value != 8 {
		t.Errorf("a wrong number is not put right: %+v", wish)
	}
}

// TestSavedIsNotSaidTooSoon follows what the title says through every answer
// to a save.
func TestSavedIsNotSaidTooSoon(t *testing.T) {
	says := func(m Model, want string) {
		t.Helper()
		for _, s := range [][2]int{{40, 12}, {80, 24}} {
			text := view(m, s[0], s[1])
			got := ""
			for _, said := range []string{"Not saved yet: ", "Saving: ", "Saved: "} {
				if strings.Contains(text, said) {
					got += said
				}
			}
			if got != want {
				t.Errorf("it says %q, want %q:\n%s", got, want, text)
			}
		}
	}
	for _, night := range []bool{true, false} {
		m := New(silent{}, relieved(), night)
		says(m, "")
		says(m.answer(nil), "") // nothing was to be saved
		m, _ = press(m, "7")
		if !night {
			says(m, "Not saved yet: ")
			m, _ = press(m, "s")
		}
		says(m, "Saving: ")
		says(m.answer(nil), "Saved: ")
		failed := m.answer(errors.New("disk\x1b[31m full"))
		if text := view(failed, 40, 12); !strings.Contains(text, "disk[31m full") || strings.Contains(text, "Sav") {
			t.Errorf("after a failure:\n%s", text)
		}
		if failed.episode.Severity.Value != 7 {
			t.Error("what was told is gone")
		}
		again, wish := press(failed, "s")
		if wish.Save == nil || wish.Save.Severity.Value != 7 {
			t.Errorf("it can't be tried again: %+v", wish)
		}
		says(again.answer(nil), "Saved: ")
		// Two on their way: the first answer is not one to the second.
		two, _ := press(m, "8")
		if !night {
			two, _ = press(two, "s")
		}
		says(two.answer(nil), "Saving: ")
		says(two.answer(nil).answer(nil), "Saved: ")
		says(two.answer(errors.New("x")).answer(nil), "Saved: ")
		if lost := two.answer(nil).answer(errors.New("x")); lost.state() != unsaved {
			t.Errorf("after the second failed: %v", lost.state())
		}
	}
	m, _ := press(New(silent{}, relieved(), false), "7", "s", "8")
	says(m.answer(nil), "Not saved yet: ")
	m, _ = press(New(silent{}, relieved(), false), "s")
	if m = m.answer(errors.New("x")); m.state() != unsaved {
		t.Errorf("an untouched cramp that could not be saved is %v", m.state())
	}
}

// TestNothingIsAskedTwice holds that what the relief told stands behind what
// is still to be told, and that the cursor begins before it.
func TestNothingIsAskedTwice(t *testing.T) {
	names := func(m Model) (list []string) {
		for _, f := range m.fields {
			list = append(list, f.name)
		}
		return list
	}
	rest := "how bad asleep woke you sleep sore after helped doing drinks medicine note"
	m := New(silent{}, relieved(), false)
	if got := strings.Join(names(m), " "); got != rest+" side muscle minutes" || m.cursor != 0 {
		t.Errorf("asked is %q from %d on", got, m.cursor)
	}
	bare := New(silent{}, record.Episode{At: onset}, false)
	if got := strings.Join(names(bare), " "); got != "how bad side muscle minutes asleep woke you sleep sore after helped doing drinks medicine note" {
		t.Errorf("asked is %q", got)
	}
	if got := names(bare.WithNow(now)); got[len(got)-1] != "began" {
		t.Errorf("the moment is not asked for: %q", got)
	}
	if got := names(New(silent{}, relieved(), true).WithNow(now)); len(got) != 1 {
		t.Errorf("at night it asks %q", got)
	}
	before := names(m)
	if m, _ = press(m, "7"); !slices.Equal(names(m), before) {
		t.Error("an answer moves the questions about")
	}
}

func TestEveryAnswerFindsItsPlace(t *testing.T) {
	m := New(silent{}, record.Episode{ID: "id", At: onset}, false).WithNow(now)
	for name, key := range map[string]string{"how bad": "7", "side": "2", "muscle": "3", "asleep": "1", "woke you": "2", "sleep": "0", "sore after": "t"} {
		m, _ = press(on(t, m, name), key)
	}
	for name, text := range map[string]string{"minutes": "4.5", "helped": "walking", "doing": "asleep, feet down", "drinks": "two glasses",
		"medicine": "none", "note": " x s q 7 ", "began": "yesterday 03:12"} {
		m = typed(t, m, name, text)
	}
	_, wish := press(m, "s")
	want := record.Episode{
		ID: "id", At: time.Date(2026, 11, 20, 3, 12, 0, 0, time.UTC), Length: 270 * time.Second,
		Side: routines.Right, Muscle: routines.Hamstring, Severity: scaleOf(7), Disturbance: scaleOf(0), Soreness: scaleOf(10),
		Asleep: record.Yes, Woke: record.No, Doing: "asleep, feet down", Helped: "walking", Fluids: "two glasses", Medicine: "none", Note: "x s q 7",
	}
	if wish.Save == nil || fmt.Sprintf("%+v", *wish.Save) != fmt.Sprintf("%+v", want) {
		t.Fatalf("got  %+v\nwant %+v", wish.Save, want)
	}
	for i, f := range m.fields { // and all of it can be taken back, but the moment
		m, _ = press(m.chosen(i), "x")
		if f.name != "began" && f.get(m.episode) != "" {
			t.Errorf("%s is still told", f.name)
		}
	}
	if !m.episode.At.Equal(want.At) || m.episode.Severity.Given || m.episode.Length != 0 {
		t.Errorf("left is %+v", m.episode)
	}
}

func TestKeysStepThroughTheAnswers(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		want string
	}{
		{"how bad", []string{"right"}, "0"}, {"how bad", []string{"left"}, "10"}, {"how bad", []string{"7", "space"}, "8"},
		{"how bad", []string{"t", "right"}, ""}, {"how bad", []string{"7", "backspace"}, ""}, {"how bad", []string{"enter"}, ""}, {"how bad", []string{"1", "0"}, "10"}, {"how bad", []string{"1", "down", "up", "0"}, "0"}, {"asleep", []string{"1", "0"}, "yes"},
		{"side", []string{"left"}, "right"}, {"side", []string{"3", "right"}, ""}, {"side", []string{"9"}, "left"},
		{"asleep", []string{"right", "right"}, "no"}, {"asleep", []string{"t"}, ""},
		{"minutes", []string{"right", "5", "enter"}, "5"}, {"minutes", []string{"1", "2", "enter"}, "12"},
		{"minutes", []string{"enter", "enter"}, "4.2"},
		{"note", []string{"enter", "a", "b", "esc"}, ""}, {"note", []string{"enter", "a", "down"}, "a"}, {"note", []string{"enter", "a", "up"}, "a"},
	}
	for _, tt := range tests {
		e := relieved()
		if tt.name == "side" && tt.keys[0] == "left" {
			e.Side = routines.Both
		}
		m := New(silent{}, e, false)
		m, wish := press(on(t, m, tt.name), tt.keys...)
		m.cursor = slices.IndexFunc(m.fields, func(f field) bool { return f.name == tt.name })
		if got := m.field().get(m.episode); got != tt.want || wish != (wishes{}) {
			t.Errorf("%s, %v: %q, want %q (%+v)", tt.name, tt.keys, got, tt.want, wish)
		}
	}
	m, _ := press(on(t, New(silent{}, relieved(), false), "minutes"), "enter", "enter")
	if m.episode.Length != 250*time.Second || m.state() != untouched {
		t.Error("a length that was looked at is rounded")
	}
}

// TestWhatCanNotBeTakenStaysToBePutRight even when another row is tapped.
func TestWhatCanNotBeTakenStaysToBePutRight(t *testing.T) {
	bare := New(silent{}, record.Episode{At: onset}, false).WithNow(now)
	for name, texts := range map[string][2]string{"minutes": {"four", "such as 4"}, "began": {"2027-01-01 00:00", "in the future"}} {
		m := typed(t, bare, name, texts[0])
		row := m.cursor
		for _, m := range []Model{m, m.chosen(0)} {
			if text := strings.Join(strings.Fields(view(m, 80, 24)), " "); !m.typing || m.cursor != row || !strings.Contains(text, texts[1]) || !strings.Contains(text, texts[0]) {
				t.Errorf("%s:\n%s", name, view(m, 80, 24))
			}
		}
		if m, wish := press(m, "esc"); m.typing || wish.Leave || m.episode.Length != 0 || !m.episode.At.Equal(onset) {
			t.Errorf("%s: esc does not give it up", name)
		}
	}
	m, _ := press(on(t, bare, "note"), "enter", "a")
	if m = m.chosen(0); m.episode.Note != "a" || m.cursor != 0 {
		t.Error("a tap elsewhere loses what was typed")
	}
}

func TestLeaving(t *testing.T) {
	for _, tt := range []struct {
		keys        []string
		leave, save bool
	}{
		{[]string{"esc"}, true, false}, {[]string{"q"}, true, false}, {[]string{"7", "esc"}, true, true}, {[]string{"7", "q"}, true, true},
		{[]string{"7", "enter"}, false, true}, {[]string{"7", "s"}, false, true}, {[]string{"7", "s", "esc"}, true, false},
	} {
		_, wish := press(New(silent{}, relieved(), false), tt.keys...)
		if wish.Leave != tt.leave || (wish.Save != nil) != tt.save {
			t.Errorf("%v: %+v", tt.keys, wish)
		}
		if tt.save && wish.Save.Severity != (record.Rating{Given: true, Value: 7}) {
			t.Errorf("%v saves %+v", tt.keys, wish.Save.Severity)
		}
	}
	m, _ := press(New(silent{}, relieved(), false), "7")
	if text := view(m, 80, 24); !strings.Contains(text, "save, leave") {
		t.Errorf("it does not say what leaving does:\n%s", text)
	}
}

func TestTextIsOnlyText(t *testing.T) {
	hostile := "a\x1b[31m\u202eb\x9b\nc"
	e := relieved()
	e.Note, e.Helped, e.Muscle = hostile, hostile, routines.Muscle(hostile)
	for name, m := range map[string]Model{"day": New(silent{}, e, false), "night": New(silent{}, e, true), "note": on(t, New(silent{}, e, false), "note")} {
		if shown := view(m, 80, 24); strings.ContainsFunc(strings.ReplaceAll(shown, "\n", ""), text.Hidden) {
			t.Errorf("%s: %q", name, shown)
		}
	}
	m, _ := press(on(t, New(silent{}, relieved(), false), "note"), "enter")
	m, _ = tuitest.Tell(m, tuitest.Env(), tea.PasteMsg{Content: strings.ReplaceAll(hostile, "\x9b", "\u009b")})
	m, _ = tuitest.Tell(m, tuitest.Env(), tea.KeyPressMsg{Code: 'x', Text: "x\u202e"})
	if m, _ = press(m, "enter"); m.episode.Note != "a[31mb cx" {
		t.Errorf("kept is %q", m.episode.Note)
	}
}

// TestALetterThatWasLostIsNotLeftOut: neither one that is typed or pasted, nor one of a
// note that is kept already.
func TestALetterThatWasLostIsNotLeftOut(t *testing.T) {
	for how, sent := range map[string]tea.Msg{"typed": tea.KeyPressMsg{Code: '\ufffd', Text: "\ufffd"}, "pasted": tea.PasteMsg{Content: "\ufffd"}} {
		bare := on(t, New(silent{}, record.Episode{At: onset}, false), "note")
		m, _ := press(bare, "enter", "m")
		m, _ = tuitest.Tell(m, tuitest.Env(), sent)
		m, _ = press(m, "d", "e", "enter")
		text := strings.Join(strings.Fields(view(m, 80, 24)), " ")
		if !m.typing || m.episode.Note != "" || !strings.Contains(text, "m\ufffdde") || !strings.Contains(text, "UTF-8") {
			t.Errorf("%s: kept is %q of\n%s", how, m.episode.Note, view(m, 80, 24))
		}
		if m, _ = press(m, "backspace", "backspace", "backspace", "ü", "d", "e", "enter"); m.typing || m.episode.Note != "müde" {
			t.Errorf("%s: put right it is %q", how, m.episode.Note)
		}
	}
	m, _ := press(on(t, New(silent{}, record.Episode{At: onset, Note: "m\ufffdde"}, false), "note"), "enter", "!", "enter")
	if m.typing || m.episode.Note != "m\ufffdde!" {
		t.Errorf("of a note with such a letter %q is kept", m.episode.Note)
	}
}

// TestTheWayOutIsInSight looks for the key that leads away, whatever became of
// the answer.
func TestTheWayOutIsInSight(t *testing.T) {
	for name, m := range scenes(t) {
		for _, s := range [][2]int{{24, 6}, {40, 12}, {80, 24}, {120, 40}} {
			text := view(m, s[0], s[1])
			if !slices.ContainsFunc([]string{"leave", "enter done", "take it", "back"}, func(w string) bool { return strings.Contains(text, w) }) {
				t.Errorf("%s %v:\n%s", name, s, text)
			}
		}
	}
}

// TestTheQuestionIsInSight goes through all questions on small and large
// screens, and taps what is there.
func TestTheQuestionIsInSight(t *testing.T) {
	for _, s := range [][2]int{{24, 6}, {40, 12}, {80, 24}, {120, 40}} {
		m := New(silent{}, relieved(), false).WithNow(now)
		for _, f := range m.fields {
			frame := m.draw(s[0], s[1], theme.Mono())
			text := ansi.Strip(frame.Content)
			if !strings.Contains(text, "▌ "+f.name) || !strings.Contains(text, "leave") {
				t.Errorf("%v: no row %s, or no way out:\n%s", s, f.name, text)
			}
			for _, tap := range frame.Targets {
				row := strings.Split(text, "\n")[tap.Y]
				if tap.Press == "" && !strings.Contains(row, m.fields[tap.Row].name) {
					t.Errorf("%v: row %d is to be tapped on %q", s, tap.Row, row)
				}
			}
			m, _ = press(m, "down")
		}
	}
}
