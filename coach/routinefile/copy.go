package routinefile

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"uncramp/coach/charset"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Copy is the file of another routine as that of one of that id, named after it. Of a
// built-in one its fields are explained where each is written first; one of the person's
// own keeps what she wrote. The error says why it can't be had.
func (f Folder) Copy(from, id string) ([]byte, error) {
	file := routines.BuiltinFile(from)
	if file != nil {
		file = []byte(explained(string(file)))
	} else {
		own, err := yamlfile.Load(os.DirFS(string(f)), routines.FileOf(from))
		if err != nil {
			return nil, err
		}
		file = charset.Unmark(own)
	}
	written := string(file)
	if !strings.Contains(written, "yaml-language-server:") {
		written = routines.SchemaLine + fmt.Sprintf(copyHead, from, id) + written
	}
	written, found := withValue(written, "id", yamlfile.Plain(id))
	if !found {
		return nil, noCopy.With(from)
	}
	written, _ = withValue(written, "name", yamlfile.Quote(routines.NameOf(id)))
	_, err := routines.Read(id, []byte(written))
	return []byte(written), err
}

// withValue writes another value for a field that stands on a line of its own, which keeps
// its comment; false: none does.
func withValue(file, field, value string) (string, bool) {
	line := regexp.MustCompile(`(?m)^` + field + `:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s#][^\n]*?)((?:[ \t]+#.*)?[ \t\r]*)$`)
	at := line.FindStringSubmatchIndex(file)
	if at == nil {
		return file, false
	}
	return file[:at[2]] + value + file[at[3]:], true
}
