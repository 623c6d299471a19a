package cli

import (
	"strings"

	"uncramp/coach/text"
)

// ask prints a question and hands on what is typed until that is taken; the
// error says what to type instead. It is false where the lines ended first.
func (a *App) ask(question string, lines <-chan string, take func(line string) error) (more bool, err error) {
	err = a.print(question)
	for err == nil {
		line, ok, failed := a.readLine(lines)
		if failed != nil || !ok {
			return false, failed
		}
		wrong := take(line)
		if wrong == nil {
			return true, nil
		}
		err = a.print(sentence(wrong.Error()))
	}
	return false, err
}

// askOptional asks what may be left out, with Enter. There is no more once the
// lines have ended, which leaves it out, too.
func (a *App) askOptional(question string, lines <-chan string, take func(answer string) error) (given, more bool, err error) {
	more, err = a.ask(question, lines, func(line string) error {
		if line == "" {
			return nil
		}
		err := take(line)
		given = err == nil
		return err
	})
	return given, more, err
}

// sentence makes a line of its own of an error.
func sentence(said string) string {
	said = text.Clean(said)
	return strings.ToUpper(said[:1]) + said[1:] + ".\n"
}
