package cli

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/routines"
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
		return a.print(fmt.Sprintf(glassCounted, plan.Glasses(n), plan.Limits()[0]))
	})
	cmd.AddCommand(a.planBegin(), a.planStop(), a.planReview())
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
	return a.printAs(asJSON, w, w.Text(int(a.width())))
}

// week is the prevention of the seven days that end today.
func (a *App) week(now time.Time) (plan.Weekly, error) {
	sessions, glasses, err := a.Journal.Days(now, plan.FirstDay(now))
	if err != nil {
		return plan.Weekly{}, err
	}
	s, err := a.Journal.Summary(now, plan.DaysShown)
	if err != nil {
		return plan.Weekly{}, err
	}
	c, err := a.course(now)
	return plan.Week(now, sessions, glasses).WithNights(s).WithCourse(c), err
}

// course is the latest programme, counted.
func (a *App) course(now time.Time) (plan.Course, error) {
	f, err := a.Journal.Followed(now)
	return plan.CourseOf(now, f, a.programme), err
}

// programmes lists what can be followed.
func (a *App) programmes() []plan.Programme { return plan.Programmes(a.Library.Programmed()) }

// programme finds a programme.
func (a *App) programme(id string) plan.Programme { return plan.ProgrammeOf(id, a.Library.Find) }

// programmed is how a routine is played now for somebody who follows a programme of it;
// the zero value where nobody does, or the diary can't be read.
func (a *App) programmed(r routines.Routine) session.Choice {
	if !plan.Programmed(r) { // the relief waits for no diary
		return session.Choice{}
	}
	courses, _ := a.Journal.Courses()
	return plan.FormOf(r, courses, a.now(), a.programme)
}

func (a *App) planBegin() *cobra.Command {
	cmd := command("plan-begin", wants(0, 1, howToBegin))
	diary := cmd.Flags().Bool("baseline", false, "keep a week of diary first")
	cmd.ValidArgsFunction = completeFirst(func() []string {
		return offers(a.programmes(), func(p plan.Programme) (id, about string) { return p.ID, p.About })
	})
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		all := a.programmes()
		if len(args) == 0 {
			return a.print(plan.Choices(all, int(a.width())))
		}
		i := slices.IndexFunc(all, func(p plan.Programme) bool { return p.ID == args[0] })
		if i < 0 {
			return unknown("programme", args[0], plan.IDs(all), "uncramp plan begin")
		}
		return a.changeCourse(func(c plan.Course, now time.Time) ([]record.Tally, error) { return c.Begin(all[i], now, *diary) })
	})
	return cmd
}

func (a *App) planStop() *cobra.Command {
	cmd := command("plan-stop", nothing)
	undo := cmd.Flags().Bool("undo", false, "go on with the programme that was stopped last")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		if *undo {
			return a.changeCourse(plan.Course.GoOn)
		}
		return a.changeCourse(plan.Course.Stop)
	})
	return cmd
}

func (a *App) planReview() *cobra.Command {
	cmd := command("plan-review", nothing)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.showCourse(*asJSON) })
	return cmd
}

// changeCourse changes the programme, and says where it stands then.
func (a *App) changeCourse(how func(plan.Course, time.Time) ([]record.Tally, error)) error {
	c, err := a.course(a.now())
	if err != nil {
		return err
	}
	marks, err := how(c, c.Now)
	if err != nil {
		return err
	}
	if err := a.Journal.Mark(marks); err != nil {
		return fmt.Errorf("the programme is not saved: %w", err)
	}
	return a.showCourse(false)
}

// showCourse prints the latest programme, after what the latest check forbids.
func (a *App) showCourse(asJSON bool) error {
	c, err := a.course(a.now())
	if err == nil {
		err = a.tellStanding(asJSON)
	}
	if err != nil {
		return err
	}
	return a.printAs(asJSON, c, c.Text(int(a.width())))
}
