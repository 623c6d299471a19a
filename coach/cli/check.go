package cli

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/state"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
)

func (a *App) checkCommand() *cobra.Command {
	cmd := command("check", nothing)
	addPlain(cmd, lineByLine)
	addLooks(cmd)
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		if !a.draws(cmd.Flags()) {
			switch err := a.checkPlain(a.typedLines()); {
			case errors.Is(err, errLeft):
				return a.print(checkLeft)
			case errors.Is(err, state.ErrNotKept):
				return exitCode(Failed)
			default:
				return err
			}
		}
		return a.screen(cmd.Flags(), newPlayFlags(), tui.Config{Begin: screen.AskFlags{}})
	})
	return cmd
}

// checkPlain asks line by line: a person a group at a time, and anybody else a
// question a line. No answer is no answer: the check ends without a finding,
// and an earlier one stands. With q the error is errLeft; where what it came to
// is kept nowhere, which was told, it wraps [state.ErrNotKept].
func (a *App) checkPlain(lines <-chan string) error {
	how, ask := answerLines, a.askEach
	if a.ByHand {
		how, ask = "", a.askGroup
	}
	if err := a.print(triage.Disclaimer + "\n" + how); err != nil {
		return err
	}
	c, began := triage.Check{}, a.now()
	for !c.Over() {
		g, _ := c.Group()
		yes, err := ask(g, lines)
		if err != nil {
			return err
		}
		c = c.Answer(yes)
	}
	f := c.Finding()
	f.Began, f.At = began, a.now()
	return a.tellFinding(f)
}

// tellFinding keeps what a check came to, and tells it. A disk that takes its time
// does not hold up what to do at once; that one may go on is told once it is
// known that nothing else was found meanwhile.
func (a *App) tellFinding(f triage.Finding) error {
	keep := a.State.KeepFinding(f)
	go func() { _ = keep() }() // though nobody reads what is printed
	var told, kept error
	if f.Blocks() {
		told = a.print("\n" + a.findingText(f))
		kept = a.settle()
	} else {
		kept = a.settle()
		told = a.print("\n" + a.findingText(a.State.Finding()))
	}
	return cmp.Or(told, kept)
}

// askEach asks the questions of a group up to the first yes, which is enough,
// and returns its id; "" when all were answered with no.
func (a *App) askEach(g triage.Group, lines <-chan string) (yes string, err error) {
	if err := a.print("\n" + g.Ask + "\n"); err != nil {
		return "", err
	}
	for _, q := range g.Questions {
		yes, err := a.choose(question{asks: q.Text + "?"}, lines, map[string]string{"y": q.ID, "n": ""}, errAnswerEach)
		if err != nil || yes != "" {
			return yes, err
		}
	}
	return "", nil
}

// askGroup asks the questions of a group at once, as the screen does, and
// returns the id of one that fits; "" when none does. A number is read back first
// where a yes stands in the way of every routine.
func (a *App) askGroup(g triage.Group, lines <-chan string) (yes string, err error) {
	answers := map[string]string{"n": "", "i": "i"}
	for i := range g.Questions {
		answers[strconv.Itoa(i+1)] = strconv.Itoa(i + 1)
	}
	asks := fmt.Sprintf(answerGroup, len(g.Questions))
	for err == nil && yes == "" {
		typed, wrong := a.choose(question{groupText(g, false), asks}, lines, answers, errNoAnswer)
		number, _ := strconv.Atoi(typed)
		switch {
		case wrong != nil || typed == "":
			return "", wrong
		case typed == "i":
			err = a.print(groupText(g, true))
		case g.Level.Blocks():
			yes, err = a.readBack(number, g.Questions[number-1], lines)
		default:
			yes = g.Questions[number-1].ID
		}
	}
	return yes, err
}

// groupText is a group of questions with their numbers, and what they rest on.
func groupText(g triage.Group, sources bool) string {
	text := "\n" + g.Ask + "\n"
	for i, q := range g.Questions {
		text += fmt.Sprintf("%d %s\n", i+1, q.Text)
		if sources {
			text += indent + strings.Join(q.Credits(), "\n"+indent) + "\n"
		}
	}
	return text
}

// readBack asks whether a number was typed on purpose, and returns the id of its
// question; "" when it was not.
func (a *App) readBack(number int, q triage.Question, lines <-chan string) (yes string, err error) {
	return a.choose(question{triage.ReadBack(number, q), answerReadBack}, lines, map[string]string{"y": q.ID, "n": ""}, errNoAnswer)
}

// choose asks until one of some answers is typed, and returns what that stands
// for; wrong is said of another one. With q the error is errLeft; the end of
// what is typed is an error, too.
func (a *App) choose(q question, lines <-chan string, answers map[string]string, wrong error) (chosen string, err error) {
	typed := ""
	more, err := a.ask(q, lines, func(line string) error {
		typed = strings.ToLower(line)
		typed = cmp.Or(map[string]string{"yes": "y", "no": "n"}[typed], typed)
		if n, err := strconv.Atoi(typed); err == nil {
			typed = strconv.Itoa(n) // 01 is 1, too
		}
		_, ok := answers[typed]
		switch {
		case !ok && typed == leaveAnswer:
			return errLeft
		case !ok && typed == "y":
			return fmt.Errorf(whichOne, len(answers)-2) // n and i are none
		case !ok:
			return wrong
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case !more:
		return "", errors.New("the check was not finished; take it again with uncramp check")
	}
	return answers[typed], nil
}

// findingText is what a finding comes to, line by line.
func (a *App) findingText(f triage.Finding) string { return textOf(f, f.Page(a.emergencyCall())) }

// findingInShort is what to do, whom to call and how to correct a mistake: few
// enough lines that on a small screen the first one stays in sight.
func (a *App) findingInShort(f triage.Finding) string {
	p := f.Page(a.emergencyCall())
	p.Reasons, p.Number = nil, nil
	if f.Fault != "" {
		p.Reasons = []string{f.Fault}
	}
	return textOf(f, p)
}

func textOf(f triage.Finding, p triage.Page) string {
	if f.Level != triage.Clear {
		p.Advice, p.Call = strings.ToUpper(p.Advice), strings.ToUpper(p.Call)
	}
	lines := []string{p.Advice, p.Call, p.Until, p.Because}
	lines = slices.Concat(lines, p.Own, p.Reasons)
	if f.Blocks() {
		lines = append(lines, takeAgain)
	}
	lines = slices.DeleteFunc(append(lines, p.Number...), func(l string) bool { return l == "" })
	return strings.Join(lines, "\n") + "\n"
}

// emergencyCall is the number to call here.
func (a *App) emergencyCall() triage.Call {
	return triage.CallFor(a.preferred().EmergencyNumber(), a.Getenv)
}

// tellStanding tells a finding that allows no routine before what a command
// prints; beside JSON, which is for a program, on standard error.
func (a *App) tellStanding(asJSON bool) error {
	f := a.State.Finding()
	switch {
	case !f.Blocks():
		return nil
	case asJSON:
		a.complain(errors.New(strings.TrimSpace(a.findingText(f))))
		return nil
	}
	return a.print(a.width().Fold(a.findingText(f)) + "\n")
}

// refuse says what stands in the way of a routine.
func (a *App) refuse(f triage.Finding) error {
	if err := a.print(a.findingText(f)); err != nil {
		return err
	}
	return errBlocked
}

// errBlocked is why nothing is played.
var errBlocked = errors.New("the latest check does not allow a routine; take it again with uncramp check")
