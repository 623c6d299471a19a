// Package menu is a numbered menu through all that a person can do, for who hears the
// program rather than sees it.
//
// Its contract: nothing that was printed is redrawn. A list says how many lines it has,
// and a question is one line, the last one, which ends with a colon. From each one 0 or
// q goes back, and the end of what is typed leaves. What is done is done by the commands
// of the program, so that it does as they do.
package menu

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"uncramp/coach/library"
	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/remind"
	"uncramp/coach/settings"
	"uncramp/routines"
)

// Program is what the menu works with. Where a func returns an error that was not told
// yet, the menu tells it and goes on; but for Print, Read and Run, whose errors end it.
type Program struct {
	Print    func(text string) error
	Read     func() (line string, more bool, err error)
	Complain func(error)
	Now      func() time.Time

	// Run carries out a command line, and tells what went wrong.
	Run func(args ...string) error
	// TellStanding says what a red flag forbids, if one does.
	TellStanding func() error

	// Unfinished is the routine that was stopped half-way, by its place; empty: none was.
	Unfinished func() string
	GoOn       func() error // with that routine; it tells what went wrong, as Run does
	Decline    func() error

	Routines   func() []Routine
	Conditions func() (routines.Profile, error)
	Settings   func() []settings.Value
	Cards      func() (library.Library, error)
	Ticked     func() ([]string, error)
	Tick       func(cause string, on bool) error
	Programmes func() []plan.Programme
	Reminders  func() ([]remind.Reminder, error)

	Answers func() ([]string, error)         // what the diary says of the last weeks, in sentences
	Cramps  func() ([]record.Episode, error) // all, the latest first
	// Untold is the cramp of last night of which little was told; false: there is none.
	Untold func() (record.Episode, bool)
	Cramp  func(record.ID) (record.Episode, error) // as it is in the diary
	Change func(record.Episode) error              // asks, and keeps what is said; as Run
	Delete func(record.Episode) error
}

// Routine is one that can be followed.
type Routine struct {
	ID, Name, Length, Summary string
	Own                       bool
}

// item is a line of a list: what it is called, a key of the home screen that chooses it
// beside its number, and what it does.
type item struct {
	title, key string
	do         func() error
}

// page is a list that something is chosen from.
type page struct {
	title string
	begin func() error  // says something ahead of the list; may be nil
	items func() []item // made anew whenever it is shown, as what they say may change
	none  string        // what is said where there is nothing to choose
	once  bool          // it goes back as soon as something was chosen
}

// menu is a [Program] with somebody in front of it.
type menu struct{ Program }

// errEnded ends the menu where nobody types any more.
var errEnded = errors.New("nobody types any more")

// Run shows the menu until it is left.
func Run(p Program) error {
	m := menu{p}
	err := m.show(m.home())
	if errors.Is(err, errEnded) {
		return nil
	}
	return err
}

// longest is how many lines of a list are said at once.
const longest = 25

// show says a list, and does what is chosen of it until somebody goes back.
func (m menu) show(p page) error {
	items := p.items()
	from := 0
	say := true
	for {
		if say {
			if err := m.say(p, items, from); err != nil || len(items) == 0 {
				return err
			}
		}
		line, err := m.readText(question(p, items))
		switch {
		case err != nil:
			return err
		case line == "0" || strings.EqualFold(line, "q"):
			return nil
		}
		say = true
		switch do, ok := m.find(items, line); {
		case ok:
			if err := do(); err != nil || p.once {
				return err
			}
			items, say = p.items(), false
		case line == "":
			from = 0
		case strings.EqualFold(line, moreKey) && len(items) > longest:
			if from += longest; from >= len(items) {
				from = 0
			}
		default:
			say = false
			if err := m.Print(fmt.Sprintf(noSuchLine, line)); err != nil {
				return err
			}
		}
	}
}

// say says the lines of a list from one on, after what stands ahead of it.
func (m menu) say(p page, items []item, from int) error {
	if p.begin != nil && from == 0 {
		if err := p.begin(); err != nil {
			return err
		}
	}
	if len(items) == 0 {
		return m.Print(p.none)
	}
	var lines []string
	if p.title != homeTitle { // its first line is what somebody in pain waits for
		lines = append(lines, record.Plural(len(items), p.title+oneItem, p.title+someItems))
	}
	for i, it := range items[from:min(from+longest, len(items))] {
		lines = append(lines, fmt.Sprintf(itemLine, from+i+1, it.title))
	}
	return m.Print(strings.Join(lines, "\n"))
}

