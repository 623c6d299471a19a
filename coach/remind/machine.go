package remind

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// Machine is where reminders are set.
type Machine struct {
	System string // as Go calls it
	Config string // the folder of the person's configuration
	Home   string
	User   string // the person's number
	Bus    string // the socket that notifications go through; empty where there is none
	// Find finds a program, as [exec.LookPath] does.
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
		Bus: socket("/run/user/" + user + "/bus"), Find: exec.LookPath, Run: run,
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

const (
	// patience is how long a command may take.
	patience = 10 * time.Second
	// drain is how long its leftovers may hold its streams open.
	drain = 100 * time.Millisecond
)

// run carries a command out with what it says in English.
func run(ctx context.Context, c Command) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.Args[0], c.Args[1:]...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	cmd.WaitDelay = drain
	var out, complaint bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(c.Input), &out, &complaint
	err := cmd.Run()
	name := filepath.Base(c.Args[0])
	switch said := strings.TrimSpace(complaint.String()); {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("%s gave no answer in time: %w", name, ctx.Err())
	case errors.Is(err, exec.ErrWaitDelay): // it did its work
	case err != nil && said != "":
		return nil, fmt.Errorf("%s: %w: %s", name, err, said)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out.Bytes(), nil
}
