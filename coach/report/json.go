package report

import (
	"encoding/json"
	"io"
	"math"
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// The report as JSON. Values of type any are numbers, or null where nothing was
// told; a list has its brackets even when it is empty.
type (
	jsonReport struct {
		From      stats.Day       `json:"from"` // evening of the first night
		Until     time.Time       `json:"until"`
		Begun     time.Time       `json:"diary_begun,omitzero"`
		Latest    time.Time       `json:"latest_entry,omitzero"`
		Basis     []string        `json:"basis"`
		Nights    stats.Totals    `json:"nights"`
		Weekly    any             `json:"cramps_a_week"`
		Relief    jsonSpread      `json:"relief_seconds"`
		Length    jsonSpread      `json:"length_seconds"`
		Severity  jsonSpread      `json:"severity"`
		Disturbed jsonSpread      `json:"sleep_disturbance"`
		Soreness  jsonSpread      `json:"soreness"`
		Woke      stats.Answers   `json:"woke"`
		Asleep    stats.Answers   `json:"asleep"`
		Hours     [24]int         `json:"hours"` // cramps that began in each, from midnight
		Places    []jsonPlace     `json:"places"`
		Tried     []stats.Outcome `json:"tried"`
		Medicines []jsonChange    `json:"medicines"`
		Ticked    []string        `json:"ticked"`
		Findings  []string        `json:"red_flags"`
		Programme plan.Course     `json:"programme,omitzero"` // left out where there is none
		NightList []stats.Night   `json:"night_list"`
		// Cramps are written as in an export: what was not told is left out.
		Cramps []record.Episode `json:"cramps"`
	}
	jsonSpread struct {
		Told   int `json:"told"`
		Median any `json:"median"`
		Least  any `json:"least"`
		Most   any `json:"most"`
	}
	jsonPlace struct {
		Where  string `json:"where"` // "left calf"; "not told"
		Cramps int    `json:"cramps"`
	}
	jsonChange struct {
		At   time.Time `json:"at"`
		Text string    `json:"text"`
	}
)

func (r Report) json(w io.Writer) error {
	out := jsonReport{
		From: r.Nights[0].Evening, Until: r.Now, Begun: r.First, Latest: r.Latest,
		Basis: r.Basis(), Nights: r.Totals, Weekly: orNull(r.Totals.PerWeek()),
		Relief: spreadJSON(r.Relief), Length: spreadJSON(r.Length), Severity: spreadJSON(r.Severity),
		Disturbed: spreadJSON(r.Disturbance), Soreness: spreadJSON(r.Soreness),
		Woke: r.Woke, Asleep: r.Asleep, Hours: r.Hours, Places: []jsonPlace{}, Medicines: []jsonChange{},
		Tried: append([]stats.Outcome{}, r.Outcomes...), Ticked: append([]string{}, r.Ticked...),
		Findings: append([]string{}, r.Findings...), Cramps: r.Cramps, NightList: r.Nights, Programme: r.Programme,
	}
	for _, p := range r.Places {
		out.Places = append(out.Places, jsonPlace{p.Name(), p.Cramps})
	}
	for _, e := range r.medicines() {
		out.Medicines = append(out.Medicines, jsonChange{e.At, e.Medicine})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func spreadJSON(s stats.Spread) jsonSpread {
	given := s.Given > 0
	return jsonSpread{s.Given, orNull(s.Median, given), orNull(s.Least, given), orNull(s.Most, given)}
}

func orNull(v float64, given bool) any {
	if !given {
		return nil
	}
	return math.Round(v*10) / 10
}
