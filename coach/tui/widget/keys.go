package widget

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

// Binding is a key, or several, with what it does.
type Binding = key.Binding

// Flags is the key of the red flags, the same on every screen that has it.
func Flags() Binding { return Bind("!", "red flags", "!") }

// Bind is a binding: how it is shown, what it does, and by which keys.
func Bind(shown, does string, keys ...string) Binding {
	var b Binding
	b.SetKeys(keys...)
	b.SetHelp(shown, does)
	return b
}

// KeyLine names as many of the keys as fit on one line, the first ones first.
// Each can be tapped.
func KeyLine(keys []key.Binding, w int, t theme.Theme) Block {
	var line string
	var targets []Target
	used := 0
	between := "   "
	if w < 32 {
		between = " "
	}
	for _, k := range keys {
		if !k.Enabled() {
			continue
		}
		h := k.Help()
		need := ansi.StringWidth(h.Key) + 1 + ansi.StringWidth(h.Desc)
		lead := ""
		if line != "" {
			lead = between
		}
		if used+len(lead)+need > w {
			continue
		}
		targets = append(targets, tap(k, used+len(lead), 0, need, 1)...)
		used += len(lead) + need
		line += t.Blank.Render(lead) + t.Accent.Render(h.Key) + t.Quiet.Render(" "+h.Desc)
	}
	return Block{Lines: []string{line}, Targets: targets}
}

// tap is the target for a key. Of two keys that are shown together the first
// is where it is named, the second is the rest; a range of keys has none.
func tap(k key.Binding, x, y, w, h int) []Target {
	named := ansi.StringWidth(k.Help().Key)
	switch {
	case strings.Contains(k.Help().Key, "–"):
		return nil
	case strings.HasPrefix(k.Help().Key, "↑↓"):
		return []Target{
			{X: x, Y: y, W: named - 1, H: h, Press: "up"},
			{X: x + named - 1, Y: y, W: w - named + 1, H: h, Press: "down"},
		}
	}
	return []Target{{X: x, Y: y, W: w, H: h, Press: k.Keys()[0]}}
}

// buttonHigh is the height of a button: big enough for a thumb.
const buttonHigh = 3

// Buttons draws keys as boxes of one size, side by side over w columns; as a
// line where they don't fit.
func Buttons(keys []key.Binding, w int, t theme.Theme) Block {
	keys = slices.DeleteFunc(keys, func(k key.Binding) bool { return !k.Enabled() })
	size := (w + 1) / max(len(keys), 1)
	b := Block{Lines: make([]string, buttonHigh)}
	for i, k := range keys {
		label := ansi.StringWidth(k.Help().Key) + 1 + ansi.StringWidth(k.Help().Desc)
		inner := size - 3
		if label > inner {
			return KeyLine(keys, w, t)
		}
		before := strings.Repeat(" ", (inner-label)/2)
		after := strings.Repeat(" ", inner-label-len(before))
		if i < len(keys)-1 {
			after += "│ "
		} else {
			after += "│"
		}
		lead := strings.Repeat(" ", min(i, 1))
		b.Lines[0] += t.Quiet.Render(lead + "╭" + strings.Repeat("─", inner) + "╮")
		shown, does := t.Accent.Render(k.Help().Key), t.Strong.Render(" "+k.Help().Desc)
		b.Lines[1] += t.Quiet.Render("│"+before) + shown + does + t.Quiet.Render(after)
		b.Lines[2] += t.Quiet.Render(lead + "╰" + strings.Repeat("─", inner) + "╯")
		b.Targets = append(b.Targets, tap(k, i*size, 0, size-1, buttonHigh)...)
	}
	return b
}

// KeyTable lists every key with what it does, in as many columns as fit.
func KeyTable(keys []key.Binding, w, h int, t theme.Theme) []string {
	var entries [][2]string
	keyWidth, descWidth := 0, 0
	for _, k := range keys {
		if k.Enabled() {
			e := [2]string{k.Help().Key, k.Help().Desc}
			entries = append(entries, e)
			keyWidth, descWidth = max(keyWidth, ansi.StringWidth(e[0])), max(descWidth, ansi.StringWidth(e[1]))
		}
	}
	const between = 2
	cell := keyWidth + 1 + descWidth + between
	columns := max(min((w+between)/cell, (len(entries)+h-1)/max(h, 1)), 1)
	rows := make([]string, (len(entries)+columns-1)/columns)
	for i, e := range entries {
		entry := t.Accent.Render(Pad(e[0], keyWidth)) + t.Text.Render(" "+Pad(e[1], descWidth+between))
		rows[i%len(rows)] += entry
	}
	return rows
}

// KeyPage is a whole screen of keys.
func KeyPage(keys []key.Binding, w, h int, t theme.Theme) Frame {
	back := key.NewBinding(key.WithKeys("?"), key.WithHelp("?", "back"))
	table := KeyTable(keys, Room(w), max(h-2, 1), t)
	return Stack(Choose([]Block{
		{Lines: []string{t.Strong.Render("Keys")}, Rank: 2},
		{Lines: table[:min(len(table), max(h-1, 1))], Gap: true},
		KeyLine([]key.Binding{back}, Room(w), t).AtFoot(1),
	}, h), w, h, t)
}
