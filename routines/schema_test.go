package routines_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncramp/assets"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// TestSchemaIsUpToDate makes the schema of the types, their tags and their comments, and
// holds the file that the program prints against it. go generate makes it anew.
func TestSchemaIsUpToDate(t *testing.T) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(newSchema(t)); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("schema.json", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile("schema.json"); err != nil || !bytes.Equal(got, b.Bytes()) {
		t.Errorf("schema.json is stale: go generate ./routines (%v)", err)
	}
}

// schema is a JSON Schema, or a part of one.
type schema = map[string]any

// draft7 is the draft that editors' YAML language server knows best.
const draft7 = "http://json-schema.org/draft-07/schema#"

// newSchema is that of a routine's file.
func newSchema(t *testing.T) schema {
	g := schemaMaker{comments: commentsOf(t, "."), definitions: schema{}, given: givenByMoves()}
	top := g.ref(reflect.TypeFor[routines.Routine]())
	for name := range g.rules() {
		if g.definitions[name] == nil {
			t.Errorf("there are rules for %s, which no routine has", name)
		}
	}
	return schema{"$schema": draft7, "title": "A routine of uncramp", "allOf": []schema{top}, "definitions": g.definitions}
}

// schemaMaker makes schemas of types.
type schemaMaker struct {
	comments    map[string]string // of a type, and of a field as Type.Field
	definitions schema
	given       map[string]bool // what a move has for a step, as Type.Field
}

// ref refers to the definition of a struct, and makes it if there is none.
func (g schemaMaker) ref(t reflect.Type) schema {
	name := t.Name()
	if _, made := g.definitions[name]; !made {
		g.definitions[name] = nil // it may hold itself
		g.definitions[name] = g.object(t)
	}
	return schema{"$ref": "#/definitions/" + name}
}

// object is the schema of a struct.
func (g schemaMaker) object(t reflect.Type) schema {
	names := namesOf(t)
	properties, required := schema{}, []string{}
	for f := range fieldsOf(t) {
		rule := f.Tag.Get("check")
		s := g.of(f.Type, rule)
		if f.Type.Kind() == reflect.Pointer && g.given[t.Name()+"."+f.Name] {
			s = schema{"anyOf": []schema{s, {"const": "none"}}}
		}
		if about := g.comments[t.Name()+"."+f.Name]; about != "" {
			if s["$ref"] != nil { // beside which draft 7 reads nothing
				s = schema{"allOf": []schema{s}}
			}
			s["description"] = names.Replace(about)
		}
		if f.Name == "Figure" || t == reflect.TypeFor[routines.PositionFigures]() {
			s["examples"] = figureNames()
		}
		properties[yamlName(f)] = s
		if demands(f) && !g.given[t.Name()+"."+f.Name] {
			required = append(required, yamlName(f))
		}
	}
	s := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if about := g.comments[t.Name()]; about != "" {
		s["description"] = names.Replace(about)
	}
	if len(required) > 0 {
		s["required"] = required
	}
	if rules := g.rules()[t.Name()]; rules != nil {
		s["allOf"] = rules
	}
	return s
}

// fieldsOf goes through the fields that a file can have.
func fieldsOf(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if f := t.Field(i); yamlName(f) != "" && !yield(f) {
				return
			}
		}
	}
}

func yamlName(f reflect.StructField) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(f.Tag.Get("yaml"), "-"), ",")
	return name
}

// givenByMoves is what moves have for a step, so that it needn't say it.
func givenByMoves() map[string]bool {
	given := map[string]bool{}
	var note func(v reflect.Value)
	note = func(v reflect.Value) {
		for i := range v.NumField() {
			f := v.Field(i)
			if f.IsZero() {
				continue
			}
			given[v.Type().Name()+"."+v.Type().Field(i).Name] = true
			if f.Kind() == reflect.Pointer {
				note(f.Elem())
			}
		}
	}
	for _, m := range routines.Moves() {
		var s routines.Step
		_ = s.Begin(m.ID) // it is one
		note(reflect.ValueOf(s))
	}
	return given
}

// ownDemands are what a struct demands where no move has it.
func (g schemaMaker) ownDemands(t reflect.Type) (fields []string) {
	for f := range fieldsOf(t) {
		if demands(f) && g.given[t.Name()+"."+f.Name] {
			fields = append(fields, yamlName(f))
		}
	}
	return fields
}

// figureNames are what an editor offers for a figure.
func figureNames() (names []string) {
	files, _ := fs.Glob(assets.Figures, "figures/*.yaml") // the pattern is one
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	return names
}

// namesOf writes the names of a struct's fields as a file has them.
func namesOf(t reflect.Type) interface{ Replace(string) string } {
	names := map[string]string{"nil": "left out", "Moves": "those that uncramp routine moves lists"}
	for f := range fieldsOf(t) {
		names[f.Name] = yamlName(f)
	}
	return replacer(names)
}

