package cli

import (
	"bufio"
	"errors"
	"strings"

	"uncramp/coach/text"
)

// leaveAnswer leaves what is asked, and goes back.
const leaveAnswer = "q"

// errLeft ends what is not gone on with.
var errLeft = errors.New("it was left")

// question is what is asked line by line, to be heard as well as read: what there is to
// know first, and then the last line of all, which asks. It is one line of a narrow
// terminal, names what may be typed, and ends with a colon, or with a question mark where
// what may be typed was said before. So does what the menu and the player ask.
type question struct{ about, asks string }

// ask prints a question and hands on what is typed until that is taken; the error says
// what is wrong with it, and it is asked again, but errLeft ends it. It is false where the
// lines ended first.
func (a *App) ask(q question, lines <-chan string, take func(line string) error) (more bool, err error) {
	err = a.print(strings.TrimPrefix(strings.TrimSuffix(q.about, "\n")+"\n"+q.asks, "\n"))
	for err == nil {
		line, ok, failed := a.readLine(lines)
		if failed != nil || !ok {
			return false, failed
		}
		wrong := take(line)
		switch {
		case wrong == nil:
			return true, nil
		case errors.Is(wrong, errLeft):
			return true, errLeft
		}
		err = a.print(sentence(wrong.Error()) + q.asks)
	}
	return false, err
}

// askOptional asks what may be left out, with Enter. There is no more once the
// lines have ended, which leaves it out, too.
func (a *App) askOptional(q question, lines <-chan string, take func(answer string) error) (given, more bool, err error) {
	more, err = a.ask(q, lines, func(line string) error {
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

// readLine waits for a line, without the space around it; false at the end.
func (a *App) readLine(lines <-chan string) (line string, ok bool, err error) {
	for {
		select {
		case code := <-a.Signals:
			if code != 0 {
				return "", false, exitCode(code)
			}
		case line, ok := <-lines:
			return strings.TrimSpace(line), ok, nil
		}
	}
}

// typedLines are what is typed until there is no more of it. One reader reads them for
// all that asks, so that nothing is lost between two questions.
func (a *App) typedLines() <-chan string {
	if a.typed != nil {
		return a.typed
	}
	lines := make(chan string)
	a.typed = lines
	go func() {
		defer close(lines)
		in := bufio.NewScanner(a.In)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			lines <- in.Text()
		}
	}()
	return lines
}
