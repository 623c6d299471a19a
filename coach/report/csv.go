package report

import (
	"encoding/csv"
	"io"
	"time"

	"uncramp/coach/stats"
	"uncramp/coach/text"
)

// csvHead names the columns of a cramp.
var csvHead = []string{
	"began", "muscle", "side", "length_seconds", "severity", "sleep_disturbance", "asleep", "woke",
	"tried", "relief_seconds", "soreness", "before", "helped", "fluids", "medicine", "note", "programme_week",
}

// csv leaves the cells empty of which nothing was told.
func (r Report) csv(w io.Writer) error {
	if _, err := io.WriteString(w, text.ByteOrderMark); err != nil {
		return err
	}
	rows := [][]string{csvHead}
	for _, e := range r.Cramps {
		cells := row(
			e.At.Format(time.RFC3339), e.Muscle, e.Side, told(e.Length, stats.Number), e.Severity, e.Disturbance, e.Asleep, e.Woke,
			sequence(e), told(e.Relief, stats.Number), e.Soreness, e.Doing, e.Helped, e.Fluids, e.Medicine, e.Note,
			r.weekOf(stats.NightOf(e.At)),
		)
		for i, cell := range cells {
			cells[i] = text.EscapeFormula(cell)
		}
		rows = append(rows, cells)
	}
	return csv.NewWriter(w).WriteAll(rows)
}
