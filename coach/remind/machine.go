package remind

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"strconv"
	"time"

	"uncramp/coach/process"
)

// Machine is where reminders are set.
type Machine struct {
	System string // as Go calls it
	Config string // the folder of the person's configuration
	Home   string
	User   string // the person's number
	Bus    string // the socket that notifications go through; empty where there is none
	// Find finds a program, as [process.Find] does.
	Find func(program string) (path string, err error)
	Run  Runner
}

// Runner carries out a command and returns what it printed. An error ends with
// what the command complained of.
type Runner func(ctx context.Context, c Command) ([]byte, error)

// Here is this machine.
func Here(config, home string) Machine {
	user := strconv.Itoa(os.Getuid())
	return Machine{
		System: runtime.GOOS, Config: config, Home: home, User: user,
		Bus: socket("/run/user/" + user + "/bus"), Find: process.Find, Run: run,
	}
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
	Set(ctx context.Context, r Reminder, program string) (Plan, error)
	// Off plans to take reminders away.
	Off(ctx context.Context, names ...string) (Plan, error)
}

// ErrNone is returned where nothing runs a command at a time of day.
var ErrNone = errors.New("this system has no scheduler that uncramp knows")

// answer is how long a scheduler may take to say that it is there.
const answer = 2 * time.Second

// Scheduler is the one that serves here, or [ErrNone].
func (m Machine) Scheduler(ctx context.Context) (Scheduler, error) {
	switch {
	case m.System == "darwin" && m.has("launchctl"):
		return launchd(m), nil
	case m.System == "windows" && m.has("schtasks"):
		return schtasks(m), nil
	case m.System == "linux" && m.has("systemctl") && m.usesSystemd(ctx):
		return systemd(m), nil
	case m.System != "windows" && m.has("crontab"):
		return crontab{m.Run, m.Bus}, nil
	}
	return nil, ErrNone
}

func (m Machine) has(program string) bool {
	_, err := m.Find(program)
	return err == nil
}

// usesSystemd reports whether the person's systemd answers. One that has
// reminders and does not is used all the same: elsewhere they would be set twice.
func (m Machine) usesSystemd(ctx context.Context) bool {
	if names, err := systemd(m).names(); err != nil || len(names) > 0 {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, answer)
	defer cancel()
	_, err := m.Run(ctx, Command{Args: []string{"systemctl", "--user", "show-environment"}})
	return err == nil
}

// commandTimeout is how long a command may take.
const commandTimeout = 10 * time.Second

// run carries a command out with what it says in English.
func run(ctx context.Context, c Command) ([]byte, error) {
	return process.Run(ctx, process.Command{
		Program: c.Args[0], Args: c.Args[1:], Env: []string{"LC_ALL=C"}, Input: c.Input, Timeout: commandTimeout,
	})
}
