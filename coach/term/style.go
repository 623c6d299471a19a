package term

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The parts of a style. What the last one holds is known only as a whole.
const (
	foreground = iota
	background
	weight
	italic
	underline
	underlineColour
	blink
	reverse
	conceal
	strike
	others
	parts
)

// style is how characters look: of each part the parameters that were set since all
// were last taken back.
type style [parts]string

// undo are the parameters that take the parts of a style back.
var undo = style{"39", "49", "22", "23", "24", "59", "25", "27", "28", "29"}

// partsOf says which part a parameter sets, where it is no colour of the sixteen.
var partsOf = map[string]int{
	"1": weight, "2": weight, "3": italic, "4": underline, "5": blink, "6": blink, "7": reverse, "8": conceal, "9": strike,
	"21": underline, "38": foreground, "48": background, "58": underlineColour,
}

// styled reads the parameters of a sequence that sets a style.
func (s style) styled(sequence []byte) style {
	list := strings.Split(string(sequence[2:len(sequence)-1]), ";")
	for len(list) > 0 {
		n := parameters(list)
		s = s.with(strings.Join(list[:n], ";"))
		list = list[n:]
	}
	return s
}

// parameters is how many parameters the first of a list takes: a colour takes more.
func parameters(list []string) int {
	extended := slices.Contains([]string{"38", "48", "58"}, list[0]) && len(list) > 1
	switch {
	case extended && list[1] == "5":
		return min(3, len(list))
	case extended && list[1] == "2":
		return min(5, len(list))
	}
	return 1
}

// with sets, or takes back, what one parameter says.
func (s style) with(parameter string) style {
	name, _, _ := strings.Cut(parameter, ";")
	name, _, _ = strings.Cut(name, ":")
	part, known := partsOf[name]
	switch {
	case strings.Trim(parameter, "0") == "":
		return style{}
	case slices.Contains(undo[:others], parameter):
		s[slices.Index(undo[:], parameter)] = ""
	case known && part == weight && s[weight] != "" && s[weight] != parameter:
		s[weight] = "1;2"
	case known:
		s[part] = parameter
	case isColour(name, "3", "9"):
		s[foreground] = parameter
	case isColour(name, "4", "10"):
		s[background] = parameter
	default:
		s[others] += ";" + parameter
	}
	return s
}

// isColour reports whether a parameter is one of the sixteen colours, which begin so.
func isColour(name, dark, bright string) bool {
	last := len(name) - 1
	return last > 0 && (name[:last] == dark || name[:last] == bright) && name[last] <= '7'
}

// bare reports whether nothing but the ground of a blank cell is seen.
func (s style) bare() bool { return s[underline]+s[reverse]+s[strike]+s[others] == "" }

// blank is what stands for a style where nothing but the ground is seen, on a pen
// that is set to another one.
func (s style) blank(pen style) style {
	if !s.bare() {
		return s
	}
	return style{foreground: pen[foreground], weight: pen[weight], italic: pen[italic], background: s[background]}
}

// from is the sequence that sets a style where another one was, the shorter of two:
// what differs, or all of it anew.
func (s style) from(pen style) string {
	if s == pen {
		return ""
	}
	differs, all := make([]string, 0, parts), make([]string, 0, parts+1)
	for part, set := range s {
		if set != "" {
			all = append(all, strings.TrimPrefix(set, ";"))
		}
		if set == pen[part] {
			continue
		}
		if pen[part] != "" && (set == "" || part == weight) {
			differs = append(differs, undo[part])
		}
		if set != "" {
			differs = append(differs, set)
		}
	}
	anew := ansi.ResetStyle
	if len(all) > 0 {
		anew = "\x1b[0;" + strings.Join(all, ";") + "m"
	}
	if less := "\x1b[" + strings.Join(differs, ";") + "m"; s[others] == pen[others] && len(less) <= len(anew) {
		return less
	}
	return anew
}
