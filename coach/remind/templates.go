package remind

import (
	"bytes"
	"embed"
	"encoding/binary"
	"strings"
	"sync"
	"text/template"
	"unicode/utf16"
)

// templateFiles are what is written for a reminder, each named by a file's
// ending; crontab is its lines.
//
//go:embed templates
var templateFiles embed.FS

var templates = sync.OnceValue(func() *template.Template {
	t := template.New("").Funcs(template.FuncMap{
		"systemdProgram": systemdProgram, "systemdVariable": systemdVariable, "cronQuote": cronQuote, "dayNames": dayNames,
		"schedule": Reminder.schedule, "args": Reminder.showArgs,
	})
	return template.Must(t.ParseFS(templateFiles, "templates/*"))
})

// fill fills in a template. Place is where complaints or notifications go.
func fill(name string, r Reminder, program, place string, folders []Variable) []byte {
	var b bytes.Buffer
	err := templates().ExecuteTemplate(&b, name, struct {
		Reminder
		Program, Place, MarkWords string
		Folders                   []Variable
	}{r, program, place, markWords, folders})
	if err != nil {
		panic(err) // the templates are our own
	}
	return b.Bytes()
}

// contents are those of a reminder's file.
func (s fileScheduler) contents(r Reminder, program, ending string) []byte {
	text := fill(strings.TrimPrefix(ending, "."), r, program, s.log, s.folders)
	if s.windows {
		return encodeUTF16(string(text))
	}
	return text
}

// byteOrder is how a file in UTF-16 begins.
const byteOrder = "\xff\xfe"

func encodeUTF16(s string) []byte {
	b, err := binary.Append([]byte(byteOrder), binary.LittleEndian, utf16.Encode([]rune(s)))
	if err != nil {
		panic(err) // numbers can be written
	}
	return b
}

// decode is the text of a file, in UTF-16 too.
func decode(data []byte) string {
	rest, ok := bytes.CutPrefix(data, []byte(byteOrder))
	units := make([]uint16, len(rest)/2)
	if _, err := binary.Decode(rest, binary.LittleEndian, units); err != nil || !ok {
		return string(data)
	}
	return string(utf16.Decode(units))
}

// shellQuote is one word for sh.
func shellQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// cronQuote is one word for sh on a crontab's line, where a % that has no
// backslash ends the command. The backslash stands outside the quotes: some
// crons take it away and others leave it to sh.
func cronQuote(s string) string { return strings.ReplaceAll(shellQuote(s), "%", `'\%'`) }

// systemdQuote is one word of a unit's command line.
func systemdQuote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, `%`, `%%`, `$`, `$$`).Replace(s) + `"`
}

// systemdVariable is a variable of a unit, in which a dollar sign means nothing.
func systemdVariable(v Variable) string {
	return strings.ReplaceAll(systemdQuote(v.Name+"="+v.Value), "$$", "$")
}

// systemdProgram is the start of a unit's command line. systemd runs no program
// with a quote or a backslash in its path, and does not say what it makes of a
// dollar sign there; a shell is handed such a path as an argument.
func systemdProgram(path string) string {
	if !strings.ContainsAny(path, `"'\$`) {
		return systemdQuote(path)
	}
	return "/bin/sh -c " + systemdQuote(`exec "$0" "$@"`) + " " + systemdQuote(path)
}
