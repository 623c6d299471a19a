package report

import (
	"encoding/csv"
	"io"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/text"
)

// csvHead names the columns of a cramp.
var csvHead = []string{
	"began", "muscle", "side", "length_seconds", "severity", "sleep_disturbance", "asleep", "woke",
	"tried", "relief_seconds", "soreness", "before", "helped", "fluids", "medicine", "note",
}

func (r Report) csv(w io.Writer) error {
	rows := [][]string{csvHead}
	for _, e := range r.Cramps {
		rows = append(rows, csvRow(e))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// csvRow leaves the cells empty of which nothing was told.
func csvRow(e record.Episode) []string {
	cells := row(
		e.At.Format(time.RFC3339), e.Muscle, e.Side, told(e.Length, number), e.Severity, e.Disturbance, e.Asleep, e.Woke,
		sequence(e), told(e.Relief, number), e.Soreness, e.Doing, e.Helped, e.Fluids, e.Medicine, e.Note,
	)
	for i, cell := range cells {
		cells[i] = text.EscapeFormula(cell)
	}
	return cells
}
