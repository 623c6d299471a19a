package checkin

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// TestFiveQuestionsAndFiveKeys hold the conversation: each answer leads on, the
// last one saves, and what is told is what was answered.
func TestFiveQuestionsAndFiveKeys(t *testing.T) {
	m := fresh()
	var asked []string
	for _, k := range []string{"enter", "enter", "7", "enter", "2"} {
		asked = append(asked, m.question().Ask)
		var wish wishes
		if m, wish = press(m, k); wish.Leave || (wish.Save != nil) != (len(asked) == record.FirstQuestions) {
			t.Fatalf("after %q: %+v", asked, wish)
		}
	}
	want := "When did it begin? Where did it hurt? How bad was it? How many minutes did it last? Did it wake you?"
	if got := strings.Join(asked, " "); got != want || m.page != closing {
		t.Errorf("it asks %s", got)
	}
	if m.episode.Severity != rated(7) || m.episode.Woke != record.No || m.episode.Length != 0 || m.spot().Name() != "" {
		t.Errorf("told is %+v", m.episode)
	}
	rest := 0
	for m, _ = press(m.answer(nil), "+"); m.page == asking; m, _ = press(m, "enter") {
		rest++
	}
	if rest != len(record.Questions())-record.FirstQuestions || m.rest() != 0 {
		t.Errorf("%d more questions", rest)
	}
}

// TestWhatWasRecordedIsTheAnswer of each question: Enter takes it, changes nothing,
// and has nothing written.
func TestWhatWasRecordedIsTheAnswer(t *testing.T) {
	m := byDay()
	if text := view(m, 80, 24); !strings.Contains(text, "Did it begin at about 03:12?") {
		t.Errorf("it begins with\n%s", text)
	}
	for _, said := range []string{"21 November 03:12", "left calf", "don't know", "4 min 10 s"} {
		if text := view(m, 80, 24); !strings.Contains(text, "enter "+said) {
			t.Errorf("%s has no %q:\n%s", m.question().Ask, said, text)
		}
		m, _ = press(m, "enter")
	}
	m, wish := press(m, "enter")
	if wish != (wishes{}) || fmt.Sprintf("%+v", m.episode) != fmt.Sprintf("%+v", relieved()) {
		t.Errorf("%+v of %+v", wish, m.episode)
	}
	if text := view(m, 80, 24); !strings.Contains(text, "In your diary: 21 November 03:12, left calf") {
		t.Errorf("it ends with\n%s", text)
	}
	if _, wish := press(m, "enter"); !wish.Leave || wish.Save != nil {
		t.Errorf("the end leads to %+v", wish)
	}
}

// TestWhatHasJustEndedIsToldByEnterAlone, and it began as long ago as it lasted, as
// long as nobody says when.
func TestWhatHasJustEndedIsToldByEnterAlone(t *testing.T) {
	_, wish := press(fresh(), "enter", "enter", "enter", "enter", "enter")
	if wish.Save == nil || !wish.Save.At.Equal(tuitest.Start) || wish.Save.Length != 0 {
		t.Errorf("%+v", wish)
	}
	if _, wish = press(fresh(), "enter", "enter", "enter", "4", "enter", "enter"); !wish.Save.At.Equal(tuitest.Start.Add(-4 * time.Minute)) {
		t.Errorf("it began at %v", wish.Save.At)
	}
	for _, keys := range [][]string{{"down"}, {"0", "3", ":", "0", "5", "enter", "backspace"}} {
		m, _ := press(fresh(), keys...)
		began := m.episode.At
		_, wish = press(m, "enter", "enter", "enter", "4", "enter", "esc")
		if wish.Save == nil || !wish.Save.At.Equal(began) || !began.Before(tuitest.Start) {
			t.Errorf("%v: it began at %+v, not %v", keys, wish.Save, began)
		}
	}
	if _, wish := press(fresh(), "esc"); !wish.Leave || wish.Save != nil {
		t.Errorf("what was opened and left is kept: %+v", wish)
	}
}