// question is what is asked below a list.
func question(p page, items []item) string {
	switch {
	case p.title == homeTitle:
		return fmt.Sprintf(chooseAtHome, len(items))
	case len(items) > longest:
		return fmt.Sprintf(chooseOrMore, p.title, len(items))
	}
	return fmt.Sprintf(chooseItem, p.title, len(items))
}

// find is what the item of a number or a key does, or a command that is typed in full, as
// what is told names it. The keys that help at once hold everywhere.
func (m menu) find(items []item, typed string) (do func() error, ok bool) {
	if n, err := strconv.Atoi(typed); err == nil {
		if n < 1 || n > len(items) {
			return nil, false
		}
		return items[n-1].do, true
	}
	if words := argument().FindAllString(typed, -1); len(words) > 1 && words[0] == commandName {
		for i, w := range words {
			words[i] = strings.ReplaceAll(w, `"`, "")
		}
		return m.runs(words[1:]...), true
	}
	typed = strings.ToLower(typed)
	all := slices.Concat(items, m.always())
	i := slices.IndexFunc(all, func(it item) bool { return typed != "" && (it.key == typed || signWords[it.key] == typed) })
	if i < 0 {
		return nil, false
	}
	return all[i].do, true
}

// argument is one of a command line, in which a space stands between quotes.
var argument = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:"[^"]*"|[^"\s])+`) })

func (m menu) readText(question string) (string, error) {
	if err := m.Print(question); err != nil {
		return "", err
	}
	line, more, err := m.Read()
	if err == nil && !more {
		err = errEnded
	}
	return line, err
}

// ask asks for a text and does something with it, unless somebody goes back, with 0, q
// or Enter alone.
func (m menu) ask(question string, do func(answer string) error) error {
	return m.askValue(question, func(answer string) error {
		if answer == "0" {
			return nil
		}
		return do(answer)
	})
}

// askValue is ask for what may be 0.
func (m menu) askValue(question string, do func(answer string) error) error {
	line, err := m.readText(question)
	if err != nil || line == "" || strings.EqualFold(line, "q") {
		return err
	}
	return do(line)
}

// confirm asks whether to do something that can't be taken back at once until that is
// answered, and does it after a y alone.
func (m menu) confirm(question string, do func() error) error {
	for {
		line, err := m.readText(question)
		switch {
		case err != nil:
			return err
		case slices.Contains([]string{"y", "yes"}, strings.ToLower(line)):
			return do()
		case slices.Contains([]string{"", "n", "no", "0", "q"}, strings.ToLower(line)):
			return nil
		}
	}
}

// askName asks for the name of a file, a folder or a routine. What was rather meant for a
// list, a number or a letter, is read back first.
func (m menu) askName(question string, do func(name string) error) error {
	return m.ask(question, func(name string) error {
		if _, err := strconv.Atoi(name); err == nil || utf8.RuneCountInString(name) == 1 {
			return m.confirm(fmt.Sprintf(askWhetherName, name), func() error { return do(name) })
		}
		return do(name)
	})
}

// tell tells what went wrong, and goes on.
func (m menu) tell(err error) error {
	m.Complain(err)
	return nil
}

// runs is what an item does that is a command.
func (m menu) runs(args ...string) func() error { return func() error { return m.Run(args...) } }

// opens is what an item does that leads to a list.
func (m menu) opens(p page) func() error { return func() error { return m.show(p) } }

// toFile is an item's command that writes a file, whose name is asked for.
func (m menu) toFile(question string, args ...string) func() error {
	return func() error {
		return m.askName(question, func(file string) error { return m.Run(append(args, "--output="+file)...) })
	}
}

// withFile is an item's command that takes the name of a file, which is asked for.
func (m menu) withFile(question string, args ...string) func() error {
	return func() error {
		return m.askName(question, func(file string) error { return m.Run(append(args, "--", file)...) })
	}
}
