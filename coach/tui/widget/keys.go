package widget

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/theme"
)

// Binding is a key, or several, with what it does.
type Binding = key.Binding

// Flags is the key of the red flags, the same on every screen that has it.
func Flags() Binding { return Bind("!", "red flags", "!") }

// Help is the key of the page of keys, the same on every screen that has it.
func Help() Binding { return Bind("?", "keys", "?") }

// Sheet is the key that writes a sheet of the routine the cursor is on, to be printed.
func Sheet() Binding { return Bind("f", "a sheet to print", "f") }

// Bind is a binding: how it is shown, what it does, and by which keys.
func Bind(shown, does string, keys ...string) Binding {
	return key.NewBinding(key.WithHelp(shown, does), key.WithKeys(keys...))
}

// When is a binding that does something only if that holds.
func When(holds bool, b Binding) Binding {
	b.SetEnabled(holds)
	return b
}

// enabled are those of the keys that do something now.
func enabled(keys []Binding) []Binding {
	return slices.DeleteFunc(slices.Clone(keys), func(k Binding) bool { return !k.Enabled() })
}

// named are those of the keys that do something now, as they are called: where there
// are no arrows to show, by what is printed on them.
func named(keys []Binding, t theme.Theme) []Binding {
	keys = enabled(keys)
	for i, k := range keys {
		if name, ok := arrowNames[k.Help().Key]; ok && t.ASCII {
			keys[i].SetHelp(name, k.Help().Desc)
		}
	}
	return keys
}

// KeyLine names as many of the keys as fit on one line, the first ones first.
// Each can be tapped.
func KeyLine(keys []Binding, w int, t theme.Theme) Block {
	var line string
	var targets []Target
	lead, used, between := "", 0, "   "
	if w < 32 {
		between = " "
	}
	for _, k := range named(keys, t) {
		h := k.Help()
		need := Columns(h.Key) + 1 + Columns(h.Desc)
		if used+len(lead)+need > w {
			continue
		}
		targets = append(targets, tap(k, used+len(lead), need, 1)...)
		used += len(lead) + need
		line += lead + t.Accent.Render(h.Key) + t.Quiet.Render(" "+h.Desc)
		lead = between
	}
	return Block{Lines: []string{line}, Targets: targets}
}

// tap is the target for a key. Of two keys that are shown together the first
// is where it is named, the second is the rest; a range of keys has none.
func tap(k Binding, x, w, h int) []Target {
	named := Columns(k.Help().Key)
	switch {
	case strings.Contains(k.Help().Key, "–"):
		return nil
	case strings.HasPrefix(k.Help().Key, "↑↓"):
		return []Target{{X: x, W: named - 1, H: h, Press: "up"}, {X: x + named - 1, W: w - named + 1, H: h, Press: "down"}}
	}
	return []Target{{X: x, W: w, H: h, Press: k.Keys()[0]}}
}

// buttonHigh is the height of a button: big enough for a thumb.
const buttonHigh = 3

// Buttons draws keys as boxes of one size, side by side over w columns; as a
// line where they don't fit.
func Buttons(keys []Binding, w int, t theme.Theme) Block {
	keys = named(keys, t)
	size := (w + 1) / max(len(keys), 1)
	b := Block{Lines: make([]string, buttonHigh)}
	for i, k := range keys {
		name, does := k.Help().Key, " "+k.Help().Desc
		label := Columns(name + does)
		inner := size - 3
		if label > inner {
			return KeyLine(keys, w, t)
		}
		before := strings.Repeat(" ", (inner-label)/2)
		after := strings.Repeat(" ", inner-label-len(before)) + "│"
		if i < len(keys)-1 {
			after += " "
		}
		lead := strings.Repeat(" ", min(i, 1))
		b.Lines[0] += t.Quiet.Render(lead + "╭" + strings.Repeat("─", inner) + "╮")
		b.Lines[1] += t.Quiet.Render("│"+before) + t.Accent.Render(name) + t.Strong.Render(does) + t.Quiet.Render(after)
		b.Lines[2] += t.Quiet.Render(lead + "╰" + strings.Repeat("─", inner) + "╯")
		b.Targets = append(b.Targets, tap(k, i*size, size-1, buttonHigh)...)
	}
	return b
}
