package report

import (
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/routines"
)

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
func madeUp() stats.Rows {
	dice := rand.New(rand.NewPCG(6, 4))
	nasty := hostile()
	var s stats.Rows
	first := time.Date(2026, 10, 25, 21, 40, 0, 0, zone)
	for night := range 28 {
		evening := first.AddDate(0, 0, night)
		if night%3 != 2 {
			s.Sessions = append(s.Sessions, record.Session{
				At: evening, Routine: "bedtime", Ending: session.Completed, Planned: 4 * time.Minute, Worked: 2 * time.Minute,
			})
		} else if night%6 == 2 {
			s.Sessions = append(s.Sessions, record.Session{
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
		s.Cramps = append(s.Cramps, e)
	}
	s.Cramps[4].Medicine = "a new water tablet in the morning"
	s.Cramps[15].Medicine = nasty[2]
	s.Cramps[17].Doing = nasty[11]
	s.Cramps[19].Note = nasty[13]
	s.Cramps[20].Tried = []record.Attempt{{Name: nasty[8], Answer: nasty[0]}}
	s.Cramps[21].Muscle = routines.Muscle(nasty[3])
	s.Cramps[22].Note = strings.Repeat("and so on, ", 60)
	s.Cramps = append(s.Cramps,
		record.Episode{At: morning.AddDate(0, 0, -3), Deleted: true, Note: "deleted"},
		record.Episode{At: morning.AddDate(0, 0, -29), Note: "too old"},
		record.Episode{At: morning.Add(time.Hour), Note: "still to come"})
	return s
}

// followed is a report of somebody who followed a programme of so many weeks, of which
// the latest ends now, and a week of diary before it.
func followed(r Report, rows stats.Rows, id string, weeks int) Report {
	p := plan.ProgrammeOf(id, routines.Library{}.Find)
	c := stats.Course{Name: id, From: stats.DayOf(r.Now) - stats.Day(7*weeks), Weeks: weeks, Baseline: plan.BaselineDays}
	rows.Courses = []stats.Course{c}
	for i := range 7 * weeks {
		at := c.From.Date().AddDate(0, 0, i).Add(21 * time.Hour)
		if i%4 != 3 {
			rows.Sessions = append(rows.Sessions, record.Session{Routine: p.Routine, At: at, Planned: 4 * time.Minute, Worked: 3 * time.Minute})
		}
	}
	_, nights, _ := stats.FollowedSince(r.Now, rows.Courses)
	r.Programme = plan.CourseOf(r.Now, stats.Followed{Summary: stats.Count(r.Now, nights, rows), Sessions: rows.Sessions}, func(string) plan.Programme { return p })
	return r
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
