package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncramp/coach/triage"
	"uncramp/routines"
)

func (a *App) listCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the routines",
		Example: "  uncramp list\n  uncramp list --json",
		Args:    cobra.NoArgs,
	}
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.list(*asJSON) })
	return cmd
}

// listed is one routine of list --json.
type listed struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Purpose   routines.Purpose    `json:"purpose"`
	Summary   string              `json:"summary"`
	Minutes   int                 `json:"minutes"`
	Muscles   []routines.Muscle   `json:"muscles"`
	Positions []routines.Position `json:"positions"`

	length string
}

// list names every routine. A faulty one of the person's own is complained of
// and left out.
func (a *App) list(asJSON bool) error {
	heads, err := a.heads()
	var out []listed
	for _, e := range heads {
		out = append(out, listed{e.ID, e.Name, e.Purpose, e.Summary, e.Minutes, orEmpty(e.Muscles), orEmpty(e.Positions), e.Length()})
	}
	if asJSON {
		if jerr := a.writeJSON(out); jerr != nil {
			return jerr
		}
	} else if terr := a.listText(out); terr != nil {
		return terr
	}
	if err != nil {
		return &failure{err}
	}
	return nil
}

func (a *App) listText(all []listed) error {
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	for i, p := range routines.Purposes() {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, p.Heading())
		for _, r := range all {
			if r.Purpose == p {
				fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", r.ID, routines.Clean(r.Name), r.length, strings.Join(texts(r.Positions), ", "))
			}
		}
	}
	fmt.Fprintf(w, "\nFollow one with uncramp start NAME.\n%s\n", triage.Warning)
	if err := w.Flush(); err != nil {
		return &failure{err}
	}
	return nil
}

func (a *App) writeJSON(v any) error {
	enc := json.NewEncoder(a.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return &failure{err}
	}
	return nil
}

// orEmpty makes an empty list of none, so that JSON says [].
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
