package yamlfile

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Scalar is a value that reads itself from one text.
type Scalar interface {
	// ReadScalar takes a text as it is written, without its quotes, and tells
	// what is wrong with it; the zero value is nothing.
	ReadScalar(text string) Message
}

// Decode reads the document into v, a pointer to a struct or a slice. Fields
// are named by their yaml tags and held to the rules of their check tags; what
// the file doesn't say stays as it is, a value that is left blank too. Faults
// are gathered for [File.Err].
func (f *File) Decode(v any) {
	switch {
	case f.root == nil:
		f.Add(Place{}, empty)
	case f.root.Kind == yaml.ScalarNode: // not even null is left blank
		f.unread(f.root, wantsMapping)
	default:
		f.decode(f.root, target{v: reflect.ValueOf(v).Elem()})
	}
}

// Based is a value of a mapping that begins as another one, which an entry of the
// mapping names. What the mapping doesn't say stays as that has it, through all
// that is nested in it; a list is that of one of them, and a part for which it says
// none is taken out.
type Based interface {
	// BaseField names that entry.
	BaseField() string
	// Begin makes the value what the text of the entry names, and tells what is
	// wrong with the text; the zero value is nothing.
	Begin(text string) Message
}

// takenOut is said of a part of a [Based] value that is not to be.
const takenOut = "none"

// target is where a value goes: its path and the rule it is held to.
type target struct {
	v          reflect.Value
	path, rule string
}

// inside is the path of a field of it.
func (to target) inside(field string) string { return strings.TrimPrefix(to.path+"."+field, ".") }

func (f *File) decode(n *yaml.Node, to target) {
	v := to.v
	want, otherwise := yaml.ScalarNode, wantsText
	switch v.Kind() {
	case reflect.Struct:
		want, otherwise = yaml.MappingNode, wantsMapping
	case reflect.Slice:
		want, otherwise = yaml.SequenceNode, wantsList
	case reflect.Array:
		want, otherwise = yaml.SequenceNode, wantsSome.With(v.Len())
	}
	switch {
	case isNull(n):
		f.hold(n, to)
	case v.Kind() == reflect.Pointer && !v.IsNil() && n.Kind == yaml.ScalarNode && n.Value == takenOut:
		v.SetZero()
	case v.Kind() == reflect.Pointer:
		own := reflect.New(v.Type().Elem())
		if !v.IsNil() { // what it begins as belongs to others, too
			own.Elem().Set(v.Elem())
		}
		v.Set(own)
		f.decode(n, target{v.Elem(), to.path, to.rule})
	case n.Kind != want || v.Kind() == reflect.Array && len(n.Content) != v.Len():
		f.unread(n, otherwise)
	case want == yaml.MappingNode:
		f.mapping(n, to)
	case want == yaml.SequenceNode:
		f.list(n, to)
	default:
		if bad := readScalar(n, v); bad != none {
			f.unread(n, bad)
		} else {
			f.hold(n, to)
		}
	}
}

func isNull(n *yaml.Node) bool { return n.Tag == "!!null" && n.Style == 0 }

func (f *File) list(n *yaml.Node, to target) {
	if to.v.Kind() == reflect.Slice {
		to.v.Set(reflect.MakeSlice(to.v.Type(), len(n.Content), len(n.Content)))
	}
	if !f.hold(n, to) {
		return
	}
	each, once := forEach(to.rule)
	for i, entry := range n.Content {
		path := fmt.Sprintf("%s[%d]", to.path, i)
		f.decode(entry, target{to.v.Index(i), path, each})
		if once && slices.ContainsFunc(n.Content[:i], func(other *yaml.Node) bool { return other.Value == entry.Value }) {
			f.refuse(entry, path, twice.With(entry.Value))
		}
	}
}

func (f *File) mapping(n *yaml.Node, to target) {
	t := to.v.Type()
	fields := fieldsOf(t)
	into := func(i int) target {
		return target{to.v.Field(i), to.inside(fields[i]), t.Field(i).Tag.Get("check")}
	}
	f.begin(n, to)
	seen := make([]bool, len(fields))
	for k := 0; k+1 < len(n.Content); k += 2 {
		key := n.Content[k]
		i := slices.Index(fields, key.Value)
		switch {
		case i < 0 || key.Value == "" || key.Kind != yaml.ScalarNode:
			f.bad[n] = true // what is missing in it may be what was meant
			known := slices.DeleteFunc(slices.Clone(fields), func(name string) bool { return name == "" })
			f.Add(start(key), unknownField.With(key.Value, strings.Join(known, ", ")))
			continue
		case seen[i]:
			f.Add(start(key), twice.With(key.Value))
		default:
			f.decode(n.Content[k+1], into(i))
		}
		seen[i] = true
	}
	for i := range seen {
		if !seen[i] && !f.bad[n] {
			f.hold(n, into(i))
		}
	}
}

// begin has a value begin as what its mapping names, if it does. Where that is not to be
// had, nothing of the mapping is told to be missing.
func (f *File) begin(n *yaml.Node, to target) {
	based, ok := to.v.Addr().Interface().(Based)
	if !ok {
		return
	}
	name := child(n, based.BaseField())
	if name == nil || name.Kind != yaml.ScalarNode || isNull(name) {
		return
	}
	if bad := based.Begin(name.Value); bad != none {
		f.bad[n] = true
		f.refuse(name, to.inside(based.BaseField()), bad)
	}
}

// fieldsOf names the fields of a struct by their yaml tags. One without a tag,
// or with "-", has an empty name.
func fieldsOf(t reflect.Type) []string {
	names := make([]string, t.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(strings.TrimPrefix(t.Field(i).Tag.Get("yaml"), "-"), ",")
	}
	return names
}

func readScalar(n *yaml.Node, v reflect.Value) Message {
	if own, ok := v.Addr().Interface().(Scalar); ok {
		return own.ReadScalar(n.Value)
	}
	plain := n.Style == 0
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Value)
	case reflect.Bool:
		v.SetBool(n.Value == "true")
		if !plain || n.Value != "true" && n.Value != "false" {
			return wantsYesNo
		}
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		v.SetFloat(x)
		if !plain || err != nil || strconv.FormatFloat(x, 'f', -1, 64) != n.Value {
			return noNumber.With(n.Value)
		}
	default:
		panic("yamlfile reads no " + v.Type().String())
	}
	return none
}
