package routines

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits of a routine file. The longest built-in routine fits with room to spare; a
// larger or deeper file would keep the YAML reader busy for seconds.
const (
	maxFile    = 48 << 10 // bytes
	maxDepth   = 64       // opening brackets, nested or not closed
	maxEntries = 200      // of one list
	maxProblem = 120      // characters of an error that quotes the file
)

// dashes are more lists in lists, begun on one line, than there may be. A tag
// or an anchor may stand between two.
var dashes = regexp.MustCompile(`(-[ \t]+([!&]\S*[ \t]+)*){5}`)

// Error is a fault in a YAML file: where it stands, what is wrong and what
// to do about it. Line and Column count from 1; 0 means the file as a whole.
type Error struct {
	File         string
	Line, Column int
	Problem      string
	Remedy       string
}

// Error returns file:line:column: problem; remedy.
func (e *Error) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Column)
	}
	return fmt.Sprintf("%s: %s; %s", where, e.Problem, e.Remedy)
}

// Parse reads one routine. The name stands for the file in errors, all of
// which are of type [*Error].
func Parse(name string, data []byte) (Routine, error) {
	var r Routine
	if err := Decode(name, data, &r); err != nil {
		return Routine{}, err
	}
	if f := check(r); f != nil {
		return Routine{}, locate(name, data, *f)
	}
	return r, nil
}

// readCapped reads a file whole, or one byte more than is allowed.
func readCapped(f io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// Decode reads the one YAML document of data into v, strictly: nothing v has no
// field for, no aliases, anchors or tags, nothing hidden, and no more than a
// routine may have. The name stands for the file in errors, all of which are of
// type [*Error].
func Decode(name string, data []byte, v any) error {
	if err := checkBytes(name, data); err != nil {
		return err
	}
	return read(name, data, v)
}

// read is Decode without the look at the bytes.
func read(name string, data []byte, v any) error {
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return syntaxError(name, err)
	}
	if err := checkShape(name, file); err != nil {
		return err
	}
	if err := yaml.NodeToValue(file.Docs[0].Body, v, yaml.Strict()); err != nil {
		return syntaxError(name, err)
	}
	return nil
}

// checkBytes refuses what the YAML reader would only choke on.
func checkBytes(name string, data []byte) error {
	if len(data) > maxFile {
		return &Error{File: name, Problem: fmt.Sprintf("the file has %d bytes", len(data)),
			Remedy: fmt.Sprintf("keep it under %d", maxFile)}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return &Error{File: name, Problem: "the file is empty", Remedy: "write in it what it is for"}
	}
	if at := dashes.FindIndex(data); at != nil {
		i := at[0]
		return &Error{File: name, Line: 1 + bytes.Count(data[:i], []byte("\n")), Column: i - bytes.LastIndexByte(data[:i], '\n'),
			Problem: "more than 4 lists in lists", Remedy: "write each entry into one list"}
	}
	line, column, depth := 1, 0, 0
	for _, c := range string(data) {
		column++
		switch {
		case c == '\n':
			line, column = line+1, 0
		case c == '\t' || c == '\r':
		case Hidden(c):
			return &Error{File: name, Line: line, Column: column,
				Problem: fmt.Sprintf("control character %U", c), Remedy: "take it out"}
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		}
		if depth > maxDepth {
			return &Error{File: name, Line: line, Column: column,
				Problem: fmt.Sprintf("more than %d open brackets", maxDepth), Remedy: "close them, or write lists line by line"}
		}
	}
	return nil
}

// checkShape wants one document that says everything where it stands: aliases
// make a small file into a huge one.
func checkShape(name string, file *ast.File) error {
	switch {
	case len(file.Docs) == 0, len(file.Docs) == 1 && blank(file.Docs[0]):
		return &Error{File: name, Problem: "the file is empty but for comments", Remedy: "write in it what it is for"}
	case len(file.Docs) > 1:
		return errorAt(name, file.Docs[1].Start, fmt.Sprintf("%d YAML documents", len(file.Docs)), "keep one a file")
	}
	var first error
	ast.Walk(visitor(func(n ast.Node) {
		if first == nil {
			first = checkNode(name, n)
		}
	}), file.Docs[0].Body)
	return first
}

func blank(d *ast.DocumentNode) bool { return d.Body == nil || d.Body.Type() == ast.CommentType }

// checkNode refuses what would not be read as it is written.
func checkNode(name string, n ast.Node) error {
	t := n.GetToken()
	switch v := n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode, *ast.TagNode:
		return errorAt(name, t, fmt.Sprintf("%.40q is an anchor, an alias or a tag", t.Value), "write the value out")
	case *ast.MappingValueNode:
		if kind := v.Key.Type(); kind != ast.StringType && kind != ast.MergeKeyType {
			return errorAt(name, v.Key.GetToken(), fmt.Sprintf("unknown field %.40q", v.Key.GetToken().Value), "take it out")
		}
	case *ast.SequenceNode:
		if len(v.Values) > maxEntries {
			return errorAt(name, t, fmt.Sprintf("a list of %d entries", len(v.Values)), fmt.Sprintf("keep it to %d", maxEntries))
		}
	case ast.ScalarNode:
		if kind := n.Type(); (kind == ast.IntegerType || kind == ast.FloatType || kind == ast.BoolType) && fmt.Sprint(v.GetValue()) != t.Value {
			return errorAt(name, t, fmt.Sprintf("%.40q would be read as %v", t.Value, v.GetValue()), "put it in quotes")
		}
	}
	return nil
}

