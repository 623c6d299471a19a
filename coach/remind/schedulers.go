package remind

import "path/filepath"

// systemd is that of the person, with a timer and a service for each reminder. A
// time that was slept through is not made up for.
func systemd(h Host) fileScheduler {
	ask := commander("systemctl", "--user")
	timer := func(name string) string { return "uncramp-" + name + ".timer" }
	reload := ask("daemon-reload")
	return fileScheduler{
		name: "systemd", run: h.Run,
		folder: filepath.Join(h.Config, "systemd", "user"), prefix: "uncramp-", endings: []string{".service", ".timer"},
		enable:  func(name string) []Step { return []Step{reload, ask("enable", "--now", timer(name))} },
		disable: func(name string) []Step { return []Step{ask("disable", "--now", timer(name))} },
		reload:  []Step{reload},
		query:   func(name string) Command { return ask("is-enabled", timer(name)) },
	}
}

// launchd has an agent for each reminder. One that is in keeps the times that it
// came with, so that it has to go first.
func launchd(h Host) fileScheduler {
	ask := commander("launchctl")
	domain := "gui/" + h.User
	label := func(name string) string { return domain + "/uncramp." + name }
	s := fileScheduler{
		name: "launchd", run: h.Run,
		folder: filepath.Join(h.Home, "Library", "LaunchAgents"), prefix: "uncramp.", endings: []string{".plist"},
		log:     filepath.Join(h.Home, "Library", "Logs", "uncramp.log"),
		disable: func(name string) []Step { return []Step{ask("bootout", label(name))} },
		query:   func(name string) Command { return ask("print", label(name)) },
	}
	s.enable = func(name string) []Step {
		return append(mayFail(s.disable(name)), ask("bootstrap", domain, s.path(name, ".plist")))
	}
	return s
}

// schtasks makes a task of Windows from each file.
func schtasks(h Host) fileScheduler {
	ask := commander("schtasks")
	task := func(name string) string { return `uncramp\` + name }
	s := fileScheduler{
		name: "Windows", run: h.Run, windows: true,
		folder: filepath.Join(h.Config, "uncramp", "reminders"), endings: []string{".xml"},
		disable: func(name string) []Step { return []Step{ask("/Delete", "/TN", task(name), "/F")} },
		query:   func(name string) Command { return ask("/Query", "/TN", task(name)) },
	}
	s.enable = func(name string) []Step {
		return []Step{ask("/Create", "/XML", s.path(name, ".xml"), "/TN", task(name), "/F")}
	}
	return s
}

// commander makes commands that begin alike.
func commander(first ...string) func(args ...string) Command {
	return func(args ...string) Command { return Command{Args: append(first[:len(first):len(first)], args...)} }
}
