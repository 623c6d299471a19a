package remind

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"uncramp/coach/private"
)

// fileScheduler is a Scheduler that reads files of ours, one or more for each
// reminder.
type fileScheduler struct {
	name    string
	run     Runner
	folder  string
	prefix  string   // what a file's name begins with, before that of the reminder
	endings []string // what follows it, one for each file; every reminder has the last
	folders []Variable
	log     string // where a reminder's complaints go, if that is told
	windows bool   // the files are in UTF-16, and a % begins a variable
	// enable is done once the files are there, disable before they go, and reload
	// once they are gone. query fails where the scheduler doesn't know of a reminder.
	// Each is a command, in which <name> and <file> are those of the reminder; with
	// a dash before it, it may fail.
	enable, disable, reload []string
	query                   string
}

// command fills a command in.
func (s fileScheduler) command(line, name string) Command {
	line, free := strings.CutPrefix(line, "-")
	args := strings.Fields(line)
	for i, arg := range args {
		args[i] = strings.NewReplacer("<name>", name, "<file>", s.path(name, s.last())).Replace(arg)
	}
	return Command{Args: args, MayFail: free}
}

func (s fileScheduler) steps(lines []string, name string) (steps []Step) {
	for _, line := range lines {
		steps = append(steps, s.command(line, name))
	}
	return steps
}

// Name implements Scheduler.
func (s fileScheduler) Name() string { return s.name }

// List implements Scheduler. It asks of each reminder whether it is still set.
func (s fileScheduler) List(ctx context.Context) ([]Reminder, error) {
	list, err := s.kept()
	if err != nil {
		return nil, err
	}
	for i := range list {
		_, lost := s.run(ctx, s.command(s.query, list[i].Name))
		list[i].Lost = lost != nil
	}
	return list, ctx.Err()
}

// kept are the reminders that have a file of ours, by name.
func (s fileScheduler) kept() (list []Reminder, err error) {
	entries, err := os.ReadDir(s.folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		name, ours := strings.CutPrefix(e.Name(), s.prefix)
		name, whole := strings.CutSuffix(name, s.last())
		if !ours || !whole {
			continue
		}
		if f, r, err := s.read(name, s.last()); err == nil && f.Data != nil {
			list = append(list, r)
		}
	}
	return list, nil
}

// last is the ending of the file that every reminder has.
func (s fileScheduler) last() string { return s.endings[len(s.endings)-1] }

func (s fileScheduler) path(name, ending string) string {
	return filepath.Join(s.folder, s.prefix+name+ending)
}

// Set implements Scheduler. A reminder that is half set is rolled back to what
// stood there.
func (s fileScheduler) Set(_ context.Context, r Reminder, program string) (Transaction, error) {
	if err := s.check(program); err != nil {
		return Transaction{}, err
	}
	var files, before []Step
	fresh := true
	for _, ending := range s.endings {
		f, _, err := s.read(r.Name, ending)
		if err != nil {
			return Transaction{}, err
		}
		fresh = fresh && f.Data == nil
		before = append(before, f)
		f.Data = s.contents(r, program, ending)
		files = append(files, f)
	}
	enable := s.steps(s.enable, r.Name)
	back := slices.Concat(before, enable)
	if fresh {
		back = slices.Concat(s.steps(s.disable, r.Name), before, s.steps(s.reload, ""))
	}
	return Transaction{append(files, enable...), mayFail(back)}, nil
}

// Off implements Scheduler. What the scheduler has lost need not be disabled;
// else nothing may fail, or the files come back.
func (s fileScheduler) Off(ctx context.Context, names ...string) (Transaction, error) {
	var disable, remove, restore, enable []Step
	for _, name := range names {
		for _, ending := range s.endings {
			f, _, err := s.read(name, ending)
			if err != nil {
				return Transaction{}, err
			}
			if f.Data != nil {
				remove, restore = append(remove, File{Path: f.Path}), append(restore, f)
			}
		}
		steps := s.steps(s.disable, name)
		if _, lost := s.run(ctx, s.command(s.query, name)); lost != nil {
			steps = mayFail(steps)
		}
		disable, enable = append(disable, steps...), append(enable, s.steps(s.enable, name)...)
	}
	return Transaction{slices.Concat(disable, remove, s.steps(s.reload, "")), mayFail(append(restore, enable...))}, nil
}

