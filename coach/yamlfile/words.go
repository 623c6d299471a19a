package yamlfile

// What a person is told. %q is what the file has, %d a number.
const (
	moreFaults     = "%d more faults follow"
	mendTheseFirst = "mend these first"

	tooLarge     = "the file has more than %d bytes"
	makeSmaller  = "take out what does not belong in it"
	empty        = "the file is empty, or has nothing but comments"
	fillIt       = "write in it what it is for"
	control      = "control character %U"
	takeOut      = "write a space, or take it out"
	tab          = "a tab"
	useSpaces    = "indent with spaces"
	useSpace     = "write a space"
	directive    = "a line that begins with % is an order to the YAML reader"
	secondDoc    = "a second YAML document begins"
	keepOne      = "keep one"
	reference    = "an anchor, an alias or a tag"
	writeOut     = "write the value out"
	unknownField = "unknown field %.40q"
	fieldsAre    = "take it out, or write one of %s"
	twice        = "%.40q stands twice"
	keepOneOf    = "keep one of them"

	otherKind    = "another kind of value belongs here"
	wantsMapping = "write names and values, such as name: value"
	wantsList    = "write a list, such as [one, two]"
	wantsSome    = "write a list of %d"
	wantsText    = "write one text, in quotes if need be"
	wantsYesNo   = "write true or false"
	notANumber   = "%.40q is no number"
	wantsNumber  = "write one in digits, such as 3 or -0.5"

	notFlat   = "%.40q is no setting"
	wantsFlat = "write NAME: VALUE, one a line"
	noValue   = "%.40s has no value"
	giveOne   = "write one, or take the line out"
	manyLines = "the value of %.40s goes on over several lines"
	notPlain  = "%.40q is no plain value"
	wantPlain = "write one value beside its name, in quotes if need be"
)

// syntax is what the YAML library says of a file that is no YAML, by a part of
// it, and what a person is told instead. The first that fits counts.
var syntax = []struct {
	says            string
	problem, remedy string
	opening         bool // the fault is where the construct begins
}{
	{"expected ',' or ']'", "the bracket [ is not closed", "close it with ], and put a comma between two entries", true},
	{"expected ',' or '}'", "the bracket { is not closed", "close it with }, and put a comma between two entries", true},
	{"unexpected end of stream", "the text in quotes does not end", "close the quote", true},
	{"unexpected document indicator", "the text in quotes does not end", "close the quote", true},
	{"mapping values are not allowed", "a colon makes a mapping value here, where none may stand",
		"put a text with a colon in quotes; else indent the line as its neighbours are", false},
	{"escape", "an escape that YAML does not know, or half of a surrogate pair", `use single quotes, or write \\ for a backslash`, false},
	{"hexadecimal", "an escape that YAML does not know, or half of a surrogate pair", `use single quotes, or write \\ for a backslash`, false},
	{"max depth", "too much is nested in one another", "write it flatter", false},
	{"anchor", reference, writeOut, false},
	{"alphabetic or numeric", reference, writeOut, false},
	{"tag", reference, writeOut, false},
	{"start any token", "no text may begin with this character", "put the text in quotes", false},
	{"expected '-'", "a list ends, and this line is no part of it", "begin it with a hyphen, or indent it as what it belongs to", false},
	{"expected ':'", "a name stands without a colon behind it", "write NAME: VALUE", true},
	{"expected key", "what stands here belongs to nothing before it", "indent it as its neighbours are, or put the whole text in quotes", false},
	{"block sequence entries", "no list may begin here", "begin it on a line of its own", false},
	{"node content", "a value is missing, or a bracket is not closed", "write the value, or close the bracket", false},
	{"incompatible", directive, "take it out", false},
	{"'!'", directive, "take it out", false},
	{"directive", directive, "take it out", false},
	{"<document start>", "something stands behind the end of the value", "put the whole text in quotes, or take the rest out", false},
	{"", "it is no YAML", "mend its spelling, its indentation or its quotes", false},
}
