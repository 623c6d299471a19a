package remind

import (
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"uncramp/coach/skip"
	"uncramp/coach/text"
)

// hostilePaths are paths that a careless scheduler's file is undone by.
func hostilePaths() []string {
	paths := []string{
		"/usr/bin/uncramp", "/home/anna lee/uncramp", "/100%/uncramp", `/back\%slash/uncramp`, `/a\\%%b\/uncramp`,
		"/$HOME/${PATH}/uncramp", "/$$/uncramp", "/o'brien/uncramp", `/"quoted"/uncramp`, "/`id`/$(id)/uncramp",
		"/a;b|c&d>e<f/uncramp", "/-rf/--help/uncramp", "/a=b/uncramp", "/ünï 猫/uncramp", "/%h/%%/%n%/uncramp",
		"/~/*/?/[a]/{b,c}/!x/#y/uncramp", `/ending\`, "/]]>/&amp;/<!-- -->/uncramp", "/ leading and trailing ",
	}
	rng := rand.New(rand.NewPCG(7, 7))
	const pieces = `%%\\''""$$ab {}();&|<>` + "`~#*=-é猫"
	for range 60 {
		path := "/"
		for range 1 + rng.IntN(12) {
			runes := []rune(pieces)
			path += string(runes[rng.IntN(len(runes))])
		}
		paths = append(paths, path)
	}
	return paths
}

// cronReads is what cron hands to sh, after do_command.c of Vixie's: a % ends
// the command unless a backslash stands before it, which is then taken away.
func cronReads(command string) string {
	var out []byte
	backslash := false
	for i := range len(command) {
		c := command[i]
		switch {
		case backslash && c == '%':
			out[len(out)-1] = '%'
			backslash = false
			continue
		case backslash:
			backslash = false
		case c == '%':
			return string(out)
		case c == '\\':
			backslash = true
		}
		out = append(out, c)
	}
	return string(out)
}

func TestShellGetsThePath(t *testing.T) {
	sh := skip.Without(t, "sh")
	for _, path := range hostilePaths() {
		for form, word := range map[string]string{
			"typed": shellQuote(path), "cron that knows %": cronReads(cronQuote(path)), "cron that does not": cronQuote(path),
		} {
			out, err := exec.CommandContext(t.Context(), sh, "-c", "printf '%s\\n' "+word+" end").Output()
			if want := path + "\nend\n"; err != nil || string(out) != want {
				t.Errorf("%s: %q becomes %q, which gives %q, %v", form, path, word, out, err)
			}
		}
	}
}

// FuzzCronQuote needs no shell: cron must hand sh the same word that it gets
// where cron leaves it alone.
func FuzzCronQuote(f *testing.F) {
	for _, path := range hostilePaths() {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if got := unquoted(t, cronReads(cronQuote(path))); got != path {
			t.Errorf("%q becomes %q", path, got)
		}
	})
}

// unquoted reads one word as sh does, of what we write: quotes, and a backslash
// outside of them.
func unquoted(t *testing.T, word string) string {
	t.Helper()
	var out []byte
	inside := false
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c == '\'':
			inside = !inside
		case !inside && c == '\\':
			i++
			out = append(out, word[i])
		case !inside && strings.IndexByte(" \t\n;&|<>()$`\"*?[#~!{}", c) >= 0:
			t.Fatalf("%q stands open in %q", c, word)
		default:
			out = append(out, c)
		}
	}
	if inside {
		t.Fatalf("the quotes of %q do not end", word)
	}
	return string(out)
}

// FuzzSystemdQuote reads a word as systemd.service(5) says.
func FuzzSystemdQuote(f *testing.F) {
	for _, path := range hostilePaths() {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		word := systemdQuote(path)
		inner := word[1 : len(word)-1]
		var out []byte
		for i := 0; i < len(inner); i++ {
			c := inner[i]
			if c == '"' {
				t.Fatalf("the quotes of %q end early", word)
			}
			if c == '\\' || c == '%' || c == '$' {
				i++
				if i == len(inner) || c != '\\' && inner[i] != c || c == '\\' && inner[i] != '\\' && inner[i] != '"' {
					t.Fatalf("%q stands alone in %q", c, word)
				}
				c = inner[i]
			}
			out = append(out, c)
		}
		if string(out) != path {
			t.Errorf("%q becomes %q", path, out)
		}
	})
}

