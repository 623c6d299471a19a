package cli

import (
	"strings"

	"uncramp/routines"
)

// question is something that a person may tell, or leave out.
type question struct {
	text string
	take func(answer string) error
}

// invite asks until the answer can be taken; Enter leaves it out. There is no
// more once the lines have ended, which leaves it out, too.
func (a *App) invite(q question, lines <-chan string) (told, more bool, err error) {
	more, err = a.answered(q.text, lines, func(line string) error {
		if line == "" {
			return nil
		}
		err := q.take(line)
		told = err == nil
		return err
	})
	return told, more, err
}

// answered prints a question and hands on what is typed until that is taken;
// the error says what to type instead. It is false where the lines ended first.
func (a *App) answered(text string, lines <-chan string, take func(line string) error) (bool, error) {
	if err := a.print(text + "\n"); err != nil {
		return false, err
	}
	for {
		line, ok, err := a.readLine(lines)
		if err != nil || !ok {
			return false, err
		}
		wrong := take(line)
		if wrong == nil {
			return true, nil
		}
		if err := a.print(sentence(wrong.Error())); err != nil {
			return false, err
		}
	}
}

// sentence makes a line of its own of an error.
func sentence(text string) string {
	text = routines.Clean(text)
	return strings.ToUpper(text[:1]) + text[1:] + ".\n"
}
