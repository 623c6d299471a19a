package exchange

import (
	"errors"
	"fmt"
)

// What is said of a file as a whole.
const (
	noFormat     = "%.20q is no format of a diary; choose %s or %s"
	nothingKnown = "this is no export of a diary; uncramp diary export writes one, and --format names what a file is"
	noDiary      = "this is no diary; an export in JSON has %q"
	cantBeRead   = "it can't be read: %w"
	newerForm    = "the diary has the form %.20s, this program reads 1 to %d; %w"
)

// ErrNewer says that a newer program wrote a file.
var ErrNewer = errors.New("get a newer one")

var (
	errBackup   = errors.New("this is a backup; uncramp diary restore takes it back")
	errWorkbook = errors.New("this is a workbook of a spreadsheet; save it there as CSV UTF-8, and import that")
	errPage     = errors.New("this is a page to be read, such as a report; import takes what uncramp diary export writes")
	errReport   = errors.New("this is a report; import takes what uncramp diary export writes, with --format csv too")
	errYAML     = errors.New("this is a routine or settings; a routine belongs into the folder of your own routines")
	errEmpty    = errors.New("the file is empty; export it again")
)

// What is said of a line.
const (
	inLine      = "line %d: %v"
	writtenForm = "2006-01-02 15:04"
	inFuture    = "%s is in the future; put right when it began"
	dayInFuture = "the day %s is in the future; put it right"
	twoVersions = "lines %d and %d are two versions of one row, %s; keep one of them, or give one another id"
	noEdit      = "the row %q has no moment of its edit; export it again"
)

var (
	errUndecoded  = errors.New("this is not UTF-8; save the file as UTF-8, or name its encoding, such as --encoding windows-1252")
	errNotAsNamed = errors.New("this is not in the encoding that --encoding names; name the one that it has, or save the file as UTF-8")
	errLone       = errors.New("half of a character stands alone; write the whole, or take it out")
	errLongRow    = fmt.Errorf("a row has more than %d bytes; take out what does not belong in it", maxRow)
	errMore       = errors.New("more follows where the diary ends; put each export into a file of its own")
	errCutOff     = errors.New("the file ends too early; export it again")
)

// What is said of JSON.
const (
	noJSON       = "this is no JSON from %s on; put it right, or export it again"
	unknownKey   = "a diary has no %.40q; take it out, or get a newer uncramp"
	keyTwice     = "%.40q stands twice in one row; take one out"
	noDelimiter  = "%.40q stands where %q belongs; put it right, or export it again"
	unknownField = "a row has no %.60s; take it out, or get a newer uncramp"
	noMoment     = "%.60s is no moment; write it like 2026-11-21T03:12:00+01:00"
	wrongKind    = "%.60s is another kind of value than belongs there; export it again"
)

// What is said of a table.
const (
	unknownColumn = "this uncramp knows no column %.40q; take it out, or get a newer one"
	columnsAre    = "the columns are %s"
	columnTwice   = "the column %s stands there twice; take one out"
	columnMissing = "the column %s is missing"
	noKind        = "the kind is %.40q; it is one of %s, %s, %s"
	notOfKind     = "%s is nothing that such a row has; leave it empty"
	noHeading     = "%.40q stands in a column without a heading; give it one, or empty it"
	notTried      = "what was tried can't be read; empty it, or export it again"
	openQuote     = "a quote does not end; close it"
	strayQuote    = "a quote stands within a text that has none around it; write it twice, and put the text in quotes"
)