// TestEveryWayOutKeepsWhatWasAnswered and the page that is left says so.
func TestEveryWayOutKeepsWhatWasAnswered(t *testing.T) {
	for name, m := range map[string]Model{
		"answered": first(press(byDay(), "enter", "enter", "7")),
		"picked":   first(press(on(t, byDay(), "severity"), "1")), // it waits to become 10
		"typed":    first(press(on(t, byDay(), "note"), "b", "a", "d")),
		"dialled":  first(press(on(t, byDay(), "length"), "up")),
		"minutes":  first(press(on(t, byDay(), "length"), "1", "2")),
		"listed":   first(press(on(t, edited(), "woke"), "1")),
	} {
		for _, out := range []tea.Msg{screen.Press("esc"), screen.CloseMsg{}, screen.BreakOffMsg{}} {
			left, wish := tell(m, out)
			if wish.Save == nil || wish.Leave {
				t.Errorf("%s, %T: %+v", name, out, wish)
				continue
			}
			if fmt.Sprintf("%+v", *wish.Save) == fmt.Sprintf("%+v", byDay().episode) {
				t.Errorf("%s, %T: kept is what was there before", name, out)
			}
			if _, is := out.(tea.KeyPressMsg); is && !strings.Contains(view(left.answer(nil), 80, 24), "Saved: 21 November 03:12, left calf") {
				t.Errorf("%s: it does not say so:\n%s", name, view(left.answer(nil), 80, 24))
			}
		}
	}
	for name, m := range map[string]Model{"day": byDay(), "night": atNight(), "list": edited()} {
		for _, out := range []string{"esc", "q"} {
			if _, wish := press(m, out); !wish.Leave || wish.Save != nil {
				t.Errorf("%s: with nothing answered, %s leads to %+v", name, out, wish)
			}
		}
		if _, wish := tell(m, screen.BreakOffMsg{}); wish.Save != nil {
			t.Errorf("%s: with nothing answered, %+v is written", name, wish.Save)
		}
	}
}

// first is the form, whatever it asked for.
func first(m Model, _ wishes) Model { return m }

func TestOneThatIsConfirmedAnswersOneQuestion(t *testing.T) {
	asked := on(t, byDay(), "severity")
	for _, second := range []string{"1", "enter", later} {
		m, _ := press(asked, "1", second)
		if m.at != asked.at+1 || m.one || m.episode.Severity != rated(1) {
			t.Errorf("1, %s: at question %d with %+v", second, m.at, m.episode.Severity)
		}
	}
}

func TestOneGoesBack(t *testing.T) {
	for _, back := range []string{"backspace", "left"} {
		m, _ := press(byDay(), "enter", "enter", "7", back)
		if m.question().Column != "severity" || !strings.Contains(view(m, 80, 24), "enter 7") {
			t.Errorf("%s leads to\n%s", back, view(m, 80, 24))
		}
		if m, _ = press(m, "8"); m.episode.Severity != rated(8) || m.question().Column != "length" {
			t.Errorf("put right it is %+v at %s", m.episode.Severity, m.question().Ask)
		}
	}
	if m, wish := press(byDay(), "backspace"); m.at != 0 || wish != (wishes{}) {
		t.Error("there is something before the first question")
	}
	if m, _ := press(on(t, byDay(), "helped"), "a", "backspace", "backspace"); m.question().Column != "soreness" {
		t.Errorf("from an empty line it leads to %s", m.question().Ask)
	}
	done, _ := press(byDay(), "enter", "enter", "7", "enter", "1")
	if m, _ := press(done.answer(nil), "backspace"); m.question().Column != "woke" || m.page != asking {
		t.Errorf("from the end it leads to %s", m.question().Ask)
	}
}

