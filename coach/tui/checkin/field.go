package checkin

import (
	"math"
	"slices"
	"strconv"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/routines"
)

// field is one thing that can be said of a cramp, always as a text; an empty
// one is not answered.
type field struct {
	name    string // in the list, ten columns at most
	ask     string // the question
	about   string // what more there is to say of it; with it, one line of a wide screen
	options []option
	place
}

// option is an answer at hand, and the key that gives it. A field without any
// is typed.
type option struct{ key, text string }

// place is where an answer stands in an episode.
type place struct {
	get func(record.Episode) string
	set func(*record.Episode, string) error // with an error the episode is spoilt
}

// tenKey is 10 in one key.
const tenKey = "t"

// offers reports whether an answer is at hand.
func (f field) offers(answer string) bool {
	return slices.ContainsFunc(f.options, func(o option) bool { return o.text == answer })
}

// severity is all that is asked at night.
func severity() field {
	return field{"how bad", "How bad was it?", "0 is nothing, 10 the worst you can think of.", numbers(), column("severity")}
}

// fields are what can be said, in the order in which it is asked. A moment is
// asked for where it is known what time it is.
func fields(now time.Time) []field {
	yesNo := words(record.Yes, record.No)
	list := []field{
		severity(),
		{"side", "Which leg?", "", words(routines.Left, routines.Right, routines.Both), column("side")},
		{"muscle", "Which muscle?", "", words(routines.Muscles()...), column("muscle")},
		{"minutes", "How many minutes did it last?", "", nil, place{minutes, setMinutes}},
		{"asleep", "Were you asleep when it began?", "", yesNo, column("asleep")},
		{"woke you", "Did it wake you?", "", yesNo, column("woke")},
		{"sleep", "How much did it disturb your sleep?", "0 is not at all, 10 is no more sleep.", numbers(), column("disturbance")},
		{"sore after", "How sore was it afterwards?", "0 is not at all, 10 the worst.", numbers(), column("soreness")},
		{"helped", "What helped?", "", nil, column("helped")},
		{"doing", "What were you doing before it?", "", nil, column("doing")},
		{"drinks", "What had you been drinking that day?", "", nil, column("fluids")},
		{"medicine", "Has any medicine changed?", "A new one, one stopped, another dose.", nil, column("medicine")},
		{"note", "Anything else?", "", nil, column("note")},
	}
	if now.IsZero() {
		return list
	}
	return append(list, field{"began", "When did it begin?", "Write 03:12, yesterday 03:12 or a date and a time.", nil, began(now)})
}

// numbers are 0 to 10, one key each.
func numbers() []option {
	const most = 10
	var list []option
	for n := range most + 1 {
		list = append(list, option{strconv.Itoa(n), strconv.Itoa(n)})
	}
	list[most].key = tenKey
	return list
}

func words[T ~string](among ...T) []option {
	out := make([]option, len(among))
	for i, w := range among {
		out[i] = option{strconv.Itoa(i + 1), string(w)}
	}
	return out
}

// column is the place of a column of the diary.
func column(name string) place {
	at := slices.IndexFunc(record.EpisodeColumns, func(c record.Column[record.Episode]) bool { return c.Name == name })
	in := record.EpisodeColumns[at].Field
	return place{
		func(e record.Episode) string {
			said, _ := record.TextOf(in(&e)).MarshalText() // words and numbers can be written
			return text.Clean(string(said))
		},
		func(e *record.Episode, answer string) error {
			return record.TextOf(in(e)).UnmarshalText([]byte(answer))
		},
	}
}

// minutes is the length to a tenth of a minute.
func minutes(e record.Episode) string {
	if e.Length == 0 {
		return ""
	}
	const tenth = 10
	return strconv.FormatFloat(math.Round(e.Length.Minutes()*tenth)/tenth, 'f', -1, 64)
}

func setMinutes(e *record.Episode, answer string) (err error) {
	if answer == "" {
		e.Length = 0
		return nil
	}
	e.Length, err = record.ParseMinutes(answer)
	return err
}

func began(now time.Time) place {
	return place{
		func(e record.Episode) string { return e.At.Format("2006-01-02 15:04") },
		func(e *record.Episode, answer string) (err error) {
			e.At, err = record.ParseMoment(answer, now)
			return err
		},
	}
}
