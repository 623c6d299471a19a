package record

import (
	"fmt"
	"testing"
	"time"

	"uncramp/routines"
)

var questionNow = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// question is the one about a column.
func question(t *testing.T, column string) Question {
	t.Helper()
	for _, q := range Questions() {
		if q.Column == column {
			return q
		}
	}
	t.Fatalf("nothing asks for %s", column)
	return Question{}
}

// TestEveryAnswerFindsItsPlace, is said as it was given, and is told back in words;
// all but the moment can be taken back.
func TestEveryAnswerFindsItsPlace(t *testing.T) {
	tests := []struct {
		column, answer, said, words string
		want                        Episode
	}{
		{"at", "yesterday 03:12", "2026-11-20 03:12", "20 November 03:12", Episode{At: time.Date(2026, 11, 20, 3, 12, 0, 0, time.UTC)}},
		{"at", "now", "2026-11-21 08:00", "21 November 08:00", Episode{At: questionNow}},
		{"muscle", "left calf", "left calf", "left calf", Episode{Muscle: routines.Calf, Side: routines.Left}},
		{"muscle", "both", "both legs", "both legs", Episode{Side: routines.Both}},
		{"severity", "7", "7", "7 of 10", Episode{Severity: Rating{true, 7}}},
		{"disturbance", "0", "0", "0 of 10", Episode{Disturbance: Rating{true, 0}}},
		{"soreness", "10", "10", "10 of 10", Episode{Soreness: Rating{true, 10}}},
		{"length", "4,5", "4.5", "4 min 30 s", Episode{Length: 270 * time.Second}},
		{"woke", "Y", "yes", "yes", Episode{Woke: Yes}},
		{"asleep", "No", "no", "no", Episode{Asleep: No}},
		{"helped", " walking ", "walking", "walking", Episode{Helped: "walking"}},
		{"doing", "a\x1b[31m\u202eb", "a[31mb", "a[31mb", Episode{Doing: "a[31mb"}},
		{"fluids", "tea", "tea", "tea", Episode{Fluids: "tea"}},
		{"medicine", "none", "none", "none", Episode{Medicine: "none"}},
		{"note", "x\ny", "x y", "x y", Episode{Note: "x y"}},
	}
	asked := map[string]bool{}
	for _, tt := range tests {
		q, e := question(t, tt.column), Episode{At: tt.want.At}
		if err := q.Take(&e, tt.answer, questionNow); err != nil || fmt.Sprintf("%+v", e) != fmt.Sprintf("%+v", tt.want) {
			t.Errorf("%s, %q: %+v, %v", tt.column, tt.answer, e, err)
		}
		if said, words := q.Said(e), q.InWords(e, questionNow); said != tt.said || words != tt.words {
			t.Errorf("%s, %q: it says %q, in words %q", tt.column, tt.answer, said, words)
		}
		if err := q.Take(&e, "", questionNow); err != nil || q.Kind != When && q.Said(e) != "" {
			t.Errorf("%s can't be taken back: %q, %v", tt.column, q.Said(e), err)
		}
		if q.Kind == When && !e.At.Equal(tt.want.At) {
			t.Errorf("%s: without an answer it became %v", tt.column, e.At)
		}
		asked[tt.column] = true
	}
	for _, q := range Questions() {
		if !asked[q.Column] {
			t.Errorf("%s isn't tried", q.Column)
		}
	}
}

// TestAnAnswerThatCannotBeTakenChangesNothing and says what to write.
func TestAnAnswerThatCannotBeTakenChangesNothing(t *testing.T) {
	for answer, want := range map[[2]string]string{
		{"at", "soon"}: `"soon" is no moment; write 03:12, yesterday 03:12 or 2026-11-21T03:12`, {"severity", "11"}: "choose 0 to 10",
		{"severity", "seven"}: "choose 0 to 10", {"length", "four"}: "write minutes, such as 4 or 0.5, 1440 at most", {"woke", "maybe"}: "choose yes, no",
		{"muscle", "left arm"}: chooseWhere, {"muscle", "left right"}: chooseWhere, {"muscle", "calf foot"}: chooseWhere,
	} {
		was := Episode{At: questionNow, Muscle: routines.Foot, Severity: Rating{true, 3}, Length: time.Minute, Woke: No}
		e := was
		err := question(t, answer[0]).Take(&e, answer[1], questionNow)
		if err == nil || err.Error() != want || fmt.Sprintf("%+v", e) != fmt.Sprintf("%+v", was) {
			t.Errorf("%v: %v, and %+v", answer, err, e)
		}
	}
}

func TestWhereIsRead(t *testing.T) {
	for given, want := range map[string]Episode{
		"": {}, "left calf": {Muscle: routines.Calf, Side: routines.Left}, "Calf, RIGHT": {Muscle: routines.Calf, Side: routines.Right},
		"both calves": {Muscle: routines.Calf, Side: routines.Both}, "feet": {Muscle: routines.Foot}, "right": {Side: routines.Right},
		"left hamstring": {Muscle: routines.Hamstring, Side: routines.Left}, "both legs": {Muscle: routines.Leg, Side: routines.Both},
		"both thighs": {Muscle: routines.Thigh, Side: routines.Both},
	} {
		if m, side, err := parseWhere(given); m != want.Muscle || side != want.Side || err != nil {
			t.Errorf("%q: %s %s, %v", given, side, m, err)
		}
	}
	for _, m := range routines.Muscles() { // what is said comes back
		for _, side := range []routines.Side{"", routines.Left, routines.Right, routines.Both} {
			said := Episode{Muscle: m, Side: side}.Where()
			if muscle, leg, err := parseWhere(said); muscle != m || leg != side || err != nil {
				t.Errorf("%q: %s %s, %v", said, leg, muscle, err)
			}
		}
	}
}

func TestWhatHasJustEndedBeganBefore(t *testing.T) {
	if e := (Episode{Length: 4 * time.Minute}).JustEnded(questionNow); !e.At.Equal(questionNow.Add(-4 * time.Minute)) {
		t.Errorf("it began at %v", e.At)
	}
}
