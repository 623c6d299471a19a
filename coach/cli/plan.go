package cli

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

func (a *App) planCommand() *cobra.Command {
	cmd := command("plan", noFlag("write a number of glasses with =, such as --glass=2"))
	glass := cmd.Flags().Int("glass", 0, "count `N` glasses of water today; one without a number, one back with -1")
	cmd.Flags().Lookup("glass").NoOptDefVal = "1"
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		now := a.now()
		if !cmd.Flags().Changed("glass") {
			return a.showWeek(now, *asJSON)
		}
		if *glass < -record.MaxGlasses || *glass > record.MaxGlasses {
			return misusef("--glass is %d; choose -%d to %d", *glass, record.MaxGlasses, record.MaxGlasses)
		}
		n, err := a.Journal.AddGlasses(stats.DayOf(now), *glass)
		if err != nil {
			return fmt.Errorf("the glass is not saved: %w", err)
		}
		if *asJSON {
			return a.showWeek(now, true)
		}
		return a.print(a.width().Wrap(fmt.Sprintf(glassCounted, plan.Glasses(n), plan.Limits()[0])))
	})
	return cmd
}

// showWeek prints the week, after what the latest check forbids.
func (a *App) showWeek(now time.Time, asJSON bool) error {
	w, err := a.week(now)
	if err != nil {
		return err
	}
	if err := a.tellStanding(asJSON); err != nil {
		return err
	}
	return a.printAs(asJSON, newWeekJSON(w), w.Text(int(a.width())))
}

// week is the prevention of the seven days that end today.
func (a *App) week(now time.Time) (plan.Weekly, error) {
	sessions, glasses, err := a.Journal.Days(now, plan.FirstDay(now))
	if err != nil {
		return plan.Weekly{}, err
	}
	s, err := a.Journal.Summary(now, plan.DaysShown)
	return plan.Week(now, sessions, glasses).WithNights(s.Nights), err
}

// The week as plan --json prints it. A day is a date; of a night, that of its
// evening.
type (
	weekJSON struct {
		Today    string       `json:"today"`
		Items    []itemJSON   `json:"items"`
		Cramps   []crampsJSON `json:"cramps"` // one a day
		SixWeeks sixWeeksJSON `json:"six_weeks"`
	}
	crampsJSON struct {
		Day    string `json:"day"`
		Cramps int    `json:"cramps"` // of its night, and of the day around it
	}
	itemJSON struct {
		ID       string    `json:"id"`
		Name     string    `json:"name"`
		Times    int       `json:"times"` // a day
		Routines []string  `json:"routines"`
		Now      string    `json:"now"` // the present day, or night
		Days     []dayJSON `json:"days"`
	}
	dayJSON struct {
		Day   string `json:"day"`
		State string `json:"state"`
		Times int    `json:"times"` // done; of water it may be more than the item's
	}
	sixWeeksJSON struct {
		From   string `json:"from"`  // evening of the first night; empty: not begun
		Night  int    `json:"night"` // beyond nights they are over
		Nights int    `json:"nights"`
		Done   int    `json:"done"`
		Since  int    `json:"since"` // nights done after them
	}
)

// stateNames are the states as JSON has them.
var stateNames = map[plan.State]string{plan.Empty: "empty", plan.Partly: "partly", plan.Done: "done", plan.Due: "due", plan.Ahead: "ahead"}

func newWeekJSON(w plan.Weekly) weekJSON {
	six := w.SixWeeks
	out := weekJSON{
		Today:    w.Days[plan.DaysShown-1].String(),
		SixWeeks: sixWeeksJSON{Night: six.Night, Nights: stats.SixWeeksNights, Done: six.Count(), Since: six.Since},
	}
	if !six.From.IsZero() {
		out.SixWeeks.From = six.From.Format(time.DateOnly)
	}
	for i, n := range w.Nights {
		out.Cramps = append(out.Cramps, crampsJSON{w.Days[i].String(), n.All()})
	}
	for _, r := range w.Rows {
		item := itemJSON{
			ID: r.Item.ID, Name: r.Item.Name, Times: r.Item.Times, Routines: orEmpty(r.Item.Routines), Now: w.Days[r.Now].String(),
		}
		for i, c := range r.Cells {
			item.Days = append(item.Days, dayJSON{w.Days[i].String(), stateNames[c.State], c.Times})
		}
		out.Items = append(out.Items, item)
	}
	return out
}