// replacer replaces whole words.
type replacer map[string]string

var word = regexp.MustCompile(`\w+`)

// Replace writes a text with other words.
func (r replacer) Replace(s string) string {
	return word.ReplaceAllStringFunc(s, func(w string) string { return cmp.Or(r[w], w) })
}

// demands reports whether a field may not be left out.
func demands(f reflect.StructField) bool {
	kind, limits, _ := strings.Cut(f.Tag.Get("check"), " ")
	return slices.Contains([]string{"id", "choice", "text", "note", "number", "seconds"}, kind) && f.Type.Kind() != reflect.Pointer ||
		kind == "list" && !strings.HasPrefix(limits, "0 ")
}

var (
	choiceType  = reflect.TypeFor[yamlfile.Choice]()
	secondsType = reflect.TypeFor[routines.Seconds]()
	countType   = reflect.TypeFor[routines.Count]()
)

// of is the schema of a value that is held to a rule; package yamlfile lists those.
func (g schemaMaker) of(t reflect.Type, rule string) schema {
	kind, limits, _ := strings.Cut(rule, " ")
	kind, optional := strings.CutSuffix(kind, "?")
	a, b := 1, int(routines.MaxTime)
	_, _ = fmt.Sscan(limits, &a, &b) // a rule has as many as it needs
	switch {
	case t.Kind() == reflect.Pointer:
		return g.of(t.Elem(), rule)
	case t.Kind() == reflect.Struct:
		return g.ref(t)
	case t.Kind() == reflect.Slice:
		s := schema{"type": "array", "items": g.of(t.Elem(), map[string]string{"ids": "id", "choices": "choice"}[kind])}
		if kind == "list" {
			s["minItems"], s["maxItems"] = a, b
		} else {
			s["uniqueItems"] = true
		}
		return s
	case t == secondsType:
		pattern := "^(?:(?:" + numbers(a, b) + ")s|(?:" + numbers((a+59)/60, b/60) + ")m)$"
		return schema{"type": "string", "pattern": pattern, "patternErrorMessage": routines.TimeRemedy}
	case t == countType:
		return schema{"type": []string{"integer", "string"}, "minimum": a, "maximum": b, "pattern": "^(?:" + numbers(a, b) + ")$"}
	case t.Implements(choiceType):
		return schema{"enum": reflect.Zero(t).Interface().(yamlfile.Choice).Choices()}
	case t.Kind() == reflect.Bool:
		return schema{"type": "boolean"}
	case kind == "id":
		return schema{"type": "string", "pattern": "^[a-z][a-z0-9-]{0,31}$"}
	case kind == "text":
		return textSchema(a, optional, `[^\x00-\x1f\x7f-\x9f]`)
	case kind == "note":
		return textSchema(a, optional, `[^\x00-\x09\x0b-\x1f\x7f-\x9f]`)
	}
	return schema{"type": "string"}
}

// textSchema is a text of at most so many characters, each of a kind. What looks like a
// number is one, too.
func textSchema(most int, optional bool, kind string) schema {
	pattern := `\S(?:` + kind + `*\S)?`
	if optional {
		pattern = "(?:" + pattern + ")?"
	}
	pattern = "^" + pattern + "$"
	return schema{"type": []string{"string", "number"}, "maxLength": most, "pattern": pattern}
}

// numbers is the pattern of the whole numbers from one to another, from 1 on, in their
// shortest form.
func numbers(from, to int) string {
	var parts []string
	for from <= to {
		size, zeros := 1, 0 // how many numbers differ in their last digits only
		for from%(size*10) == 0 && from+size*10-1 <= to {
			size, zeros = size*10, zeros+1
		}
		digit := from / size % 10
		last := min(9, digit+(to-from+1)/size-1)
		lead := ""
		if from/size >= 10 {
			lead = fmt.Sprint(from / size / 10)
		}
		parts = append(parts, fmt.Sprintf("%s[%d-%d]%s", lead, digit, last, strings.Repeat("[0-9]", zeros)))
		from += (last - digit + 1) * size
	}
	return strings.Join(parts, "|")
}

// TestNumbersMatchWhatTheyAreFor goes through all that a routine can ask for.
func TestNumbersMatchWhatTheyAreFor(t *testing.T) {
	for _, limits := range [][2]int{{1, 1}, {2, 100}, {5, 60}, {1, 30}, {1, 1800}, {7, 1234}} {
		re := regexp.MustCompile("^(?:" + numbers(limits[0], limits[1]) + ")$")
		for n := range 2000 {
			if got, want := re.MatchString(fmt.Sprint(n)), limits[0] <= n && n <= limits[1]; got != want {
				t.Errorf("%d in %v: %v", n, limits, got)
			}
		}
	}
}
