package remind

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// crontab is a Scheduler that keeps reminders between two lines of the person's
// table.
type crontab struct {
	run     Runner
	bus     string // cron does not tell a notification where to go
	folders []Variable
}

const (
	blockBegin = "# uncramp begin"
	blockEnd   = "# uncramp end"
)

// table is a crontab parted into ours and the rest.
type table struct {
	head, tail string // all other lines, as they were
	jobs       []job
}

// job is a reminder with its lines.
type job struct {
	Reminder
	lines string
}

// Name implements Scheduler.
func (crontab) Name() string { return "crontab" }

// List implements Scheduler.
func (c crontab) List(ctx context.Context) (list []Reminder, err error) {
	t, err := c.read(ctx)
	for _, j := range t.jobs {
		list = append(list, j.Reminder)
	}
	slices.SortFunc(list, func(a, b Reminder) int { return cmp.Compare(a.Name, b.Name) })
	return list, err
}

// Set implements Scheduler. The table is written as a whole.
func (c crontab) Set(ctx context.Context, r Reminder, program string) (Transaction, error) {
	if err := checkProgram(program, c.folders); err != nil {
		return Transaction{}, err
	}
	return c.change(ctx, []string{r.Name}, job{r, string(fill("crontab", r, program, c.bus, c.folders))})
}

// Off implements Scheduler.
func (c crontab) Off(ctx context.Context, names ...string) (Transaction, error) {
	return c.change(ctx, names)
}

// change plans to write the table without the jobs of some names, and with others.
func (c crontab) change(ctx context.Context, without []string, with ...job) (Transaction, error) {
	t, err := c.read(ctx)
	if err != nil {
		return Transaction{}, err
	}
	t.jobs = append(slices.DeleteFunc(t.jobs, func(j job) bool { return slices.Contains(without, j.Name) }), with...)
	write := Command{Args: []string{"crontab", "-"}, Input: []byte(t.String())}
	return Transaction{Steps: []Step{write}}, nil
}

// read reads the table; somebody without one has an empty one.
func (c crontab) read(ctx context.Context) (table, error) {
	out, err := c.run(ctx, Command{Args: []string{"crontab", "-l"}})
	switch {
	case err != nil && strings.Contains(err.Error(), "no crontab for"):
		return table{}, nil
	case err != nil:
		return table{}, fmt.Errorf(unreadable, err)
	}
	return parseTable(string(out))
}

// parseTable parts a table. What else stands between our two lines moves out.
func parseTable(text string) (t table, err error) {
	begin, ended := 0, false // begin is the line that began ours
	for i, line := range strings.SplitAfter(text, "\n") {
		switch bare := strings.TrimSpace(line); {
		case bare == blockBegin && begin == 0:
			begin = i + 1
		case bare == blockEnd && begin > 0:
			begin, ended = 0, true
		case bare == blockBegin || bare == blockEnd:
			return table{}, fmt.Errorf(strayLine, i+1, bare)
		case begin > 0 && t.addOurs(line):
		case begin > 0 || ended:
			t.tail += line
		default:
			t.head += line
		}
	}
	if begin > 0 {
		return table{}, fmt.Errorf(openBlock, begin, blockBegin, blockEnd)
	}
	return t, nil
}

// addOurs adds a line that is ours to the jobs; false if it isn't.
func (t *table) addOurs(line string) bool {
	bare := strings.TrimSpace(line)
	if mark, ok := strings.CutPrefix(bare, "# "); ok {
		name, schedule, _ := strings.Cut(mark, " ")
		r, err := parseReminder(name, schedule)
		if err == nil {
			t.jobs = append(t.jobs, job{r, line})
		}
		return err == nil
	}
	if len(t.jobs) == 0 {
		return false
	}
	last := &t.jobs[len(t.jobs)-1]
	if !strings.HasSuffix(bare, " "+strings.Join(last.showArgs(), " ")) {
		return false
	}
	last.lines += line
	return true
}

// String is the whole table.
func (t table) String() string {
	if len(t.jobs) == 0 {
		return t.head + t.tail
	}
	text := t.head
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	text += blockBegin + "\n"
	for _, j := range t.jobs {
		text += j.lines
	}
	return text + blockEnd + "\n" + t.tail
}