// TestTenIsTypedAsItIsRead: a 1 waits a little, and any other key goes on from it.
func TestTenIsTypedAsItIsRead(t *testing.T) {
	for keys, want := range map[string]struct {
		severity int
		length   time.Duration
	}{
		"1 0": {10, 0}, "t": {10, 0}, "1 later": {1, 0}, "1 later 0 . 5 enter": {1, 30 * time.Second}, "1 5 enter": {1, 5 * time.Minute},
	} {
		e := relieved()
		e.Length = 0
		m := on(t, New(silent{}, screen.OpenForm{Episode: e}), "severity")
		if m, _ = press(m, strings.Fields(keys)...); m.episode.Severity != rated(want.severity) || m.episode.Length != want.length {
			t.Errorf("%q: %v, %v", keys, m.episode.Severity, m.episode.Length)
		}
	}
	m, _ := press(atNight(), "1")
	if _, waits := m.Wake(); !waits || m.episode.Severity.Given {
		t.Error("a 1 doesn't wait")
	}
	if _, wish := press(m, "0"); wish.Save == nil || wish.Save.Severity != rated(10) {
		t.Errorf("at night %+v is saved", wish.Save)
	}
	if _, wish := press(m, "esc"); !wish.Leave || wish.Save == nil || wish.Save.Severity != rated(1) {
		t.Errorf("a 1 that is left is %+v", wish)
	}
}

func TestOneKeyAtNight(t *testing.T) {
	for i, k := range strings.Split("0 1 2 3 4 5 6 7 8 9 t", " ") {
		keys := []string{k}
		if k == "1" {
			keys = append(keys, later)
		}
		m, wish := press(atNight(), keys...)
		if wish.Save == nil || wish.Leave || wish.Save.Severity != rated(i) || !wish.Save.Edited.IsZero() {
			t.Fatalf("%s: %+v", k, wish)
		}
		if e := *wish.Save; e.ID != "id" || e.Length != 250*time.Second || len(e.Tried) != 1 || e.Muscle != routines.Calf {
			t.Errorf("%s: the rest became %+v", k, e)
		}
		if _, wish := press(m.answer(nil), "enter"); !wish.Leave {
			t.Errorf("%s: enter does not leave once it is saved", k)
		}
	}
	for _, k := range []string{"enter", "space", "s", "x", "right", "y"} {
		if m, wish := press(atNight(), k); wish != (wishes{}) || m.episode.Severity.Given {
			t.Errorf("%s does something: %+v", k, wish)
		}
	}
	m, _ := press(atNight(), "7")
	if _, wish := press(m.answer(nil), "8"); wish.Save == nil || wish.Save.Severity.Value != 8 {
		t.Errorf("a wrong number is not put right: %+v", wish)
	}
}

// TestWhereIsPointedAt by arrows and by taps, at 40 by 12 too: every muscle of
// either leg, and of both.
func TestWhereIsPointedAt(t *testing.T) {
	for _, size := range [][2]int{{24, 8}, {40, 12}, {45, 25}, {80, 24}, {120, 40}} {
		env, m := tuitest.Sized(size[0], size[1]), on(t, fresh(), "muscle")
		byKey, byTap := map[string]bool{}, map[string]bool{}
		next, seen := []Model{m}, map[string]bool{}
		for len(next) > 0 {
			at := next[0]
			next = next[1:]
			for _, k := range []string{"up", "down", "left", "right", "="} {
				to, _ := tuitest.Press(at, env, k)
				if spot := fmt.Sprint(to.legs.Spot()); to.page == asking && to.question().Kind == record.Where && !seen[spot] {
					seen[spot] = true
					next = append(next, to)
					taken, _ := tuitest.Press(to, env, "enter")
					byKey[taken.episode.Where()] = taken.question().Column == "severity"
				}
			}
		}
		both, _ := tuitest.Press(m, env, "=")
		for _, from := range []Model{m, both} {
			f := from.View(env)
			for y := range size[1] {
				for x := range size[0] {
					if at, ok := f.At(x, y); ok && at.Press == "" {
						taken, _ := tuitest.Tell(from, env, screen.RowMsg(at.Row))
						byTap[taken.episode.Where()] = taken.question().Column == "severity"
					}
				}
			}
		}
		for _, muscle := range routines.Muscles() {
			for _, side := range []routines.Side{routines.Left, routines.Right, routines.Both} {
				if where := (record.Episode{Muscle: muscle, Side: side}).Where(); !byKey[where] || !byTap[where] {
					t.Errorf("%v: %s by arrows: %v, by taps: %v", size, where, byKey[where], byTap[where])
				}
			}
		}
	}
}

