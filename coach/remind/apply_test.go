package remind

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

const program = "/usr/local/bin/uncramp"

func TestSettingTwiceIsOnce(t *testing.T) {
	for host := range hosts {
		t.Run(host, func(t *testing.T) {
			m := newRig(t, host)
			bedtime := reminder(t, "bedtime", "22:30", "")
			must(t, m.set(t, reminder(t, "water", "9:00 12:00", "mon"), program))
			must(t, m.set(t, bedtime, program))
			once := m.kept(t)
			must(t, m.set(t, bedtime, program))
			if twice := m.kept(t); twice != once {
				t.Errorf("once:\n%s\ntwice:\n%s", once, twice)
			}
			if got, want := m.list(t), "bedtime: 22:30, every day\nwater: 09:00, 12:00, mon\n"; got != want {
				t.Errorf("it lists\n%s", got)
			}

			must(t, m.set(t, reminder(t, "bedtime", "21:15", "sat"), program))
			if got, want := m.list(t), "bedtime: 21:15, sat\nwater: 09:00, 12:00, mon\n"; got != want {
				t.Errorf("after another time it lists\n%s", got)
			}
			if strings.Contains(m.kept(t), "22:30") {
				t.Errorf("the time before is still there:\n%s", m.kept(t))
			}

			must(t, m.off(t, "bedtime"))
			if got, want := m.list(t), "water: 09:00, 12:00, mon\n"; got != want {
				t.Errorf("after off it lists\n%s", got)
			}
			must(t, m.off(t, "water"))
			if left := m.kept(t); left != "" {
				t.Errorf("it leaves\n%s", left)
			}
		})
	}
}

// TestFilesArePrivate is about those who share the machine.
func TestFilesArePrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps its permissions elsewhere")
	}
	for _, host := range []string{"systemd", "launchd", "schtasks"} {
		m := newRig(t, host)
		must(t, m.set(t, reminder(t, "bedtime", "22:30", ""), program))
		kept := m.kept(t)
		if !strings.Contains(kept, "-rw-------") || strings.Contains(kept, "-rw-r") {
			t.Errorf("%s keeps\n%s", host, kept)
		}
	}
}

// begins are the commands of each host that a set may fail at.
var begins = map[string][]string{
	"systemd":  {"systemctl --user daemon-reload", "systemctl --user enable"},
	"launchd":  {"launchctl bootstrap"},
	"schtasks": {"schtasks /Create"},
	"crontab":  {"crontab -"},
}

