package cli

import (
	"github.com/spf13/cobra"

	"uncramp/routines"
)

func (a *App) listCommand() *cobra.Command {
	cmd := command("list", nothing)
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

	Length string `json:"-"` // or that it is left out
}

// list names every routine. A faulty one of the person's own is complained of
// and left out.
func (a *App) list(asJSON bool) error {
	out, err := a.listRows()
	if printed := a.printText(asJSON, out, "list", out); printed != nil {
		return printed
	}
	return err
}

// listRows are what can be followed, as far as it can be read.
func (a *App) listRows() (out []listRow, err error) {
	heads, err := a.heads()
	about, _ := a.Profile.Read() // what can't be read is told by what plays a routine
	for _, e := range heads {
		length := e.Length()
		if about.HasAny(e.NotFor) {
			length = leftOutForYou
		}
		out = append(out, listRow{e.ID, e.Name, e.Purpose, e.Summary, e.Minutes, orEmpty(e.Muscles), orEmpty(e.Positions), length})
	}
	return out, err
}
