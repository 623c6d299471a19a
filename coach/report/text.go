package report

import (
	_ "embed" // the template
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"text/template"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

//go:embed diary.gotxt
var diaryTemplate string

// Text is a window of a diary as plain tables, for a reader without a screen.
func Text(s stats.Summary) (string, error) {
	t := template.Must(template.New("diary").Funcs(template.FuncMap{
		"ofTen": stats.OfTen, "emptyDiary": func() string { return stats.EmptyDiary }, "latestFirst": slices.Backward[[]record.Episode],
		"details": func(e record.Episode) string { return strings.Join(stats.Details(e), "; ") },
	}).Parse(diaryTemplate))
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	if err := errors.Join(t.Execute(w, s), w.Flush()); err != nil {
		return "", fmt.Errorf("writing the diary as text: %w", err)
	}
	return text.String(), nil
}
