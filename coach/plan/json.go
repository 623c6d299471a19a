package plan

import (
	"encoding/json"
	"math"
	"time"

	"uncramp/coach/stats"
)

// The week as JSON. A day is a date; of a night, that of its evening.
type (
	weekJSON struct {
		Today    string       `json:"today"`
		Items    []itemJSON   `json:"items"`
		Cramps   []crampsJSON `json:"cramps"` // one a day
		SixWeeks sixWeeksJSON `json:"six_weeks"`
		// Programme is the latest; it is left out where there is none.
		Programme Course `json:"programme,omitzero"`
	}
	crampsJSON struct {
		Day    string `json:"day"`
		Cramps int    `json:"cramps"` // of its night, and of the day around it
	}
	itemJSON struct {
		ID       string    `json:"id"`
		Name     string    `json:"name"`
		Times    int       `json:"times"` // a day
		Routines []string  `json:"routines"`
		Now      string    `json:"now"` // the present day, or night
		Days     []dayJSON `json:"days"`
	}
	dayJSON struct {
		Day   string `json:"day"`
		State string `json:"state"`
		Times int    `json:"times"` // done; of water it may be more than the item's
	}
	sixWeeksJSON struct {
		From   string `json:"from"`  // evening of the first night; empty: not begun
		Night  int    `json:"night"` // beyond nights they are over
		Nights int    `json:"nights"`
		Done   int    `json:"done"`
		Since  int    `json:"since"` // nights done after them
	}
)

// stateNames are the states as JSON has them.
var stateNames = map[State]string{Empty: "empty", Partly: "partly", Done: "done", Due: "due", Ahead: "ahead", Free: "free"}

// MarshalJSON writes what was done and what is due, day by day.
func (w Weekly) MarshalJSON() ([]byte, error) {
	six := w.SixWeeks
	out := weekJSON{
		Today:     w.Days[DaysShown-1].String(),
		Programme: w.Course,
		SixWeeks:  sixWeeksJSON{Night: six.Night, Nights: stats.SixWeeksNights, Done: six.Count(), Since: six.Since},
	}
	if !six.From.IsZero() {
		out.SixWeeks.From = six.From.Format(time.DateOnly)
	}
	for i, n := range w.Nights {
		out.Cramps = append(out.Cramps, crampsJSON{w.Days[i].String(), n.All()})
	}
	for _, r := range w.Rows {
		item := itemJSON{
			ID: r.Item.ID, Name: r.Item.Name, Times: r.Item.Times,
			Routines: append([]string{}, r.Item.Routines...), Now: w.Days[r.Now].String(),
		}
		for i, c := range r.Cells {
			item.Days = append(item.Days, dayJSON{w.Days[i].String(), stateNames[c.State], c.Times})
		}
		out.Items = append(out.Items, item)
	}
	return json.Marshal(out)
}

// A programme as JSON. Values of type any are numbers, or null where nothing is known.
type (
	courseJSON struct {
		ID      string         `json:"id"`
		Name    string         `json:"name"`
		Stage   string         `json:"stage"`
		Begun   string         `json:"begun"` // its first day, that of the diary where there is one
		From    string         `json:"from"`  // the first day of the practice
		Until   string         `json:"until,omitzero"`
		Weeks   int            `json:"weeks"`
		Week    int            `json:"week"` // 0 before the practice
		Number  int            `json:"day"`  // of the week of diary, or of the practice
		Rhythm  string         `json:"rhythm"`
		Source  string         `json:"source"`
		Dose    string         `json:"dose,omitzero"`
		ByWeek  []weekDoneJSON `json:"by_week"`
		Before  nightsJSON     `json:"before"`
		After   nightsJSON     `json:"after"` // its latest two weeks
		Outcome string         `json:"outcome"`
		Earlier []earlierJSON  `json:"earlier"`
	}
	earlierJSON struct {
		ID    string `json:"id"`
		Begun string `json:"begun"`
		Until string `json:"until"`
	}
	weekDoneJSON struct {
		Week     int       `json:"week"`
		From     string    `json:"from"`
		Done     int       `json:"done"`
		Asked    int       `json:"asked"`
		Dose     string    `json:"dose,omitzero"`
		Cramps   int       `json:"cramps"`
		Severity any       `json:"severity"`
		Days     []dayJSON `json:"days"`
	}
	nightsJSON struct {
		Nights   int `json:"nights"`
		Weekly   any `json:"cramps_a_week"`
		Severity any `json:"severity"`
	}
)

// The stages and the outcomes as JSON has them.
var (
	stageNames   = map[Stage]string{NotBegun: "none", Diary: "diary", Running: "running", Over: "over", Stopped: "stopped"}
	outcomeNames = map[Outcome]string{Unknown: "unknown", None: "no cramps", Eased: "eased", NoBetter: "no better"}
)

// MarshalJSON writes where it stands, week by week what was done, and the nights before
// and at its end; null where there is none.
func (c Course) MarshalJSON() ([]byte, error) {
	if c.Stage == NotBegun {
		return []byte("null"), nil
	}
	p := c.Programme
	out := courseJSON{
		ID: p.ID, Name: p.Name, Stage: stageNames[c.Stage], Begun: c.Begun().String(), From: c.From.String(), Weeks: c.Weeks,
		Week: c.Week, Number: c.Number, Rhythm: p.Rhythm(), Source: p.Rests(), Dose: p.LongVolumeOf(c.Week), ByWeek: []weekDoneJSON{},
		Before: newNightsJSON(c.Before), After: newNightsJSON(c.After), Outcome: outcomeNames[c.Outcome()], Earlier: []earlierJSON{},
	}
	if c.Until != 0 {
		out.Until = c.Until.String()
	}
	for _, p := range c.Past {
		out.Earlier = append(out.Earlier, earlierJSON{p.Name, p.Begun().String(), p.Until.String()})
	}
	for _, w := range c.Rows {
		row := weekDoneJSON{
			Week: w.Number, From: w.From.String(), Done: w.Done, Asked: w.Asked, Dose: p.LongVolumeOf(w.Number),
			Cramps: w.Cramps.Totals.Cramps(), Severity: newNightsJSON(w.Cramps).Severity,
		}
		for i, cell := range w.Cells {
			row.Days = append(row.Days, dayJSON{(w.From + stats.Day(i)).String(), stateNames[cell.State], cell.Times})
		}
		out.ByWeek = append(out.ByWeek, row)
	}
	return json.Marshal(out)
}

func newNightsJSON(p stats.Period) (out nightsJSON) {
	out.Nights = p.Totals.Known
	if weekly, ok := p.Totals.PerWeek(); ok {
		out.Weekly = math.Round(weekly*10) / 10
	}
	if p.Severity.Given > 0 {
		out.Severity = p.Severity.Median
	}
	return out
}
