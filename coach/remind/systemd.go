package remind

import (
	"fmt"
	"path/filepath"
	"strings"
)

// systemd is that of the person, with a timer and a service for each reminder.
func systemd(m Machine) units {
	ask := func(args ...string) Command { return Command{Args: append([]string{"systemctl", "--user"}, args...)} }
	timer := func(name string) string { return "uncramp-" + name + ".timer" }
	reload := ask("daemon-reload")
	return units{
		name: "systemd", run: m.Run,
		folder: filepath.Join(m.Config, "systemd", "user"), prefix: "uncramp-", endings: []string{".service", ".timer"},
		write: systemdUnits,
		begin: func(name string) []Command { return []Command{reload, ask("enable", "--now", timer(name))} },
		end:   func(name string) []Command { return []Command{ask("disable", "--now", timer(name))} },
		after: []Command{reload},
		known: func(name string) Command { return ask("is-enabled", timer(name)) },
	}
}

// systemdUnits are a reminder's service and its timer. A time that was slept
// through is not made up for.
func systemdUnits(r Reminder, program string) ([]string, error) {
	head := fmt.Sprintf("# %s\n[Unit]\nDescription=uncramp reminder: %s\n\n", r.mark(), r.Name)
	service := fmt.Sprintf("[Service]\nType=oneshot\nExecStart=%s %s\n", systemdProgram(program), strings.Join(r.shown(), " "))
	return []string{
		head + service,
		head + "[Timer]\n" + onCalendar(r) + "Persistent=false\n\n[Install]\nWantedBy=timers.target\n",
	}, nil
}

func onCalendar(r Reminder) string {
	days := strings.Join(short(r.Days), ",")
	if days != "" {
		days += " "
	}
	var b strings.Builder
	for _, t := range r.Times {
		fmt.Fprintf(&b, "OnCalendar=%s*-*-* %s:00\n", days, t)
	}
	return b.String()
}

// systemdProgram is the start of a command line. systemd runs no program with a
// quote or a backslash in its path, and does not say what it makes of a dollar
// sign there; a shell is handed such a path as an argument.
func systemdProgram(path string) string {
	if !strings.ContainsAny(path, `"'\$`) {
		return systemdWord(path)
	}
	return "/bin/sh -c " + systemdWord(`exec "$0" "$@"`) + " " + systemdWord(path)
}

// systemdWord is one word of a command line.
func systemdWord(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, `%`, `%%`, `$`, `$$`).Replace(s) + `"`
}
