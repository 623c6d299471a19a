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

// templateFiles are what a reminder's files say, one for each ending.
//
//go:embed templates
var templateFiles embed.FS

var templates = sync.OnceValue(func() *template.Template {
	t := template.New("").Funcs(template.FuncMap{"systemdProgram": systemdProgram})
	return template.Must(t.ParseFS(templateFiles, "templates/*"))
})

// contents are those of a reminder's file.
func (s fileScheduler) contents(r Reminder, program, ending string) []byte {
	var b bytes.Buffer
	err := templates().ExecuteTemplate(&b, strings.TrimPrefix(ending, "."), struct {
		Reminder
		Program, Log, Mark, DayNames string
		Args                         []string
	}{r, program, s.log, markWords + r.schedule(), strings.Join(dayNames(r.Days), ","), r.showArgs()})
	if err != nil {
		panic(err) // the templates are our own
	}
	if s.windows {
		return encodeUTF16(b.String())
	}
	return b.Bytes()
}

// byteOrder is how a file in UTF-16 begins.
const byteOrder = "\xff\xfe"

func encodeUTF16(s string) []byte {
	b := []byte(byteOrder)
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}

// decode is the text of a file, in UTF-16 too.
func decode(data []byte) string {
	rest, ok := bytes.CutPrefix(data, []byte(byteOrder))
	if !ok {
		return string(data)
	}
	var units []uint16
	for ; len(rest) > 1; rest = rest[2:] {
		units = append(units, binary.LittleEndian.Uint16(rest))
	}
	return string(utf16.Decode(units))
}