// TestTheMomentIsTurned by five minutes and by hours, is typed, and never lies in
// the future.
func TestTheMomentIsTurned(t *testing.T) {
	for keys, want := range map[string]string{
		"down": "03:10", "down,down": "03:05", "up": "03:12", "down,up,up": "03:12", "pgdown": "02:15", "pgdown,pgup,pgup": "03:12",
		"2,3,:,5,0,enter,backspace": "23:50", "9,esc": "03:12", "9,backspace,backspace": "03:12", "y,e,s,t,e,r,d,a,y,space,0,5,:,0,5,enter,backspace": "05:05",
	} {
		if m, _ := press(fresh(), strings.Split(keys, ",")...); m.episode.At.Format("15:04") != want || m.typing || m.at != 0 {
			t.Errorf("%q: %v at question %d", keys, m.episode.At, m.at)
		}
	}
}

// TestALengthThatNobodyToldIsNotThere, and one that was only looked at is not
// rounded.
func TestALengthThatNobodyToldIsNotThere(t *testing.T) {
	for keys, want := range map[string]time.Duration{
		"enter": 0, "up,enter": time.Minute, "up,down,enter": 0, "down,enter": 0, "4,.,5,enter": 270 * time.Second, "1,2,enter": 12 * time.Minute,
		"right,enter": time.Minute, "right,right,right,enter": 5 * time.Minute, "5,backspace,enter": 0, "0,enter": 0,
	} {
		m, _ := press(on(t, fresh(), "length"), strings.Split(keys, ",")...)
		if m.episode.Length != want || m.question().Column != "woke" {
			t.Errorf("%q: %v, then %s", keys, m.episode.Length, m.question().Ask)
		}
	}
	m, _ := press(on(t, byDay(), "length"), "enter", "backspace", "4", ".", "2", "enter")
	if m.episode.Length != 250*time.Second || m.state() != untouched {
		t.Errorf("a length that was looked at became %v", m.episode.Length)
	}
	if m, _ = press(on(t, byDay(), "length"), "x"); m.episode.Length != 0 || m.question().Column != "length" {
		t.Errorf("it can't be taken back: %v", m.episode.Length)
	}
}

// TestWhatCanNotBeTakenStaysToBePutRight until it is given up.
func TestWhatCanNotBeTakenStaysToBePutRight(t *testing.T) {
	for column, typed := range map[string][3]string{
		"length": {"44444", "write minutes, such as 4", "25"}, "at": {"2027-01-01 00:00", "in the future", "backspace"},
	} {
		m, wish := press(on(t, fresh(), column), append(strings.Split(typed[0], ""), "enter")...)
		if shown := strings.Join(strings.Fields(view(m, 80, 24)), " "); !m.typing || wish != (wishes{}) || !strings.Contains(shown, typed[1]) || !strings.Contains(shown, typed[0]) {
			t.Errorf("%s:\n%s", column, view(m, 80, 24))
		}
		given, wish := press(m, "esc")
		if given.typing || given.page != asking || wish != (wishes{}) || given.episode.Length != 0 || !given.episode.At.Equal(tuitest.Start) {
			t.Errorf("%s: esc does not give it up: %+v", column, wish)
		}
	}
}

func TestTextIsOnlyText(t *testing.T) {
	hostile := "a\x1b[31m\u202eb\x9b\nc"
	e := relieved()
	e.Note, e.Helped, e.Muscle = hostile, hostile, routines.Muscle(hostile)
	for _, form := range []screen.OpenForm{{}, {Brief: true}, {Edit: true}, {Fresh: true}} {
		form.Episode = e
		m := New(silent{}, form)
		for _, at := range []Model{m, first(press(m, "enter")), first(press(m, "7", "esc"))} {
			if shown := view(at, 80, 24); strings.ContainsFunc(strings.ReplaceAll(shown, "\n", ""), text.Hidden) {
				t.Errorf("%+v: %q", form, shown)
			}
		}
	}
	m, _ := tell(on(t, byDay(), "note"), tea.PasteMsg{Content: strings.ReplaceAll(hostile, "\x9b", "\u009b")})
	m, _ = tell(m, tea.KeyPressMsg{Code: 'x', Text: "x\u202e"})
	if m, _ = press(m, "enter"); m.episode.Note != "a[31mb cx" {
		t.Errorf("kept is %q", m.episode.Note)
	}
}

