package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/text"
)

// Field is a line of text that is typed. How it is drawn is up to the view. It goes
// by what is seen as one letter, however many characters that takes: the cursor
// steps over a whole one, and a whole one is deleted. U+FFFD, which stands for a letter
// that was lost, stays in it to be seen.
type Field struct {
	textinput.Model
	most int // letters; 0: as many as there are
}

// NewField is a field of at most so many letters; 0: as many as there are.
func NewField(most int) Field {
	f := textinput.New()
	f.Prompt, f.CharLimit = "", 0
	f.SetVirtualCursor(false)
	f.Focus()
	return Field{f, most}
}

// lost stands for U+FFFD in the library's field, which leaves that out.
const lost = "\ufdd0"

// Value is what stands in the field.
func (f Field) Value() string { return strings.ReplaceAll(f.Model.Value(), lost, "\ufffd") }

// SetValue puts a text into the field.
func (f *Field) SetValue(s string) { f.Model.SetValue(strings.ReplaceAll(s, "\ufffd", lost)) }

// held is a key, or what is pasted, as the library's field holds it.
func held(msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		msg.Text = strings.ReplaceAll(msg.Text, "\ufffd", lost)
		return msg
	case tea.PasteMsg:
		return tea.PasteMsg{Content: strings.ReplaceAll(msg.Content, "\ufffd", lost)}
	}
	return msg
}

// Update takes a key, or what is pasted.
func (f Field) Update(msg tea.Msg) (Field, tea.Cmd) {
	before, after := f.letters()
	press, _ := msg.(tea.KeyPressMsg)
	switch last := len(before) - 1; {
	case key.Matches(press, f.KeyMap.DeleteCharacterBackward) && last >= 0:
		return f.with(before[:last], after), nil
	case key.Matches(press, f.KeyMap.DeleteCharacterForward) && len(after) > 0:
		return f.with(before, after[1:]), nil
	case key.Matches(press, f.KeyMap.CharacterBackward) && last >= 0:
		return f.with(before[:last], append(before[last:], after...)), nil
	case key.Matches(press, f.KeyMap.CharacterForward) && len(after) > 0:
		return f.with(append(before, after[0]), after[1:]), nil
	}
	var cmd tea.Cmd
	f.Model, cmd = f.Model.Update(held(msg))
	if letters := text.Letters(f.Value()); f.most > 0 && len(letters) > f.most {
		f = f.with(letters[:f.most], nil)
	}
	return f, cmd
}

// letters are those before the cursor, and those behind it.
func (f Field) letters() (before, after []string) {
	runes := []rune(f.Value())
	at := min(f.Position(), len(runes))
	return text.Letters(string(runes[:at])), text.Letters(string(runes[at:]))
}

// with is the field with other letters before the cursor, and behind it.
func (f Field) with(before, after []string) Field {
	head := strings.Join(before, "")
	f.SetValue(head + strings.Join(after, ""))
	f.SetCursor(len([]rune(head)))
	return f
}

// Cursor is that of what is being typed.
const Cursor = "▏"

// Typed is what is being typed, with the cursor, which stands at a rune, in
// sight on w columns.
func Typed(words string, at, w int) string {
	runes := []rune(words)
	before, after := string(runes[:at]), string(runes[at:])
	if hidden := Columns(before) - w + 1; hidden > 0 {
		before = ansi.TruncateLeft(before, hidden, "")
	}
	return before + Cursor + after
}
