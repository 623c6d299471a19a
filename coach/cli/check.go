package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/session"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
)

// notADoctor is said wherever the questions are asked.
const notADoctor = "This is a coach, not a doctor. It can't tell what is wrong."

func (a *App) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Go through the red flags",
		Long: `check asks about signs that need a doctor rather than a stretch. Its finding holds
for now and start until the check is taken again.
` + notADoctor,
		Example: "  uncramp check\n  yes n | uncramp check      a line y or n for each question",
		Args:    cobra.NoArgs,
	}
	plain := cmd.Flags().Bool("plain", false, "line by line, without a screen")
	l := addLooks(cmd)
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		if *plain || a.Terminal == nil {
			return a.checkPlain(a.typedLines())
		}
		return a.screen(l, tui.Config{
			Clock: a.Clock(1), Tolerance: session.Tolerance, Check: true,
			Finding: a.Finding(), Keep: a.Keep, Load: a.load,
		})
	})
	return cmd
}

// checkPlain asks one question a line. No answer is no answer: the check ends
// without a finding, and an earlier one stands.
func (a *App) checkPlain(lines <-chan string) error {
	if err := a.print(notADoctor + "\nAnswer each line with y or n.\n"); err != nil {
		return err
	}
	c := triage.Check{}
	for !c.Over() {
		g, _ := c.Group()
		yes, err := a.askGroup(g, lines)
		if err != nil {
			return err
		}
		c = c.Answer(yes)
	}
	f := c.Finding()
	f.At = a.Clock(1).Now().Wall
	if err := a.Keep(f); err != nil {
		a.complain(err)
	}
	return a.print(findingText(f))
}

// askGroup asks the questions of a group up to the first yes, which is enough,
// and returns its id; "" when all were answered with no.
func (a *App) askGroup(g triage.Group, lines <-chan string) (yes string, err error) {
	if err := a.print("\n" + g.Ask + "\n"); err != nil {
		return "", err
	}
	for _, q := range g.Questions {
		answer, err := a.askLine(q.Text+"?", lines)
		if err != nil {
			return "", err
		}
		if answer {
			return q.ID, nil
		}
	}
	return "", nil
}

// askLine asks until the answer is y or n.
func (a *App) askLine(question string, lines <-chan string) (bool, error) {
	for {
		if err := a.print(question + "\n"); err != nil {
			return false, err
		}
		line, ok, err := a.readLine(lines)
		switch {
		case err != nil:
			return false, err
		case !ok:
			return false, &failure{errors.New("the check was not finished; take it again with uncramp check")}
		}
		switch strings.ToLower(line) {
		case "y", "yes":
			return true, nil
		case "n", "no":
			return false, nil
		}
	}
}

func findingText(f triage.Finding) string {
	g, ok := f.Group()
	if !ok {
		return "\nNone of these. You may go on.\n"
	}
	text := "\n" + strings.ToUpper(g.Advice) + "\n" + g.Because + "\n"
	for _, q := range f.Reasons() {
		text += "You said yes to: " + q.Text + ".\n"
	}
	return text
}

// refuse says what stands in the way of a routine.
func (a *App) refuse(f triage.Finding) error {
	if err := a.print(strings.TrimPrefix(findingText(f), "\n")); err != nil {
		return err
	}
	return errBlocked
}

// errBlocked is why nothing is played.
var errBlocked = &failure{errors.New("the latest check does not allow a routine; take it again with uncramp check")}
