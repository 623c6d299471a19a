package remind

import (
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"
)

// schtasks makes a task of Windows from each file.
func schtasks(m Machine) units {
	folder := filepath.Join(m.Config, "uncramp", "reminders")
	task := func(name string) string { return `uncramp\` + name }
	ask := func(args ...string) Command { return Command{Args: append([]string{"schtasks"}, args...)} }
	return units{
		name: "Windows", run: m.Run,
		folder: folder, endings: []string{".xml"},
		write: taskFile,
		begin: func(name string) []Command {
			return []Command{ask("/Create", "/XML", filepath.Join(folder, name+".xml"), "/TN", task(name), "/F")}
		},
		end:   func(name string) []Command { return []Command{ask("/Delete", "/TN", task(name), "/F")} },
		known: func(name string) Command { return ask("/Query", "/TN", task(name)) },
	}
}

// task is what Windows calls one, as far as it concerns us.
type task struct {
	XMLName     xml.Name  `xml:"http://schemas.microsoft.com/windows/2004/02/mit/task Task"`
	Version     string    `xml:"version,attr"`
	Description string    `xml:"RegistrationInfo>Description"`
	Triggers    []trigger `xml:"Triggers>CalendarTrigger"`
	Principal   principal `xml:"Principals>Principal"`
	Batteries   bool      `xml:"Settings>DisallowStartIfOnBatteries"`
	Stop        bool      `xml:"Settings>StopIfGoingOnBatteries"`
	Late        bool      `xml:"Settings>StartWhenAvailable"`
	Limit       string    `xml:"Settings>ExecutionTimeLimit"`
	Actions     actions   `xml:"Actions"`
}

type trigger struct {
	From  string `xml:"StartBoundary"`
	Days  *int   `xml:"ScheduleByDay>DaysInterval"`
	Weeks *weeks `xml:"ScheduleByWeek"`
}

type weeks struct {
	Every int  `xml:"WeeksInterval"`
	Days  days `xml:"DaysOfWeek"`
}

type days struct{ Each []day }

type day struct{ XMLName xml.Name }

type principal struct {
	ID    string `xml:"id,attr"`
	Logon string `xml:"LogonType"`
	Level string `xml:"RunLevel"`
}

type actions struct {
	Context   string `xml:"Context,attr"`
	Command   string `xml:"Exec>Command"`
	Arguments string `xml:"Exec>Arguments"`
}

// taskFile is a task in UTF-16, which schtasks reads.
func taskFile(r Reminder, program string) ([]string, error) {
	if strings.Contains(program, "%") {
		return nil, fmt.Errorf("uncramp stands at %s, where Windows would take what follows the %% for a variable; move it to another folder", program)
	}
	text, err := taskText(r, program)
	if err != nil {
		return nil, err
	}
	return []string{toUTF16(text)}, nil
}

func taskText(r Reminder, program string) (string, error) {
	t := task{
		Version: "1.2", Description: r.mark(), Limit: "PT1M",
		Principal: principal{"Author", "InteractiveToken", "LeastPrivilege"},
		Actions:   actions{"Author", program, strings.Join(r.shown(), " ")},
	}
	for _, at := range r.Times {
		t.Triggers = append(t.Triggers, calendar(at, r.Days))
	}
	body, err := xml.MarshalIndent(t, "", "  ")
	if err != nil {
		return "", fmt.Errorf("the task of %s can't be written: %w", r.Name, err)
	}
	return `<?xml version="1.0" encoding="UTF-16"?>` + "\n" + string(body) + "\n", nil
}

// calendar begins on some day that is past.
func calendar(at Time, on []time.Weekday) trigger {
	t := trigger{From: "2026-01-01T" + at.String() + ":00"}
	one := 1
	if len(on) == 0 {
		t.Days = &one
		return t
	}
	t.Weeks = &weeks{Every: one}
	for _, d := range on {
		t.Weeks.Days.Each = append(t.Weeks.Days.Each, day{xml.Name{Local: d.String()}})
	}
	return t
}

// byteOrder is how a file in UTF-16 begins.
var byteOrder = []byte{0xff, 0xfe}

func toUTF16(s string) string {
	b := []byte{}
	for _, unit := range append([]uint16{0xfeff}, utf16.Encode([]rune(s))...) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return string(b)
}

func fromUTF16(b []byte) string {
	var units []uint16
	for b = b[len(byteOrder):]; len(b) > 1; b = b[2:] {
		units = append(units, binary.LittleEndian.Uint16(b))
	}
	return string(utf16.Decode(units))
}
