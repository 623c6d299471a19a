package report

import (
	"encoding/csv"
	"io"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

func (r Report) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{
		"began", "muscle", "side", "length_seconds", "severity", "sleep_disturbance", "asleep", "woke",
		"tried", "relief_seconds", "soreness", "before", "helped", "fluids", "medicine", "note",
	}); err != nil {
		return err
	}
	for _, e := range r.Cramps {
		if err := c.Write(csvRow(e)); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// csvRow leaves the cells empty of which nothing was told.
func csvRow(e record.Episode) []string {
	row := []string{
		e.At.Format(time.RFC3339), string(e.Muscle), string(e.Side), cell(length(e)), cell(severity(e)), cell(disturbance(e)),
		string(e.Asleep), string(e.Woke), sequence(e), cell(relief(e)), cell(soreness(e)),
		e.Doing, e.Helped, e.Fluids, e.Medicine, e.Note,
	}
	for i, s := range row {
		row[i] = diary.Defused(s)
	}
	return row
}

func cell(v float64, ok bool) string {
	if !ok {
		return ""
	}
	return number(v)
}
