package screen

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/text"
)

// SheetMsg says where the sheet of a routine was written, or why it wasn't.
type SheetMsg struct {
	Path string
	Err  error
}

// WriteSheet writes the sheet of a routine, to be printed. A [SheetMsg] says what became of
// it.
func WriteSheet(id string, write func(id string) (path string, err error)) Effect {
	path := ""
	return Ask(Write{
		Do: func() (err error) {
			path, err = write(id)
			return err
		},
		Done: func(err error) tea.Msg { return SheetMsg{path, err} },
	})
}

// sheetKept says which file a sheet is in.
const sheetKept = "To print it, open %s."

// Told is what became of it, in a line.
func (m SheetMsg) Told() string {
	if m.Err != nil {
		return text.Clean(m.Err.Error())
	}
	return fmt.Sprintf(sheetKept, text.Clean(m.Path))
}