// check refuses a program that can't be told in our files.
func (s fileScheduler) check(program string) error {
	if s.windows && strings.Contains(program, "%") {
		return fmt.Errorf(percentInPath, program)
	}
	return checkProgram(program, s.folders)
}

// maxFile is more bytes than any file of ours has.
const maxFile = 256 << 10

// read reads a reminder's file as it is; it has no data where there is none. It
// is an error when it isn't ours.
func (s fileScheduler) read(name, ending string) (f File, r Reminder, err error) {
	f.Path = s.path(name, ending)
	f.Data, err = private.Read(f.Path, maxFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f, r, nil
	case errors.Is(err, private.ErrIrregular), errors.Is(err, private.ErrTooLarge):
		return f, r, fmt.Errorf(notOurFile, f.Path)
	case err != nil:
		return f, r, err
	}
	if r, err = parseMark(name, f.Data); err != nil {
		err = fmt.Errorf(notWrittenByUs, f.Path, err)
	}
	return f, r, err
}

// markWords begin what stands in each of our files.
const markWords = "Set by uncramp: "

var markForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(markWords + `((?:[0-9]{2}:[0-9]{2} )+[a-z,]+)`)
})

// parseMark reads a reminder back from a file of ours.
func parseMark(name string, data []byte) (Reminder, error) {
	m := markForm().FindStringSubmatch(decode(data))
	if m == nil {
		return Reminder{}, fmt.Errorf(noMark, strings.TrimSpace(markWords))
	}
	return parseReminder(name, m[1])
}

// systemd is that of the person, with a timer and a service for each reminder. A
// time that was slept through is not made up for.
func systemd(h Host) fileScheduler {
	const reload = "systemctl --user daemon-reload"
	return fileScheduler{
		name: "systemd", run: h.Run, folders: h.Folders,
		folder: filepath.Join(h.Config, "systemd", "user"), prefix: "uncramp-", endings: []string{".service", ".timer"},
		enable:  []string{reload, "systemctl --user enable --now uncramp-<name>.timer"},
		disable: []string{"systemctl --user disable --now uncramp-<name>.timer"}, reload: []string{reload},
		query: "systemctl --user is-enabled uncramp-<name>.timer",
	}
}

// launchd has an agent for each reminder. One that is in keeps the times that it
// came with, so that it has to go first.
func launchd(h Host) fileScheduler {
	domain := "gui/" + h.User
	label := domain + "/uncramp.<name>"
	return fileScheduler{
		name: "launchd", run: h.Run, folders: h.Folders, folder: filepath.Join(h.Home, "Library", "LaunchAgents"),
		prefix: "uncramp.", endings: []string{".plist"},
		log:     filepath.Join(h.Home, "Library", "Logs", "uncramp.log"),
		enable:  []string{"-launchctl bootout " + label, "launchctl bootstrap " + domain + " <file>"},
		disable: []string{"launchctl bootout " + label}, query: "launchctl print " + label,
	}
}

// schtasks makes a task of Windows from each file.
func schtasks(h Host) fileScheduler {
	return fileScheduler{
		name: "Windows", run: h.Run, windows: true, folder: filepath.Join(h.Config, "uncramp", "reminders"), endings: []string{".xml"},
		enable:  []string{`schtasks /Create /XML <file> /TN uncramp\<name> /F`},
		disable: []string{`schtasks /Delete /TN uncramp\<name> /F`}, query: `schtasks /Query /TN uncramp\<name>`,
	}
}
