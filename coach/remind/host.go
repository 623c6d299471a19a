package remind

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"uncramp/coach/process"
	"uncramp/coach/text"
)

// Host is the machine on which reminders are set, for one person.
type Host struct {
	System string // as Go calls it
	Config string // the folder of the person's configuration
	Home   string
	User   string // the person's number
	Bus    string // the socket that notifications go through; empty where there is none
	// Folders are the variables by which the person has her folders elsewhere, and on
	// Android her programs. No scheduler knows of them by itself.
	Folders []Variable
	// Find finds a program, as [process.Find] does.
	Find func(program string) (path string, err error)
	Run  Runner
}

// Variable is one of the environment.
type Variable struct{ Name, Value string }

// Runner carries out a command and returns what it printed. An error ends with
// what the command complained of.
type Runner func(ctx context.Context, c Command) ([]byte, error)

// ThisHost is the machine that the program runs on.
func ThisHost(config, home string) Host {
	user := strconv.Itoa(os.Getuid())
	return Host{
		System: runtime.GOOS, Config: config, Home: home, User: user,
		Bus:     cmp.Or(socket("/run/user/"+user+"/bus"), socket(busPath(os.Getenv("DBUS_SESSION_BUS_ADDRESS")))),
		Folders: folders(runtime.GOOS, os.Getenv), Find: process.Find, Run: run,
	}
}

// busPath is the socket that the address of a bus names, if it names one.
func busPath(address string) string {
	address, _, _ = strings.Cut(address, ";") // others serve as well
	path, _ := strings.CutPrefix(address, "unix:path=")
	path, _, _ = strings.Cut(path, ",")
	return path
}

// folders are the variables of folders that are set. One that is no whole path
// counts for nothing.
func folders(system string, getenv func(string) string) (list []Variable) {
	names := []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}
	if system == "android" {
		names = append(names, "PATH")
	}
	for _, name := range names {
		if value := getenv(name); filepath.IsAbs(value) {
			list = append(list, Variable{name, value})
		}
	}
	return list
}

// Missing says what a reminder of a scheduler will lack when it is due; nil:
// nothing.
func (h Host) Missing(s Scheduler) error {
	_, cron := s.(crontab)
	switch {
	case cron && h.System == "android":
		return errors.New(noDaemon)
	case cron && h.Bus == "" && h.System == "linux":
		return errors.New(noBus)
	}
	if s.Name() == schtasks(h).name && len(h.Folders) > 0 {
		return fmt.Errorf(noFolders, h.Folders[0].Name)
	}
	return nil
}

// run carries a command out with what it says in English. What is cut off must
// not be taken for the whole, and be written back.
func run(ctx context.Context, c Command) ([]byte, error) {
	out, err := process.Run(ctx, process.Command{Program: c.Args[0], Args: c.Args[1:], Env: []string{"LC_ALL=C"}, Input: c.Input})
	if err == nil && len(out) == process.MaxOutput {
		return nil, fmt.Errorf(tooLong, c.Args[0], process.MaxOutput>>20)
	}
	return out, err
}

// socket is the path of a socket that is there.
func socket(path string) string {
	if info, err := os.Stat(path); err != nil || info.Mode().Type() != fs.ModeSocket {
		return ""
	}
	return path
}

// Scheduler is what a system has for running a command at a time of day.
type Scheduler interface {
	// Name tells which one it is.
	Name() string
	// List tells what is set, by name.
	List(ctx context.Context) ([]Reminder, error)
	// Set plans a reminder, which takes the place of one of the same name, that
	// runs the program.
	Set(ctx context.Context, r Reminder, program string) (Transaction, error)
	// Off plans to take reminders away.
	Off(ctx context.Context, names ...string) (Transaction, error)
}

// ErrNoScheduler is returned where nothing runs a command at a time of day.
var ErrNoScheduler = errors.New("this system has no scheduler that uncramp knows")

// Scheduler is the one that serves here, or [ErrNoScheduler].
func (h Host) Scheduler(ctx context.Context) (Scheduler, error) {
	switch {
	case h.System == "darwin" && h.has("launchctl"):
		return launchd(h), nil
	case h.System == "windows" && h.has("schtasks"):
		return schtasks(h), nil
	case h.System == "linux" && h.has("systemctl") && h.usesSystemd(ctx):
		return systemd(h), nil
	case h.System != "windows" && h.has("crontab"):
		return crontab{h.Run, h.Bus, h.Folders}, nil
	}
	return nil, ErrNoScheduler
}

func (h Host) has(program string) bool {
	_, err := h.Find(program)
	return err == nil
}

// probeTimeout is how long a scheduler may take to say that it is there.
const probeTimeout = 2 * time.Second

// usesSystemd reports whether the person's systemd answers. One that has
// reminders and does not is used all the same: elsewhere they would be set twice.
func (h Host) usesSystemd(ctx context.Context) bool {
	if list, err := systemd(h).kept(); err != nil || len(list) > 0 {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	_, err := h.Run(ctx, Command{Args: []string{"systemctl", "--user", "show-environment"}})
	return err == nil
}

// checkProgram refuses a program that won't be there when a reminder is due, and
// paths that no scheduler can be told.
func checkProgram(path string, folders []Variable) error {
	for _, f := range folders {
		if isHidden(f.Value) {
			return fmt.Errorf(hiddenInFolder, f.Name, f.Value)
		}
	}
	if isHidden(path) {
		return fmt.Errorf(hiddenInPath, path)
	}
	for part := range strings.SplitSeq(filepath.ToSlash(path), "/") {
		if strings.HasPrefix(part, "go-build") { // that is where go run builds
			return fmt.Errorf(temporaryPath, path)
		}
	}
	return nil
}

// isHidden reports whether a path can't be written down.
func isHidden(path string) bool {
	return strings.ContainsFunc(path, text.Hidden) || !utf8.ValidString(path)
}
