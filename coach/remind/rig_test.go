package remind

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// rig is a machine that only notes what it is asked to run.
type rig struct {
	Host
	ran   []string
	table *string // of cron; nil: none yet
	fails string  // what is begun like this fails
}

// hosts are systems with the programs that their schedulers need.
var hosts = map[string]struct {
	system   string
	programs []string
}{
	"systemd":  {"linux", []string{"systemctl", "crontab"}},
	"launchd":  {"darwin", []string{"launchctl", "crontab"}},
	"schtasks": {"windows", []string{"schtasks"}},
	"crontab":  {"freebsd", []string{"crontab"}},
}

func newRig(t *testing.T, host string) *rig {
	t.Helper()
	folder := t.TempDir()
	r := &rig{Host: Host{
		System: hosts[host].system, User: "1000", Bus: "/run/user/1000/bus",
		Config: filepath.Join(folder, "config"), Home: filepath.Join(folder, "home"),
	}}
	r.Find = func(program string) (string, error) {
		for _, p := range hosts[host].programs {
			if p == program {
				return "/bin/" + p, nil
			}
		}
		return "", exec.ErrNotFound
	}
	r.Run = r.run
	return r
}

func (r *rig) run(_ context.Context, c Command) ([]byte, error) {
	line := strings.Join(c.Args, " ")
	r.ran = append(r.ran, line)
	switch {
	case r.fails != "" && strings.HasPrefix(line, r.fails):
		return nil, errors.New(line + ": exit status 1: it does not like it")
	case line == "crontab -l" && r.table == nil:
		return nil, errors.New("crontab: exit status 1: no crontab for anna")
	case line == "crontab -l":
		return []byte(*r.table), nil
	case line == "crontab -":
		table := string(c.Input)
		r.table = &table
	}
	return nil, nil
}

func (r *rig) scheduler(t *testing.T) Scheduler {
	t.Helper()
	s, err := r.Scheduler(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (r *rig) set(t *testing.T, reminder Reminder, program string) error {
	t.Helper()
	p, err := r.scheduler(t).Set(t.Context(), reminder, program)
	if err != nil {
		return err
	}
	return r.Apply(t.Context(), p)
}

func (r *rig) off(t *testing.T, names ...string) error {
	t.Helper()
	p, err := r.scheduler(t).Off(t.Context(), names...)
	if err != nil {
		return err
	}
	return r.Apply(t.Context(), p)
}

// list are the reminders in words, one a line.
func (r *rig) list(t *testing.T) string {
	t.Helper()
	list, err := r.scheduler(t).List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, reminder := range list {
		b.WriteString(reminder.Name + ": " + reminder.String() + "\n")
	}
	return b.String()
}

// kept is all that stands on the machine: the files, their modes, and the table.
func (r *rig) kept(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	root := filepath.Dir(r.Config)
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, path))
		b.WriteString(path + " " + info.Mode().String() + "\n" + string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.table != nil {
		b.WriteString(*r.table)
	}
	return b.String()
}

func reminder(t *testing.T, name, times, days string) Reminder {
	t.Helper()
	r, err := New(name, strings.Fields(times), days)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
