package yamlfile

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"uncramp/coach/text"
)

// Choice is a text that is one of some words.
type Choice interface {
	// Choices lists the words, in the order in which they are told.
	Choices() []string
}

// hold holds a value to its rule, which stands in the check tag of its field:
//
//	id            a name to type, see [IsID]
//	choice        one of the words of a [Choice]
//	ids, choices  a list of them, each once
//	text N        plain text on one line, of at most N characters
//	note N        the same, on several lines
//	number A B    from A to B
//	numbers A B   a list of such
//	seconds A B   the same, told as a length of time
//	list A B      a list of A to B entries; of RULE behind it: each held to that
//
// A question mark behind the first word lets the value be empty. A fault is
// told at n, the value or what it is missing in.
func (f *File) hold(n *yaml.Node, to target) bool {
	bad := broken(to)
	if bad != none {
		f.refuse(n, to.path, bad)
	}
	return bad == none
}

// forEach is the rule for each entry of a list, and whether each may stand there once
// only.
func forEach(rule string) (each string, once bool) {
	kind, limits, _ := strings.Cut(rule, " ")
	switch kind {
	case "ids", "choices":
		return strings.TrimSuffix(kind, "s"), true
	case "numbers":
		return "number " + limits, false
	}
	_, each, _ = strings.Cut(rule, " of ")
	return each, false
}

// broken says how a value breaks its rule; [none] if it doesn't.
func broken(to target) Message {
	kind, limits, _ := strings.Cut(to.rule, " ")
	kind, optional := strings.CutSuffix(kind, "?")
	if optional && to.v.IsZero() {
		return none
	}
	var a, b int
	_, _ = fmt.Sscan(limits, &a, &b) // a rule has as many as it needs
	out := func(n int) bool { return n < a || n > b }
	if kind == "number" && to.v.CanFloat() {
		if x := to.v.Float(); !(float64(a) <= x && x <= float64(b)) { // NaN is neither
			return outside.With(x, a, b)
		}
		return none
	}
	switch v := to.v; {
	case kind == "id" && IsDevice(v.String()):
		return isDevice.With(v.String())
	case kind == "id" && !IsID(v.String()):
		return noID.With(v.String())
	case kind == "choice":
		words, _ := v.Interface().(Choice)
		if list := words.Choices(); !slices.Contains(list, v.String()) {
			return noChoice.With(v.String(), strings.Join(list, ", "))
		}
	case kind == "text":
		return badText(v.String(), a)
	case kind == "note":
		return badText(strings.ReplaceAll(v.String(), "\n", " "), a)
	case kind == "list" && out(v.Len()):
		return noEntries.With(v.Len(), to.path[strings.LastIndexByte(to.path, '.')+1:], a, b)
	case kind == "seconds" && out(int(v.Int())):
		return outsideTime.With(v.Int(), a, b)
	case kind == "number" && out(int(v.Int())):
		return outside.With(v.Int(), a, b)
	}
	return none
}

func badText(s string, most int) Message {
	n := utf8.RuneCountInString(s)
	if n > most { // what is seen counts
		n = text.Length(s)
	}
	switch {
	case strings.TrimSpace(s) == "":
		return Missing
	case n > most:
		return tooLong.With(n, most)
	case strings.ContainsFunc(s, text.Hidden):
		return holdsControl
	case strings.TrimSpace(s) != s:
		return outerSpace
	}
	return none
}

// MaxID is how many characters a name to type may have.
const MaxID = 32

// IsID reports whether a text is a name to type: lower-case letters, digits and
// hyphens, [MaxID] at most, of which the first is a letter. A device's is none.
func IsID(s string) bool {
	const letters, others = "abcdefghijklmnopqrstuvwxyz", "0123456789-"
	return s != "" && len(s) <= MaxID && strings.ContainsAny(s[:1], letters) && strings.Trim(s, letters+others) == "" && !IsDevice(s)
}

// IsDevice reports whether Windows has a name for a device, whatever ending follows it:
// what is written to nul.yaml there is lost. No system takes it as a name, for files move.
func IsDevice(name string) bool {
	switch kind, number := name[:min(3, len(name))], name[min(3, len(name)):]; kind {
	case "con", "prn", "aux", "nul":
		return number == ""
	case "com", "lpt":
		return len(number) == 1 && strings.Trim(number, "0123456789") == ""
	}
	return false
}

// MeantID is the id that the name of a file was meant to tell: of Ankles.YAML, ankles.yml
// and ankles.yaml.txt it is ankles. It is empty where no file of ours was meant.
func MeantID(name string) string {
	lower := strings.ReplaceAll(strings.ToLower(name), " ", "-")
	for _, e := range []string{".yaml", ".yml"} {
		if id, rest, ok := strings.Cut(lower, e); ok && (rest == "" || rest == ".txt") {
			return id
		}
	}
	return ""
}
