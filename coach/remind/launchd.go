package remind

import (
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// launchd has an agent for each reminder.
func launchd(m Machine) units {
	domain := "gui/" + m.User
	folder := filepath.Join(m.Home, "Library", "LaunchAgents")
	label := func(name string) string { return domain + "/uncramp." + name }
	out := func(name string) Command {
		return Command{Args: []string{"launchctl", "bootout", label(name)}}
	}
	return units{
		name: "launchd", run: m.Run,
		folder: folder, prefix: "uncramp.", endings: []string{".plist"},
		write: func(r Reminder, program string) ([]string, error) {
			return []string{agent(r, program, filepath.Join(m.Home, "Library", "Logs", "uncramp.log"))}, nil
		},
		// An agent that is in keeps the times that it came with.
		begin: func(name string) []Command {
			bootstrap := Command{Args: []string{"launchctl", "bootstrap", domain, filepath.Join(folder, "uncramp."+name+".plist")}}
			return append(forgive([]Command{out(name)}), bootstrap)
		},
		end:   func(name string) []Command { return []Command{out(name)} },
		known: func(name string) Command { return Command{Args: []string{"launchctl", "print", label(name)}} },
	}
}

// agent is a property list. What goes wrong is written to the log.
func agent(r Reminder, program, log string) string {
	var b strings.Builder
	b.WriteString(xml.Header)
	b.WriteString(`<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">` + "\n")
	fmt.Fprintf(&b, "<!-- %s -->\n<plist version=\"1.0\">\n<dict>\n", r.mark())
	fmt.Fprintf(&b, "\t<key>Label</key>\n\t<string>uncramp.%s</string>\n", r.Name)
	b.WriteString("\t<key>ProgramArguments</key>\n\t<array>\n")
	for _, arg := range append([]string{program}, r.shown()...) {
		fmt.Fprintf(&b, "\t\t<string>%s</string>\n", escaped(arg))
	}
	b.WriteString("\t</array>\n\t<key>StartCalendarInterval</key>\n\t<array>\n")
	for _, t := range r.Times {
		if len(r.Days) == 0 {
			fmt.Fprintf(&b, "\t\t<dict>%s</dict>\n", atTime(t))
		}
		for _, day := range r.Days {
			fmt.Fprintf(&b, "\t\t<dict>%s%s</dict>\n", onDay(day), atTime(t))
		}
	}
	fmt.Fprintf(&b, "\t</array>\n\t<key>StandardErrorPath</key>\n\t<string>%s</string>\n</dict>\n</plist>\n", escaped(log))
	return b.String()
}

func atTime(t Time) string {
	return fmt.Sprintf("<key>Hour</key><integer>%d</integer><key>Minute</key><integer>%d</integer>", t.Hour, t.Minute)
}

func onDay(d time.Weekday) string { return fmt.Sprintf("<key>Weekday</key><integer>%d</integer>", d) }

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