// TestSystemdTakesTheUnits asks the real one, which looks whether the program
// is there.
func TestSystemdTakesTheUnits(t *testing.T) {
	analyze := skip.Without(t, "systemd-analyze")
	runtimeFolder, root := t.TempDir(), t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", runtimeFolder)
	m := newRig(t, "systemd")
	for i, path := range hostilePaths() {
		path = filepath.Join(root, path)
		must(t, os.MkdirAll(filepath.Dir(path), 0o700))
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700); err != nil {
			continue // there is a folder of that name by now
		}
		m.Folders = []Variable{{"XDG_DATA_HOME", path}}
		name := "r" + strings.Repeat("x", i%25) + string(rune('a'+i/25))
		must(t, m.set(t, reminder(t, name, "9:00 22:30", []string{"", "mon,sun"}[i%2]), path))
	}
	folder := filepath.Join(m.Config, "systemd", "user")
	files, err := filepath.Glob(filepath.Join(folder, "uncramp-*"))
	if err != nil || len(files) < 100 {
		t.Fatalf("only %d files were made: %v", len(files), err)
	}
	verify := func(files ...string) (string, error) {
		out, err := exec.CommandContext(t.Context(), analyze, append([]string{"verify", "--user"}, files...)...).CombinedOutput()
		return string(out), err
	}
	if out, err := verify(files...); err != nil || strings.Contains(out, "uncramp-") {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
	bad := filepath.Join(folder, "uncramp-bad.timer")
	must(t, os.WriteFile(bad, []byte("[Timer]\nOnCalendar=sometimes\n"), 0o600))
	if out, err := verify(bad); err == nil && !strings.Contains(out, "sometimes") {
		t.Errorf("systemd-analyze finds nothing wrong with a bad timer: %s", out)
	}
}

// TestXMLHoldsThePath reads back what launchd and Windows are given.
func TestXMLHoldsThePath(t *testing.T) {
	r := reminder(t, "bedtime", "22:30", "mon")
	for _, path := range hostilePaths() {
		if got := plistStrings(t, string(fileScheduler{log: "/log of " + path}.contents(r, path, ".plist"))); got[1] != path || got[len(got)-1] != "/log of "+path {
			t.Errorf("launchd gets %q for %q", got, path)
		}
		text := decode(fileScheduler{windows: true}.contents(r, path, ".xml"))
		var back struct {
			XMLName xml.Name `xml:"http://schemas.microsoft.com/windows/2004/02/mit/task Task"`
			Command string   `xml:"Actions>Exec>Command"`
			Args    string   `xml:"Actions>Exec>Arguments"`
		}
		must(t, xml.Unmarshal([]byte(text[len(`<?xml version="1.0" encoding="UTF-16"?>`):]), &back))
		if back.Command != path || back.Args != "remind show bedtime" {
			t.Errorf("Windows gets %+v for %q", back, path)
		}
	}
}

// plistStrings are the strings of a property list, in order.
func plistStrings(t *testing.T, list string) (found []string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(list))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		must(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "string" {
			var s string
			must(t, dec.DecodeElement(&s, &start))
			found = append(found, s)
		}
	}
}

// TestTaskIsUTF16 is what schtasks asks for, with the mark at its beginning.
func TestTaskIsUTF16(t *testing.T) {
	r := reminder(t, "bedtime", "22:30", "")
	const path = `C:\Users\Zoë 🐈\uncramp.exe`
	file := string(fileScheduler{windows: true}.contents(r, path, ".xml"))
	if !strings.HasPrefix(file, "\xff\xfe<\x00?\x00x\x00m\x00l\x00") || len(file)%2 != 0 {
		t.Errorf("it begins with %q", file[:12])
	}
	if want := string(fileScheduler{}.contents(r, path, ".xml")); decode([]byte(file)) != want || !strings.Contains(want, path) {
		t.Errorf("it says\n%s", decode([]byte(file)))
	}
	if _, err := schtasks(newRig(t, "schtasks").Host).Set(t.Context(), r, `C:\%TEMP%\uncramp.exe`); err == nil || !strings.Contains(err.Error(), "variable") {
		t.Errorf("Windows would look for a variable, and it says %v", err)
	}
	for _, torn := range []string{"\xff\xfe", "\xff\xfe<", "\xff\xfe\x00\xd8"} {
		if _, err := parseMark("bedtime", []byte(torn)); err == nil {
			t.Errorf("%q has our mark", torn)
		}
	}
}

// TestPlansArePlainText holds what --dry-run prints of a table that is not ours.
func TestPlansArePlainText(t *testing.T) {
	m := newRig(t, "crontab")
	table := "# \x1b[2J\x1b]0;x\x07\u202e\ta\tb\xff\r\n"
	m.table = &table
	p, err := m.scheduler(t).Set(t.Context(), reminder(t, "bedtime", "22:30", ""), program)
	must(t, err)
	for line := range strings.Lines(p.String()) {
		line = strings.TrimSuffix(strings.ReplaceAll(line, "\t", ""), "\n")
		if strings.ContainsFunc(line, text.Hidden) || !utf8.ValidString(line) {
			t.Errorf("it prints %q", line)
		}
	}
	if !strings.Contains(p.String(), "\ta\tb") {
		t.Errorf("it prints\n%s", p)
	}
}
