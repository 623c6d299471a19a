package report

import (
	"encoding/csv"
	"io"
	"time"

	"uncramp/coach/diary/exchange"
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
		e.At.Format(time.RFC3339), string(e.Muscle), string(e.Side), cell(e.Length), e.Severity.String(), e.Disturbance.String(),
		string(e.Asleep), string(e.Woke), sequence(e), cell(e.Relief), e.Soreness.String(),
		e.Doing, e.Helped, e.Fluids, e.Medicine, e.Note,
	}
	for i, s := range row {
		row[i] = exchange.Defused(s)
	}
	return row
}

func cell(d time.Duration) string {
	if d <= 0 {
		return ""
	}
	return number(d.Seconds())
}