func TestHalfDoneIsTakenBack(t *testing.T) {
	for host, commands := range begins {
		for _, fails := range commands {
			for _, earlier := range []bool{false, true} {
				m := newRig(t, host)
				if earlier {
					must(t, m.set(t, reminder(t, "bedtime", "21:00", ""), "/opt/uncramp"))
				}
				before := m.kept(t)
				p, err := m.scheduler(t).Set(t.Context(), reminder(t, "bedtime", "22:30", ""), program)
				must(t, err)
				m.fails, m.ran = fails, nil
				err = m.Apply(t.Context(), p)
				if err == nil || !strings.Contains(err.Error(), "it does not like it") || p.Rollback != nil && !strings.Contains(err.Error(), "taken back") {
					t.Errorf("%s, which fails at %q, says %v", host, fails, err)
				}
				if after := m.kept(t); after != before {
					t.Errorf("%s, which fails at %q, leaves\n%s\nwhere there was\n%s", host, fails, after, before)
				}
				if host == "systemd" && !earlier && !slices.Contains(m.ran, "systemctl --user disable --now uncramp-bedtime.timer") {
					t.Errorf("what was enabled is not disabled: %q", m.ran)
				}
			}
		}
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	for _, host := range []string{"systemd", "launchd", "schtasks"} {
		m := newRig(t, host)
		m.Config, m.Home = filepath.Join(m.Config, "x"), filepath.Join(m.Home, "x")
		for _, path := range []string{m.Config, m.Home} {
			must(t, os.MkdirAll(filepath.Dir(path), 0o700))
			must(t, os.WriteFile(path, nil, 0o600)) // a file where a folder is wanted
		}
		if err := m.set(t, reminder(t, "bedtime", "22:30", ""), program); err == nil {
			t.Errorf("%s has set it", host)
		}
	}
}

func TestForeignFilesStay(t *testing.T) {
	for host, path := range map[string]string{
		"systemd":  "config/systemd/user/uncramp-bedtime.service",
		"launchd":  "home/Library/LaunchAgents/uncramp.bedtime.plist",
		"schtasks": "config/uncramp/reminders/bedtime.xml",
	} {
		for name, put := range map[string]func(path string) error{
			"another's": func(path string) error { return os.WriteFile(path, []byte("[Service]\nExecStart=true\n"), 0o600) },
			"empty":     func(path string) error { return os.WriteFile(path, nil, 0o600) },
			"a folder":  func(path string) error { return os.Mkdir(path, 0o700) },
			"huge":      func(path string) error { return os.WriteFile(path, make([]byte, maxFile+1), 0o600) },
		} {
			m := newRig(t, host)
			path := filepath.Join(filepath.Dir(m.Config), filepath.FromSlash(path))
			must(t, os.MkdirAll(filepath.Dir(path), 0o700))
			must(t, put(path))
			before := m.kept(t)
			for what, err := range map[string]error{
				"set": m.set(t, reminder(t, "bedtime", "22:30", ""), program),
				"off": m.off(t, "bedtime"),
			} {
				if err == nil || !strings.Contains(err.Error(), path) {
					t.Errorf("%s, %s: %s says %v", host, name, what, err)
				}
			}
			if after := m.kept(t); after != before {
				t.Errorf("%s, %s: it leaves\n%s", host, name, after)
			}
			if got := m.list(t); got != "" {
				t.Errorf("%s, %s: it lists %q", host, name, got)
			}
		}
	}
}

// ends are the commands that end a reminder, and those that ask for it.
var ends = map[string]struct{ end, ask string }{
	"systemd":  {"systemctl --user disable", "systemctl --user is-enabled"},
	"launchd":  {"launchctl bootout", "launchctl print"},
	"schtasks": {"schtasks /Delete", "schtasks /Query"},
}

func TestOffIsTakenBack(t *testing.T) {
	for host, commands := range ends {
		steps := []string{commands.end}
		if host == "systemd" {
			steps = append(steps, "systemctl --user daemon-reload")
		}
		for _, fails := range steps {
			m := newRig(t, host)
			must(t, m.set(t, reminder(t, "bedtime", "22:30", ""), program))
			must(t, m.set(t, reminder(t, "water", "9:00", ""), program))
			before := m.kept(t)
			m.fails = fails
			err := m.off(t, "bedtime", "water")
			if err == nil || !strings.Contains(err.Error(), "taken back") {
				t.Errorf("%s, which fails at %q, says %v", host, fails, err)
			}
			if after := m.kept(t); after != before {
				t.Errorf("%s, which fails at %q, leaves\n%s", host, fails, after)
			}
		}
	}
}

// TestLostReminders are those that somebody took out of the scheduler by hand.
func TestLostReminders(t *testing.T) {
	for host, commands := range ends {
		m := newRig(t, host)
		must(t, m.set(t, reminder(t, "bedtime", "22:30", ""), program))
		for _, lost := range []bool{false, true} {
			if lost {
				m.fails = commands.ask
			}
			list, err := m.scheduler(t).List(t.Context())
			if err != nil || len(list) != 1 || list[0].Lost != lost {
				t.Errorf("%s: lost %v, but it lists %+v, %v", host, lost, list, err)
			}
		}
		p, err := m.scheduler(t).Off(t.Context(), "bedtime")
		must(t, err)
		m.fails = commands.end
		if err := m.Apply(t.Context(), p); err != nil || m.kept(t) != "" {
			t.Errorf("%s: what is lost can't be taken away: %v\n%s", host, err, m.kept(t))
		}
	}
}

func TestWhichScheduler(t *testing.T) {
	for host, want := range map[string]string{"systemd": "systemd", "launchd": "launchd", "schtasks": "Windows", "crontab": "crontab"} {
		if got := newRig(t, host).scheduler(t).Name(); got != want {
			t.Errorf("%s has %s", host, got)
		}
	}
	m := newRig(t, "systemd")
	m.fails = "systemctl"
	if got := m.scheduler(t).Name(); got != "crontab" {
		t.Errorf("without an answer from systemd it takes %s", got)
	}
	m.fails = ""
	must(t, m.set(t, reminder(t, "bedtime", "22:30", ""), program))
	m.fails = "systemctl"
	if got := m.scheduler(t).Name(); got != "systemd" {
		t.Errorf("with a reminder in systemd it takes %s", got)
	}
	for _, system := range []string{"linux", "darwin", "windows", "plan9"} {
		m := newRig(t, "no such host")
		m.System = system
		if s, err := m.Scheduler(t.Context()); !errors.Is(err, ErrNoScheduler) {
			t.Errorf("%s without any takes %v, %v", system, s, err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
