package text

import (
	"strings"
)

// Fold breaks those lines of a text that are longer than width, between their words, and
// leaves the others as they are. It breaks where a sentence ends if that is not far, since
// who hears a line hears its end as one. What goes on stands below the words of its line:
// of a table below its last column, behind a stamp or the sign of an item below what that
// stands before. No word is cut: one that is longer than a line has a line of its own.
func Fold(s string, width int) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if Columns(line) > width {
			lead := line[:hang(line, width-leastWords)]
			below := strings.Repeat(" ", Columns(lead))
			lines[i] = lead + strings.Join(foldWords(line[len(lead):], width-len(below)), "\n"+below)
		}
	}
	return strings.Join(lines, "\n")
}

// foldWords breaks what has so much room on a line.
func foldWords(s string, room int) (lines []string) {
	line := ""
	for word := range strings.FieldsFuncSeq(s, isSpace) {
		for line != "" && Columns(line)+1+Columns(word) > room {
			whole, begun := cutSentence(line, room/3)
			lines, line = append(lines, whole), begun
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// cutSentence cuts a line behind its last sentence, if that leaves it so many columns.
func cutSentence(line string, least int) (whole, begun string) {
	for i := len(line) - 1; i > 0; i-- {
		if line[i] == ' ' && endsSentence(line[:i]) && Columns(line[:i]) >= least {
			return line[:i], line[i+1:]
		}
	}
	return line, ""
}

// endsSentence reports whether the last word does; an abbreviation, such as Dr., does not.
func endsSentence(words string) bool {
	const short = len("Dr.")
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return strings.ContainsAny(words[len(words)-1:], ".?!") && (len(last) > short || last == strings.ToLower(last))
}

// leastWords are the columns that words take below each other, at the least.
const leastWords = 24

// hang is where the words of a line begin that are to stand below each other: behind the
// last gap of two spaces or more, if that is not too far, else behind the indent and what
// marks an item.
func hang(line string, most int) int {
	at := len(line) - len(strings.TrimLeft(line, " "))
	if mark, _, is := strings.Cut(line[at:], " "); is && isMark(mark) && at+len(mark) < most {
		at += len(mark) + 1
	}
	for i := at; i < len(line); i++ {
		if words := strings.TrimLeft(line[i:], " "); len(line)-i-len(words) > 1 {
			i = len(line) - len(words)
			if Columns(line[:i]) <= most {
				at = i
			}
		}
	}
	return at
}

// isMark reports whether a word marks an item: a sign alone, a number, or what stands in
// brackets, as a stamp does.
func isMark(word string) bool {
	return strings.HasPrefix(word, "[") && strings.HasSuffix(word, "]") || strings.Trim(word, "0123456789.!*-") == "" && len(word) < 4
}

// Unbroken puts the lines of each paragraph together that an author broke near the end of
// a line, so that they can be broken anew. A line that begins with a space is its own.
func Unbroken(s string) string {
	const nearEnd = 70
	lines := strings.Split(s, "\n")
	for i := len(lines) - 2; i >= 0; i-- {
		if here, next := lines[i], lines[i+1]; len(here) >= nearEnd && here[0] != ' ' && next != "" && next[0] != ' ' {
			lines[i] += " " + next
			lines = append(lines[:i+1], lines[i+2:]...)
		}
	}
	return strings.Join(lines, "\n")
}
