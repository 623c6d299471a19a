package remind

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// units is a scheduler that reads files of ours, one or more for each reminder.
type units struct {
	name    string
	run     Runner
	folder  string
	prefix  string   // what a file's name begins with, before that of the reminder
	endings []string // what follows it, one for each file; every reminder has the last
	// write makes the files' contents, in that order.
	write func(r Reminder, program string) ([]string, error)
	begin func(name string) []Command // once the files are there
	end   func(name string) []Command // before they go
	after []Command                   // once they are gone
	// known fails where the scheduler does not know of a reminder.
	known func(name string) Command
}

// Name tells which one it is.
func (u units) Name() string { return u.name }

// List tells what is set, by name, and asks whether it still is.
func (u units) List(ctx context.Context) (list []Reminder, err error) {
	names, err := u.names()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		f, err := u.standing(name, u.last())
		if err != nil {
			return nil, err
		}
		r, err := readMark(name, f.Data)
		if err != nil {
			return nil, fmt.Errorf("%s was taken away meanwhile: %w", f.Path, err)
		}
		_, lost := u.run(ctx, u.known(name))
		r.Lost = lost != nil
		list = append(list, r)
	}
	return list, ctx.Err()
}

// names are those of the reminders that have a file of ours.
func (u units) names() (names []string, err error) {
	entries, err := os.ReadDir(u.folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		name, ours := strings.CutPrefix(e.Name(), u.prefix)
		name, whole := strings.CutSuffix(name, u.last())
		if !ours || !whole || !nameForm.MatchString(name) {
			continue
		}
		if f, err := u.standing(name, u.last()); err == nil && f.Data != nil {
			names = append(names, name)
		}
	}
	return names, nil
}

// last is the ending of the file that every reminder has.
func (u units) last() string { return u.endings[len(u.endings)-1] }

func (u units) path(name, ending string) string {
	return filepath.Join(u.folder, u.prefix+name+ending)
}

// Set plans a reminder. A half-done one is taken back to what stood there.
func (u units) Set(_ context.Context, r Reminder, program string) (Plan, error) {
	if err := lasting(program); err != nil {
		return Plan{}, err
	}
	texts, err := u.write(r, program)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{After: u.begin(r.Name)}
	undo := Plan{After: u.begin(r.Name)}
	fresh := true
	for i, ending := range u.endings {
		f, err := u.standing(r.Name, ending)
		if err != nil {
			return Plan{}, err
		}
		fresh = fresh && f.Data == nil
		p.Files = append(p.Files, File{f.Path, []byte(texts[i])})
		undo.Files = append(undo.Files, f)
	}
	if fresh {
		undo.Before, undo.After = u.end(r.Name), u.after
	}
	undo = undo.forgiving()
	p.Undo = &undo
	return p, nil
}

// Off plans to take reminders away. What the scheduler has lost need not be
// ended; else nothing may fail, or the files come back.
func (u units) Off(ctx context.Context, names ...string) (p Plan, err error) {
	undo := Plan{}
	for _, name := range names {
		for _, ending := range u.endings {
			f, err := u.standing(name, ending)
			if err != nil {
				return Plan{}, err
			}
			if f.Data != nil {
				p.Files = append(p.Files, File{Path: f.Path})
				undo.Files = append(undo.Files, f)
			}
		}
		end := u.end(name)
		if _, lost := u.run(ctx, u.known(name)); lost != nil {
			end = forgive(end)
		}
		p.Before = append(p.Before, end...)
		undo.After = append(undo.After, u.begin(name)...)
	}
	p.After = u.after
	undo = undo.forgiving()
	p.Undo = &undo
	return p, nil
}

// mostFile is more than any file of ours has.
const mostFile = 256 << 10

// standing is a reminder's file as it is, or without data where there is none.
// It is an error when it isn't ours.
func (u units) standing(name, ending string) (File, error) {
	f := File{Path: u.path(name, ending)}
	info, err := os.Stat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f, nil
	case err != nil:
		return f, err
	case !info.Mode().IsRegular() || info.Size() > mostFile:
		return f, fmt.Errorf("%s is no file of uncramp's; move it away", f.Path)
	}
	if f.Data, err = os.ReadFile(f.Path); err != nil {
		return f, err
	}
	if _, err := readMark(name, f.Data); err != nil {
		return f, fmt.Errorf("%s was not written by uncramp and stays as it is; move it away: %w", f.Path, err)
	}
	return f, nil
}

// markWords begin what stands in each of our files.
const markWords = "Set by uncramp: "

func (r Reminder) mark() string { return markWords + r.schedule() }

var markForm = regexp.MustCompile(markWords + `((?:[0-9]{2}:[0-9]{2} )+[a-z,]+)`)

// readMark reads a reminder back from a file of ours.
func readMark(name string, data []byte) (Reminder, error) {
	m := markForm.FindStringSubmatch(text(data))
	if m == nil {
		return Reminder{}, fmt.Errorf("it has no line %q", strings.TrimSpace(markWords))
	}
	return scheduled(name, m[1])
}
