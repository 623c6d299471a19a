package report

import (
	"context"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

// shelf is a diary that hands out its rows as they are. The real ones clean
// texts before they keep them; a report must not rely on that.
type shelf struct {
	diary.Store
	episodes []record.Episode
	sessions []record.Session
	broken   error // what comes instead of the row after the last one
}

func (s shelf) Episodes(_ context.Context, within record.Span, deleted bool) iter.Seq2[record.Episode, error] {
	return rows(s.episodes, within, s.broken, func(e record.Episode) (time.Time, bool) { return e.At, e.Deleted && !deleted })
}

func (s shelf) Sessions(_ context.Context, within record.Span, deleted bool) iter.Seq2[record.Session, error] {
	return rows(s.sessions, within, s.broken, func(f record.Session) (time.Time, bool) { return f.At, f.Deleted && !deleted })
}

func rows[T any](all []T, within record.Span, broken error, look func(T) (at time.Time, hidden bool)) iter.Seq2[T, error] {
	slices.SortStableFunc(all, func(a, b T) int {
		x, _ := look(a)
		y, _ := look(b)
		return x.Compare(y)
	})
	return func(yield func(T, error) bool) {
		for _, row := range all {
			if at, hidden := look(row); !hidden && within.Holds(at) && !yield(row, nil) {
				return
			}
		}
		if broken != nil {
			var none T
			yield(none, broken)
		}
	}
}

var (
	zone = time.FixedZone("CET", 3600)
	// morning is when the reports of the tests are made.
	morning = time.Date(2026, 11, 22, 9, 0, 0, 0, zone)
)

// hostile is what a text could bring along: terminal sequences, line ends, a
// text that turns round, markup of every format, formulas, and length.
func hostile() []string {
	return []string{
		"\x1b[2J\x1b]0;owned\x07red\u009b31m\r\nnext\tline\x00\x7f",
		"\u202etxet desrever\u2066 hidden\u200b\ufeff",
		`<script>alert(1)</script><img src=x onerror="alert(1)"> & "quoted" </table>`,
		"=HYPERLINK(\"http://example.com\",\"click\")",
		"\t+1+1", "\r-2+3", "@SUM(A1)", "＝1+1",
		"| a | b | **bold** _it_ `code` [link](http://example.com) ![i](x) <b> ~~no~~ www.example.com",
		"# heading", "1. item", "- item", "</style><style>@import url(//example.com)</style>{{.Title}}",
		"wörter, 日本語, Ελληνικά, \xff\xfe",
	}
}

// madeUp is a diary of 28 days with 25 cramps, some of which tell everything
// and some nothing, with hostile texts among the others.
func madeUp() shelf {
	dice := rand.New(rand.NewPCG(6, 4))
	nasty := hostile()
	var s shelf
	first := time.Date(2026, 10, 25, 21, 40, 0, 0, zone)
	for night := range 28 {
		evening := first.AddDate(0, 0, night)
		if night%3 != 2 {
			s.sessions = append(s.sessions, record.Session{
				At: evening, Routine: "bedtime", Ending: session.Completed, Planned: 4 * time.Minute, Worked: 2 * time.Minute,
			})
		} else if night%6 == 2 {
			s.sessions = append(s.sessions, record.Session{
				At: evening, Routine: "bedtime", Ending: session.WasLeft, Planned: 4 * time.Minute, Worked: 20 * time.Second,
			})
		}
	}
	for i, night := range []int{0, 1, 1, 2, 4, 5, 5, 6, 8, 9, 10, 12, 12, 12, 14, 16, 17, 17, 19, 20, 21, 23, 23, 25, 26} {
		at := first.AddDate(0, 0, night).Add(time.Duration(3+dice.IntN(6))*time.Hour + time.Duration(dice.IntN(60))*time.Minute)
		e := record.Episode{At: at}
		switch i % 8 {
		case 7: // nothing but when
		case 6: // by day
			e.At, e.Asleep, e.Muscle, e.Doing = at.Add(11*time.Hour), record.No, routines.Foot, "a long walk"
		default:
			e.Muscle, e.Side = routines.Calf, []routines.Side{routines.Left, routines.Right, routines.Left, routines.Both, ""}[i%5]
			e.Severity = record.Rating{Given: i%9 != 0, Value: dice.IntN(11)}
			e.Disturbance = record.Rating{Given: true, Value: dice.IntN(11)}
			e.Soreness = record.Rating{Given: i%2 == 0, Value: i % 4}
			e.Asleep, e.Woke = record.Yes, []record.Answer{record.Yes, record.Yes, record.No, ""}[i%4]
			e.Length = time.Duration(1+dice.IntN(9)) * time.Minute
			e.Relief = time.Duration(30+dice.IntN(300)) * time.Second
			e.Tried = tries(dice.IntN(4))
		}
		if i%2 == 0 {
			e.Note = nasty[i/2%len(nasty)]
		}
		if i%8 == 3 {
			e.Helped, e.Fluids = "heat, and standing up", "two glasses of water"
		}
		s.episodes = append(s.episodes, e)
	}
	s.episodes[4].Medicine = "a new water tablet in the morning"
	s.episodes[15].Medicine = nasty[2]
	s.episodes[17].Doing = nasty[11]
	s.episodes[19].Note = nasty[13]
	s.episodes[20].Tried = []record.Attempt{{Name: nasty[8], Answer: nasty[0]}}
	s.episodes[21].Muscle = routines.Muscle(nasty[3])
	s.episodes[22].Note = strings.Repeat("and so on, ", 60)
	s.episodes = append(s.episodes,
		record.Episode{At: morning.AddDate(0, 0, -3), Deleted: true, Note: "deleted"},
		record.Episode{At: morning.AddDate(0, 0, -29), Note: "too old"},
		record.Episode{At: morning.Add(time.Hour), Note: "still to come"})
	return s
}

func tries(n int) []record.Attempt {
	all := []record.Attempt{
		{Routine: "ease", Step: "slack", Name: "Let it go slack", Muscle: routines.Calf, Side: routines.Left, Spent: 15 * time.Second},
		{Routine: "ease", Step: "toes", Name: "Toes to the shin", Muscle: routines.Calf, Side: routines.Left, Spent: 5 * time.Second},
		{Routine: "ease", Step: "toes", Name: "Toes to the shin", Muscle: routines.Calf, Side: routines.Left, Spent: 5 * time.Second, Answer: "same"},
		{Routine: "ease", Step: "stretch", Name: "Gentle stretch", Muscle: routines.Calf, Side: routines.Left, Spent: 40 * time.Second, Answer: "eased"},
	}
	return slices.Clone(all[n:])
}
