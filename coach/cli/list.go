package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/triage"
	"uncramp/routines"
)

func (a *App) listCommand() *cobra.Command {
	cmd := command("list", cobra.NoArgs)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.list(*asJSON) })
	return cmd
}

// listRow is one routine of list --json.
type listRow struct {
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
	var out []listRow
	for _, e := range heads {
		out = append(out, listRow{e.ID, e.Name, e.Purpose, e.Summary, e.Minutes, orEmpty(e.Muscles), orEmpty(e.Positions), e.Length()})
	}
	if printed := a.printAs(asJSON, out, listText(out)); printed != nil {
		return printed
	}
	return err
}

func listText(all []listRow) string {
	var b strings.Builder
	for _, p := range routines.Purposes() {
		fmt.Fprintln(&b, p.Heading())
		for _, r := range all {
			if r.Purpose == p {
				fmt.Fprintf(&b, "  %s\t%s\t%s\t%s\n", r.ID, routines.Clean(r.Name), r.length, strings.Join(texts(r.Positions), ", "))
			}
		}
		b.WriteString("\n")
	}
	return aligned(b.String() + howToFollow + triage.Warning + "\n")
}
