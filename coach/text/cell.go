package text

import "strings"

// formulaSigns are the characters that make a formula of a cell, in some spreadsheets
// and languages.
const formulaSigns = "=+-@\t\r＝＋－＠"

// ByteOrderMark says, at the beginning of a table, that it is UTF-8: Excel would take it
// for another encoding.
const ByteOrderMark = "\ufeff"

// EscapeFormula returns a cell of a table that no spreadsheet takes for a formula: an
// apostrophe goes before one that it would. A text that looks so already gets
// another, so that [UnescapeFormula] can take it back.
func EscapeFormula(cell string) string {
	if beginsFormula(cell) {
		return "'" + cell
	}
	return cell
}

// UnescapeFormula takes back what [EscapeFormula] did.
func UnescapeFormula(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && beginsFormula(rest) {
		return rest
	}
	return cell
}

func beginsFormula(cell string) bool {
	return strings.IndexAny(strings.TrimLeft(cell, "'"), formulaSigns) == 0
}
