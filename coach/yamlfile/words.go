package yamlfile

// Missing is told of a value that must be there.
var Missing = Message{"is missing", "write it"}

// DeviceID is told of a name for which [IsDevice].
var DeviceID = Message{"Windows keeps the name %s for a device", "take another, such as my-%s"}

// What a person is told.
var (
	none Message // that nothing is wrong

	moreFollow = Message{"%d more faults follow", "mend these first"}

	tooLarge     = Message{"the file has more than %d bytes", "take out what does not belong in it"}
	empty        = Message{"the file is empty, or has nothing but comments", "write in it what it is for"}
	control      = Message{"control character %U", "write a space, or take it out"}
	undecoded    = Message{"the byte %#02x is no UTF-8", "save the file as UTF-8"}
	lost         = Message{"U+FFFD, which stands where a letter was lost", "write the letter"}
	tabIndents   = Message{"a tab", "indent with spaces"}
	tabBetween   = Message{"a tab", "write a space"}
	secondDoc    = Message{"a second YAML document begins", "keep one"}
	reference    = Message{"an anchor, an alias or a tag", "write the value out"}
	unknownField = Message{"unknown field %.40[1]q", "take it out, or write one of %[2]s"}
	twice        = Message{"%.40q stands twice", "keep one of them"}

	wantsMapping = Message{otherKind, "write names and values, such as name: value"}
	wantsList    = Message{otherKind, "write a list, such as [one, two]"}
	wantsSome    = Message{otherKind, "write a list of %d"}
	wantsText    = Message{otherKind, "write one text, in quotes if need be"}
	wantsYesNo   = Message{otherKind, "write true or false"}
	noNumber     = Message{"%.40q is no number", "write one in digits, such as 3 or -0.5"}

	noID         = Message{"is %.40q", "write a word of lower-case letters, digits and hyphens, 32 at most"}
	isDevice     = Message{"is %[1]s, which Windows keeps for a device", "write another, such as my-%[1]s"}
	noChoice     = Message{"is %.40[1]q", "write one of %[2]s"}
	noEntries    = Message{"has %[1]d %[2]s", "write %[3]d to %[4]d"}
	outside      = Message{"is %[1]v", "write %[2]d to %[3]d"}
	outsideTime  = Message{"is %[1]d s", "write %[2]ds to %[3]ds"}
	tooLong      = Message{"has %[1]d characters", "keep it to %[2]d"}
	holdsControl = Message{"holds a control character", "take it out"}
	outerSpace   = Message{"begins or ends with a space", "take the space out"}

	notFlat   = Message{"%.40q is no setting", "write NAME: VALUE, one a line"}
	noValue   = Message{"%.40s has no value", "write one, or take the line out"}
	below     = Message{"%.40s has no value", besideName}
	manyLines = Message{"the value of %.40s goes on over several lines", besideName}
	notPlain  = Message{"%.40q is no plain value", besideName}
)

const (
	otherKind  = "another kind of value belongs here"
	besideName = "write one value beside its name, in quotes if need be"
)

// Of a file that is no YAML.
var (
	badEscape = Message{"an escape that YAML does not know, or half of a surrogate pair",
		`use single quotes, or write \\ for a backslash`}
	colon = Message{"a colon makes a mapping value here, where none may stand",
		"put a text with a colon in quotes; else indent the line as its neighbours are"}
	stray = Message{"what stands here belongs to nothing before it",
		"indent it as its neighbours are, or put the whole text in quotes"}
	listEnds = Message{"a list ends, and this line is no part of it", "begin it with a hyphen, or indent it as what it belongs to"}
)

// syntax is what the YAML library says of a file that is no YAML, by a part of
// it or one of some parts, and what a person is told instead. The first that
// fits counts.
var syntax = []struct {
	says    string
	message Message
	opening bool // the fault is where the construct begins
}{
	{"expected ',' or ']'", Message{"the bracket [ is not closed", "close it with ], and put a comma between two entries"}, true},
	{"expected ',' or '}'", Message{"the bracket { is not closed", "close it with }, and put a comma between two entries"}, true},
	{"unexpected end of stream|unexpected document indicator", Message{"the text in quotes does not end", "close the quote"}, true},
	{"mapping values are not allowed", colon, false},
	{"escape|hexadecimal", badEscape, false},
	{"max depth", Message{"too much is nested in one another", "write it flatter"}, false},
	{"anchor|alphabetic or numeric|tag", reference, false},
	{"start any token", Message{"no text may begin with this character", "put the text in quotes"}, false},
	{"expected '-'", listEnds, false},
	{"expected ':'", Message{"a name stands without a colon behind it", "write NAME: VALUE"}, true},
	{"expected key", stray, false},
	{"block sequence entries", Message{"no list may begin here", "begin it on a line of its own"}, false},
	{"node content", Message{"a value is missing, or a bracket is not closed", "write the value, or close the bracket"}, false},
	{"incompatible|'!'|directive", Message{"a line that begins with % is an order to the YAML reader", "take it out"}, false},
	{"<document start>", Message{
		"something stands behind the end of the value", "put the whole text in quotes, or take the rest out",
	}, false},
	{"", Message{"it is no YAML", "mend its spelling, its indentation or its quotes"}, false},
}
