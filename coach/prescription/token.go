package prescription

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind int

const (
	word    kind = iota // letters, in lower case
	number              // thousandths
	sign                // any other character; several that mean the same are one
	strange             // what can't be read: a number too large, a decimal comma
)

// token is a part of a line: what it is, and where it stands.
type token struct {
	kind    kind
	text    string
	value   int  // of a number, in thousandths
	at, end int  // bytes of the line
	near    bool // nothing stands between it and the token before
}

// signs are characters that are read as others.
var signs = map[rune]string{
	'×': "x", '\u2715': "x", '\u2716': "x", '*': "x",
	'–': "-", '—': "-", '‐': "-", '‑': "-", '−': "-", '•': ".", '·': ".", '▪': ".", '●': ".",
	'“': `"`, '”': `"`, '″': `"`, '„': `"`, '’': "'", '‘': "'", '′': "'", '&': "and", '+': "and",
}

// fractions are characters that stand for a part of one, in thousandths.
var fractions = map[rune]int{'½': 500, '\u00bc': 250, '\u00be': 750} // a half, a quarter, three quarters

// tokens takes a part of a line apart. At is where it begins in the line.
func tokens(part string, at int) (list []token) {
	near := false
	for i := 0; i < len(part); {
		c, size := utf8.DecodeRuneInString(part[i:])
		var t token
		switch {
		case unicode.IsSpace(c):
			near = false
			i += size
			continue
		case '0' <= c && c <= '9', fractions[c] > 0:
			t = numeral(part[i:])
		case unicode.IsLetter(c):
			t = splitX(letters(part[i:]), list, near)
		default:
			t = token{kind: sign, text: string(c), end: size}
			if s, ok := signs[c]; ok {
				t.text = s
			}
			if t.text == "and" {
				t.kind = word
			}
		}
		t.at, t.end, t.near = at+i, at+i+t.end, near
		list = append(list, t)
		i, near = t.end-at, true
	}
	return list
}

// letters reads the word that a text begins with; an apostrophe before a letter belongs
// to it, and is left out.
func letters(s string) token {
	n := 0
	for n < len(s) {
		c, size := utf8.DecodeRuneInString(s[n:])
		after, _ := utf8.DecodeRuneInString(s[n+size:])
		if !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) && (signs[c] != "'" && c != '\'' || !unicode.IsLetter(after)) {
			break
		}
		n += size
	}
	return token{kind: word, text: strings.NewReplacer("'", "", "’", "", "‘", "", "′", "").Replace(strings.ToLower(s[:n])), end: n}
}

// splitX takes the x alone of a word that begins with it behind a number, as in
// 3xdaily, and makes a sign of an x.
func splitX(t token, before []token, near bool) token {
	if near && len(before) > 0 && before[len(before)-1].kind == number && strings.HasPrefix(t.text, "x") {
		t.text, t.end = "x", 1
	}
	if t.text == "x" {
		t.kind = sign
	}
	return t
}

const digits = "0123456789"

// numeral reads the number that a text begins with: digits, a point and more, a half.
func numeral(s string) token {
	const longest = 4
	n := len(s) - len(strings.TrimLeft(s, digits))
	t := token{kind: number, end: n}
	for _, c := range s[:min(n, longest)] {
		t.value = t.value*10 + int(c-'0')*1000
	}
	behind := ""
	if strings.HasPrefix(s[n:], ".") || strings.HasPrefix(s[n:], ",") {
		behind = s[n+1:]
	}
	decimals := behind[:len(behind)-len(strings.TrimLeft(behind, digits))]
	c, size := utf8.DecodeRuneInString(s[n:])
	switch {
	case fractions[c] > 0:
		t.value += fractions[c]
		t.end += size
	case decimals != "":
		t.end += 1 + len(decimals)
		for i, place := 0, 100; i < min(len(decimals), 3); i, place = i+1, place/10 {
			t.value += int(decimals[i]-'0') * place
		}
	}
	if n > longest || decimals != "" && s[n] == ',' || len(decimals) > 3 {
		t.kind = strange
	}
	t.text = s[:t.end]
	return t
}

// numberWords are numbers that are written as words.
var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60,
}