type visitor func(ast.Node)

func (v visitor) Visit(n ast.Node) ast.Visitor {
	v(n)
	return v
}

func errorAt(name string, t *token.Token, problem, remedy string) *Error {
	return &Error{File: name, Line: t.Position.Line, Column: t.Position.Column, Problem: problem, Remedy: remedy}
}

// syntaxError turns an error of the YAML reader into one of ours.
func syntaxError(name string, err error) error {
	const remedy = "mend its spelling, its indentation or its kind of value"
	var ours *scalarError
	if errors.As(err, &ours) {
		return errorAt(name, ours.token, ours.problem, ours.remedy)
	}
	var kind *yaml.TypeError
	var node *yaml.UnexpectedNodeTypeError
	switch {
	case errors.As(err, &kind):
		return errorAt(name, kind.Token, "another kind of value belongs here", remedy)
	case errors.As(err, &node):
		return errorAt(name, node.Token, "another kind of value belongs here", remedy)
	}
	var theirs yaml.Error
	if errors.As(err, &theirs) && theirs.GetToken() != nil {
		return errorAt(name, theirs.GetToken(), firstLine(theirs.GetMessage()), remedy)
	}
	return &Error{File: name, Problem: firstLine(err.Error()), Remedy: remedy}
}

// firstLine is what of the reader's own message fits into ours.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	text := []rune(Clean(line))
	if len(text) > maxProblem {
		return string(text[:maxProblem]) + "…"
	}
	return string(text)
}

// scalarError is what a scalar of ours says of itself while it is read.
type scalarError struct {
	token           *token.Token
	problem, remedy string
}

func (e *scalarError) Error() string { return e.problem }

var secondsForm = regexp.MustCompile(`^([1-9][0-9]{0,3})(s|m)$`)

// UnmarshalYAML reads "10s" or "2m": a whole number without sign, leading
// zero, point or exponent, and its unit.
func (s *Seconds) UnmarshalYAML(n ast.Node) error {
	t := n.GetToken()
	m := secondsForm.FindStringSubmatch(t.Value)
	if m == nil || t.Next != nil && t.Next.Position.Line == t.Position.Line && t.Next.Type == token.StringType {
		return &scalarError{t, fmt.Sprintf("%q is no length of time", t.Value), "write whole seconds or minutes, such as 10s or 2m"}
	}
	v, err := strconv.Atoi(m[1])
	if err != nil {
		return fmt.Errorf("reading %q: %w", t.Value, err)
	}
	if m[2] == "m" {
		v *= 60
	}
	*s = Seconds(v)
	return nil
}

var countForm = regexp.MustCompile(`^[1-9][0-9]{0,2}$`)

// UnmarshalYAML reads a whole number without sign, leading zero or exponent.
func (c *Count) UnmarshalYAML(n ast.Node) error {
	t := n.GetToken()
	if !countForm.MatchString(t.Value) {
		return &scalarError{t, fmt.Sprintf("%q is no count", t.Value), "write a whole number, such as 3"}
	}
	v, err := strconv.Atoi(t.Value)
	if err != nil {
		return fmt.Errorf("reading %q: %w", t.Value, err)
	}
	*c = Count(v)
	return nil
}

// fault is a value that does not do, named by its YAML path.
type fault struct{ path, problem, remedy string }

// locate finds the line and column of a fault; where the value is missing,
// those of the nearest thing around it.
func locate(name string, data []byte, f fault) error {
	e := &Error{File: name, Problem: strings.TrimPrefix(f.path, "$.") + " " + f.problem, Remedy: f.remedy}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return e
	}
	for at := f.path; at != "$" && at != ""; at = parent(at) {
		path, err := yaml.PathString(at)
		if err != nil {
			continue
		}
		if n, err := path.FilterFile(file); err == nil && n != nil {
			e.Line, e.Column = start(n)
			return e
		}
	}
	e.Line, e.Column = 1, 1
	return e
}

// start is where a node begins; a mapping's own token is its first colon.
func start(n ast.Node) (line, column int) {
	switch v := n.(type) {
	case *ast.MappingNode:
		if len(v.Values) > 0 {
			return start(v.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return start(v.Key)
	case *ast.SequenceNode:
		if len(v.Values) > 0 {
			return start(v.Values[0])
		}
	}
	p := n.GetToken().Position
	return p.Line, p.Column
}

func parent(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}
