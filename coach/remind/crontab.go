package remind

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// crontab keeps reminders between two lines of the person's table.
type crontab struct {
	run Runner
	bus string // cron does not tell a notification where to go
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

// Name tells which one it is.
func (crontab) Name() string { return "crontab" }

// List tells what is set, by name.
func (c crontab) List(ctx context.Context) (list []Reminder, err error) {
	t, err := c.read(ctx)
	for _, j := range t.jobs {
		list = append(list, j.Reminder)
	}
	slices.SortFunc(list, func(a, b Reminder) int { return cmp.Compare(a.Name, b.Name) })
	return list, err
}

// Set plans a reminder: the table is written as a whole.
func (c crontab) Set(ctx context.Context, r Reminder, program string) (Plan, error) {
	if err := lasting(program); err != nil {
		return Plan{}, err
	}
	t, err := c.read(ctx)
	if err != nil {
		return Plan{}, err
	}
	return t.with(job{r, cronLines(r, program, c.bus)}).plan(), nil
}

// Off plans to take reminders away.
func (c crontab) Off(ctx context.Context, names ...string) (Plan, error) {
	t, err := c.read(ctx)
	if err != nil {
		return Plan{}, err
	}
	return t.without(names...).plan(), nil
}

// read reads the table; somebody without one has an empty one.
func (c crontab) read(ctx context.Context) (table, error) {
	out, err := c.run(ctx, Command{Args: []string{"crontab", "-l"}})
	switch {
	case err != nil && strings.Contains(err.Error(), "no crontab for"):
		return table{}, nil
	case err != nil:
		return table{}, fmt.Errorf("the crontab can't be read, and stays as it is: %w", err)
	}
	return parseTable(string(out))
}

// parseTable parts a table. What else stands between our two lines moves out.
func parseTable(text string) (t table, err error) {
	inside, ended := 0, false // the line that began ours
	for i, line := range strings.SplitAfter(text, "\n") {
		switch bare := strings.TrimSpace(line); {
		case bare == blockBegin && inside == 0:
			inside = i + 1
		case bare == blockEnd && inside > 0:
			inside, ended = 0, true
		case bare == blockBegin || bare == blockEnd:
			return table{}, fmt.Errorf("line %d of the crontab is %q out of place; put it right with crontab -e", i+1, bare)
		case inside > 0 && t.take(line):
		case inside > 0 || ended:
			t.tail += line
		default:
			t.head += line
		}
	}
	if inside > 0 {
		return table{}, fmt.Errorf("line %d of the crontab is %q, and no line %q follows; put it right with crontab -e", inside, blockBegin, blockEnd)
	}
	return t, nil
}

// take takes a line that is ours.
func (t *table) take(line string) bool {
	if mark, ok := strings.CutPrefix(strings.TrimSpace(line), "# "); ok {
		name, schedule, _ := strings.Cut(mark, " ")
		r, err := scheduled(name, schedule)
		if err == nil {
			t.jobs = append(t.jobs, job{r, line})
		}
		return err == nil
	}
	if len(t.jobs) == 0 {
		return false
	}
	last := &t.jobs[len(t.jobs)-1]
	if !strings.HasSuffix(strings.TrimSpace(line), " "+strings.Join(last.shown(), " ")) {
		return false
	}
	last.lines += line
	return true
}

func (t table) with(j job) table {
	t = t.without(j.Name)
	t.jobs = append(t.jobs, j)
	return t
}

func (t table) without(names ...string) table {
	t.jobs = slices.DeleteFunc(slices.Clone(t.jobs), func(j job) bool { return slices.Contains(names, j.Name) })
	return t
}

func (t table) plan() Plan {
	return Plan{After: []Command{{Args: []string{"crontab", "-"}, Input: []byte(t.String())}}}
}

// String is the whole table.
func (t table) String() string {
	var b strings.Builder
	b.WriteString(t.head)
	if len(t.jobs) > 0 {
		if t.head != "" && !strings.HasSuffix(t.head, "\n") {
			b.WriteString("\n")
		}
		b.WriteString(blockBegin + "\n")
		for _, j := range t.jobs {
			b.WriteString(j.lines)
		}
		b.WriteString(blockEnd + "\n")
	}
	b.WriteString(t.tail)
	return b.String()
}

// cronLines are a reminder and one line for each of its times.
func cronLines(r Reminder, program, bus string) string {
	days := "*"
	if len(r.Days) > 0 {
		days = numbers(r.Days)
	}
	command := cronWord(program) + " " + strings.Join(r.shown(), " ")
	if bus != "" {
		command = "DBUS_SESSION_BUS_ADDRESS=" + cronWord("unix:path="+bus) + " " + command
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %s\n", r.Name, r.schedule())
	for _, t := range r.Times {
		fmt.Fprintf(&b, "%d %d * * %s %s\n", t.Minute, t.Hour, days, command)
	}
	return b.String()
}

func numbers(days []time.Weekday) string {
	var list []string
	for _, d := range days {
		list = append(list, strconv.Itoa(int(d)))
	}
	return strings.Join(list, ",")
}