// TestALetterThatWasLostIsNotLeftOut: neither one that is typed or pasted, nor one of a
// note that is kept already.
func TestALetterThatWasLostIsNotLeftOut(t *testing.T) {
	for how, sent := range map[string]tea.Msg{"typed": tea.KeyPressMsg{Code: '\ufffd', Text: "\ufffd"}, "pasted": tea.PasteMsg{Content: "\ufffd"}} {
		m, _ := press(on(t, fresh(), "note"), "m")
		m, _ = tell(m, sent)
		m, _ = press(m, "d", "e", "enter")
		shown := strings.Join(strings.Fields(view(m, 80, 24)), " ")
		if !m.typing || m.episode.Note != "" || !strings.Contains(shown, "m\ufffdde") || !strings.Contains(shown, "UTF-8") {
			t.Errorf("%s: kept is %q of\n%s", how, m.episode.Note, view(m, 80, 24))
		}
		if m, _ = press(m, "backspace", "backspace", "backspace", "ü", "d", "e", "enter"); m.typing || m.episode.Note != "müde" {
			t.Errorf("%s: put right it is %q", how, m.episode.Note)
		}
	}
	m, _ := press(on(t, New(silent{}, screen.OpenForm{Episode: record.Episode{At: onset, Note: "m\ufffdde"}}), "note"), "!", "enter")
	if m.typing || m.episode.Note != "m\ufffdde!" {
		t.Errorf("of a note with such a letter %q is kept", m.episode.Note)
	}
}

// TestAnEntryIsPutRight in the list: a number answers at once, Enter shows the
// question, and Esc leaves that as it was.
func TestAnEntryIsPutRight(t *testing.T) {
	for _, tt := range []struct {
		column string
		keys   []string
		want   string
	}{
		{"severity", []string{"7"}, "7"}, {"severity", []string{"1", "0"}, "10"}, {"severity", []string{"7", "x"}, ""}, {"woke", []string{"1"}, "yes"},
		{"woke", []string{"enter", "2"}, "no"}, {"length", []string{"enter", "5", "enter"}, "5"}, {"length", []string{"x"}, ""},
		{"note", []string{"enter", "b", "a", "d", "enter"}, "bad"}, {"note", []string{"enter", "b", "esc"}, ""},
		{"muscle", []string{"enter", "right", "enter"}, "right calf"}, {"muscle", []string{"x"}, ""}, {"at", []string{"x"}, "2026-11-21 03:12"},
		{"at", []string{"enter", "down", "enter"}, "2026-11-21 03:10"},
	} {
		m, wish := press(on(t, edited(), tt.column), tt.keys...)
		if m.page != listing || wish != (wishes{}) || m.question().Column != tt.column || m.question().Said(m.episode) != tt.want {
			t.Errorf("%s, %v: %q at %s of page %d, %+v", tt.column, tt.keys, m.question().Said(m.episode), m.question().Ask, m.page, wish)
		}
	}
	m, wish := press(on(t, edited(), "severity"), "7", "tab")
	if wish.Save == nil || wish.Save.Severity != rated(7) || !wish.Save.Edited.IsZero() || m.page != listing {
		t.Errorf("s: %+v", wish)
	}
	if _, wish := press(m.answer(nil), "esc"); !wish.Leave || wish.Save != nil {
		t.Errorf("esc, once it is saved: %+v", wish)
	}
	if on(t, edited(), "note").Page() != edited().Page() {
		t.Error("a held arrow stops at the second row")
	}
	if !slices.Equal(edited().questions, record.Questions()) {
		t.Error("not all can be put right")
	}
}
