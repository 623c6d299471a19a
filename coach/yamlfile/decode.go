package yamlfile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Scalar is a value that reads itself from one text.
type Scalar interface {
	// ReadScalar takes a text as it is written, without its quotes. The fault
	// has a problem and a remedy; nil is none.
	ReadScalar(text string) *Fault
}

// Decode reads the document into v, a pointer to a struct or a slice. Fields
// are named by their yaml tags; what the file doesn't say stays as it is, a
// value that is left blank too. Faults are gathered for [File.Err].
func (f *File) Decode(v any) {
	if f.root == nil {
		f.Add(Place{}, empty, fillIt)
		return
	}
	if f.root.Kind == yaml.ScalarNode { // not even null is left blank
		f.otherKind(f.root, wantsMapping)
		return
	}
	f.decode(f.root, reflect.ValueOf(v).Elem())
}

func (f *File) decode(n *yaml.Node, v reflect.Value) {
	switch {
	case n.Tag == "!!null" && n.Style == 0:
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.decode(n, v.Elem())
	case v.Kind() == reflect.Struct:
		f.mapping(n, v)
	case v.Kind() == reflect.Slice:
		if f.isKind(n, yaml.SequenceNode, wantsList) {
			v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
			f.entries(n, v)
		}
	case v.Kind() == reflect.Array:
		if f.isKind(n, yaml.SequenceNode, fmt.Sprintf(wantsSome, v.Len())) && len(n.Content) == v.Len() {
			f.entries(n, v)
		} else if n.Kind == yaml.SequenceNode {
			f.otherKind(n, fmt.Sprintf(wantsSome, v.Len()))
		}
	case f.isKind(n, yaml.ScalarNode, wantsText):
		f.scalar(n, v)
	}
}

func (f *File) isKind(n *yaml.Node, kind yaml.Kind, remedy string) bool {
	if n.Kind != kind {
		f.otherKind(n, remedy)
	}
	return n.Kind == kind
}

func (f *File) otherKind(n *yaml.Node, remedy string) { f.unread(n, otherKind, remedy) }

func (f *File) unread(n *yaml.Node, problem, remedy string) {
	f.bad[n] = true
	f.Add(Place{n.Line, n.Column}, problem, remedy)
}

func (f *File) entries(n *yaml.Node, v reflect.Value) {
	for i, entry := range n.Content {
		f.decode(entry, v.Index(i))
	}
}

func (f *File) mapping(n *yaml.Node, v reflect.Value) {
	if !f.isKind(n, yaml.MappingNode, wantsMapping) {
		return
	}
	known := f.fieldsOf(v.Type())
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		at, ok := known.index[key.Value]
		switch {
		case !ok || key.Kind != yaml.ScalarNode:
			f.bad[n] = true // what is missing in it may be what was meant
			f.Add(start(key), fmt.Sprintf(unknownField, key.Value), fmt.Sprintf(fieldsAre, known.names))
		case seen[key.Value]:
			f.Add(start(key), fmt.Sprintf(twice, key.Value), keepOneOf)
		default:
			f.decode(n.Content[i+1], v.Field(at))
		}
		seen[key.Value] = true
	}
}

func (f *File) scalar(n *yaml.Node, v reflect.Value) {
	var bad *Fault
	plain := n.Style == 0
	if own, ok := v.Addr().Interface().(Scalar); ok {
		bad = own.ReadScalar(n.Value)
	} else {
		switch v.Kind() {
		case reflect.String:
			v.SetString(n.Value)
		case reflect.Bool:
			v.SetBool(n.Value == "true")
			if !plain || n.Value != "true" && n.Value != "false" {
				bad = &Fault{Problem: otherKind, Remedy: wantsYesNo}
			}
		case reflect.Float64:
			x, err := strconv.ParseFloat(n.Value, 64)
			v.SetFloat(x)
			if !plain || err != nil || strconv.FormatFloat(x, 'f', -1, 64) != n.Value {
				bad = &Fault{Problem: fmt.Sprintf(notANumber, n.Value), Remedy: wantsNumber}
			}
		default:
			panic("yamlfile reads no " + v.Type().String())
		}
	}
	if bad != nil {
		f.unread(n, bad.Problem, bad.Remedy)
	}
}

// fields are those of a struct that has a field for each name.
type fields struct {
	index map[string]int
	names string // in their order, with commas
}

// fieldsOf finds the fields of a struct by their yaml tags. One without a tag,
// or with "-", is none.
func (f *File) fieldsOf(t reflect.Type) fields {
	if known, ok := f.fields[t]; ok {
		return known
	}
	known := fields{index: map[string]int{}}
	var names []string
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); name != "" && name != "-" {
			known.index[name] = i
			names = append(names, name)
		}
	}
	known.names = strings.Join(names, ", ")
	f.fields[t] = known
	return known
}
