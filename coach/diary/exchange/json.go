package exchange

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// What a diary is called in JSON, with the version of its form. One row stands
// in each line.
const (
	formKey     = "uncramp_diary"
	formVersion = 2 // 1 had no tallies
	episodesKey = "episodes"
	sessionsKey = "sessions"
	talliesKey  = "marks"
)

func writeJSON(to io.Writer, rows Rows) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "{%q:%d,\n", formKey, formVersion)
	err := writeArray(w, episodesKey, rows.Episodes, ",\n")
	if err == nil {
		err = writeArray(w, sessionsKey, rows.Sessions, ",\n")
	}
	if err == nil {
		err = writeArray(w, talliesKey, rows.Tallies, "}\n")
	}
	return cmp.Or(err, w.Flush())
}

func writeArray[T any](w *bufio.Writer, key string, rows iter.Seq2[T, error], then string) error {
	fmt.Fprintf(w, "%q:[", key)
	end := "\n"
	for v, err := range rows {
		if err != nil {
			return err
		}
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s%s", end, text); err != nil {
			return err
		}
		end = ",\n"
	}
	fmt.Fprint(w, "\n]", then)
	return nil
}
