package widget

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

// Fit cuts a line to w columns; what is cut is shown by an ellipsis.
func Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	return ansi.Truncate(s, w, "…")
}

// Wrap breaks a sentence into lines of at most w columns, between words where
// it can.
func Wrap(s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	return strings.Split(ansi.Wrap(s, w, ""), "\n")
}

// Ends puts one text at the left end of w columns and another at the right.
// Where both have no room, the left one stays, then as much as fits of it.
func Ends(left, right string, w int) string {
	room := w - ansi.StringWidth(left) - ansi.StringWidth(right)
	if room < 2 {
		return Fit(left, w)
	}
	return left + strings.Repeat(" ", room) + right
}

// Bar draws how much of w columns is done. The two parts differ by shape.
func Bar(w int, done float64, t theme.Theme) string {
	full := min(max(int(done*float64(w)), 0), w)
	return t.Bar.Render(strings.Repeat("━", full)) + t.Track.Render(strings.Repeat("┄", w-full))
}

// KeyLine names as many of the keys as fit on one line, the first ones first.
func KeyLine(keys []key.Binding, w int, t theme.Theme) string {
	var line string
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
		used += len(lead) + need
		line += t.Blank.Render(lead) + t.Accent.Render(h.Key) + t.Quiet.Render(" "+h.Desc)
	}
	return line
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

// Pad fills a text up to w columns.
func Pad(s string, w int) string {
	return s + strings.Repeat(" ", max(w-ansi.StringWidth(s), 0))
}

// Fill makes a whole screen of w by h cells out of lines: longer ones are cut,
// and what is left over is blank.
func Fill(lines []string, w, h int, t theme.Theme) string {
	out := make([]string, h)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		width := ansi.StringWidth(line)
		if width > w {
			line, width = ansi.Truncate(line, w, ""), w
		}
		if t.Fill && width < w {
			line += t.Blank.Render(strings.Repeat(" ", w-width))
		}
		out[i] = line
	}
	return strings.Join(out, "\n")
}

// Clock writes whole seconds as m:ss.
func Clock(seconds int) string {
	const digits = "0123456789"
	min, sec := seconds/60, seconds%60
	var b [8]byte
	i := len(b)
	for _, d := range []int{sec % 10, sec / 10} {
		i--
		b[i] = digits[d]
	}
	i--
	b[i] = ':'
	for {
		i--
		b[i] = digits[min%10]
		if min /= 10; min == 0 || i == 0 {
			return string(b[i:])
		}
	}
}

// KeyPage is a whole screen of keys.
func KeyPage(keys []key.Binding, w, h int, t theme.Theme) string {
	back := key.NewBinding(key.WithKeys("?"), key.WithHelp("?", "back"))
	return Stack(Choose([]Block{
		{Lines: []string{t.Strong.Render("Keys")}, Rank: 2},
		{Lines: KeyTable(keys, Room(w), max(h-2, 1), t), Gap: true},
		{Lines: []string{KeyLine([]key.Binding{back}, Room(w), t)}, Rank: 1, Gap: true, Foot: true},
	}, h), w, h, t)
}

// Scrolled is how far a key of a list goes: one up for up and k, else one down.
func Scrolled(press fmt.Stringer) int {
	if k := press.String(); k == "up" || k == "k" {
		return -1
	}
	return 1
}
