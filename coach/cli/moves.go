package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"uncramp/routines"
)

func (a *App) movesCommand() *cobra.Command {
	cmd := command("routine-moves", nothing)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.listMoves(*asJSON) })
	return cmd
}

// moveRow is one move of routine moves --json.
type moveRow struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Also      []string            `json:"also"`
	Muscle    routines.Muscle     `json:"muscle"`
	Positions []routines.Position `json:"positions"`
	OneLeg    bool                `json:"one_leg"` // done by one leg at a time
	Counted   bool                `json:"counted"` // counted, rather than held
	Figure    string              `json:"figure"`

	Manner string `json:"-"` // in words
}

// moveWords are what the list of the moves is made from.
type moveWords struct {
	width
	Moves []moveRow
}

// Of are the moves of a muscle.
func (w moveWords) Of(m routines.Muscle) (list []moveRow) {
	for _, r := range w.Moves {
		if r.Muscle == m {
			list = append(list, r)
		}
	}
	return list
}

// OtherNames are what people call the move as well.
func (r moveRow) OtherNames() string { return strings.Join(r.Also, "; ") }

// listMoves names every move that a routine can be made of.
func (a *App) listMoves(asJSON bool) error {
	rows := []moveRow{}
	for _, m := range routines.Moves() {
		rows = append(rows, moveRow{m.ID, m.Name, orEmpty(m.Also), m.Muscle, m.Positions, m.OneLeg, m.Counted, m.Figure, m.Manner()})
	}
	return a.printText(asJSON, rows, "moves", moveWords{a.width(), rows})
}
