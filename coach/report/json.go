package report

import (
	"encoding/json"
	"io"
	"math"
	"time"

	"uncramp/coach/record"
)

// The report as JSON. Values of type any are numbers, or null where nothing was
// told; a list has its brackets even when it is empty.
type (
	jsonReport struct {
		From      string      `json:"from"` // evening of the first night
		Until     time.Time   `json:"until"`
		Begun     time.Time   `json:"diary_begun,omitzero"`
		Latest    time.Time   `json:"latest_entry,omitzero"`
		Basis     []string    `json:"basis"`
		Nights    Counted     `json:"nights"`
		Weekly    any         `json:"cramps_a_week"`
		Relief    jsonSpread  `json:"relief_seconds"`
		Length    jsonSpread  `json:"length_seconds"`
		Severity  jsonSpread  `json:"severity"`
		Disturbed jsonSpread  `json:"sleep_disturbance"`
		Soreness  jsonSpread  `json:"soreness"`
		Woke      Answers     `json:"woke"`
		Asleep    Answers     `json:"asleep"`
		Hours     [24]int     `json:"hours"` // cramps that began in each, from midnight
		Places    []Place     `json:"places"`
		Tried     []Attempt   `json:"tried"`
		Medicines []Change    `json:"medicines"`
		Ticked    []string    `json:"ticked"`
		Findings  []string    `json:"red_flags"`
		NightList []jsonNight `json:"night_list"`
		// Cramps are written as in an export: what was not told is left out.
		Cramps []record.Episode `json:"cramps"`
	}
	jsonSpread struct {
		Told   int `json:"told"`
		Median any `json:"median"`
		Least  any `json:"least"`
		Most   any `json:"most"`
	}
	jsonNight struct {
		Evening   string `json:"evening"`
		Known     bool   `json:"known"`
		Cramps    int    `json:"cramps_at_night"`
		ByDay     int    `json:"cramps_by_day"`
		Stretched bool   `json:"bedtime_stretch_done"`
		Begun     bool   `json:"bedtime_stretch_only_begun"`
	}
)

func (r Report) json(w io.Writer) error {
	out := jsonReport{
		From: r.Nights[0].Evening.Date().Format(time.DateOnly), Until: r.Until, Begun: r.Begun, Latest: r.Latest,
		Basis: r.basis(), Nights: Count(r.Nights), Weekly: figure(r.Weekly()),
		Relief: spreadJSON(r.Relief()), Length: spreadJSON(r.Length()), Severity: spreadJSON(r.Severity()),
		Disturbed: spreadJSON(r.Disturbance()), Soreness: spreadJSON(r.Soreness()),
		Woke: r.Woke(), Asleep: r.Asleep(), Hours: r.Hours(), Places: r.Places(), Tried: r.Tried(),
		Medicines: r.Medicines(), Ticked: r.Ticked, Findings: r.Findings, Cramps: r.Cramps,
	}
	for _, n := range r.Nights {
		out.NightList = append(out.NightList, jsonNight{n.Evening.Date().Format(time.DateOnly), n.Known, n.Cramps, n.ByDay, n.Stretched, n.Begun})
	}
	out.Places, out.Tried, out.Medicines = bracketed(out.Places), bracketed(out.Tried), bracketed(out.Medicines)
	out.Ticked = bracketed(out.Ticked)
	out.Findings, out.Cramps = bracketed(out.Findings), bracketed(out.Cramps)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func spreadJSON(s Spread) jsonSpread {
	told := s.Told > 0
	return jsonSpread{s.Told, figure(s.Median, told), figure(s.Least, told), figure(s.Most, told)}
}

func figure(v float64, told bool) any {
	if !told {
		return nil
	}
	return math.Round(v*10) / 10
}

func bracketed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
