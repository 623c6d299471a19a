package record

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// TestEveryFieldHasAColumn holds the tables of columns to the fields of the
// rows: a field that is in none would not be kept.
func TestEveryFieldHasAColumn(t *testing.T) {
	holds(t, EpisodeColumns)
	holds(t, SessionColumns)
	holds(t, TallyColumns)
}

func holds[T any](t *testing.T, columns []Column[T]) {
	t.Helper()
	row := new(T)
	names := map[uintptr]string{}
	for _, c := range columns {
		names[reflect.ValueOf(c.Field(row)).Pointer()] = c.Name
		comesBackAsJSON(t, c)
	}
	if len(names) != len(columns) {
		t.Errorf("%T has %d columns for %d fields", *row, len(columns), len(names))
	}
	fields := 0
	for _, field := range fieldsOf(reflect.ValueOf(row).Elem()) {
		fields++
		if names[field.Addr().Pointer()] == "" {
			t.Errorf("%T has no column for its field %d, a %s", *row, fields, field.Type())
		}
	}
	if fields != len(columns) {
		t.Errorf("%T has %d fields and %d columns", *row, fields, len(columns))
	}
}

// fieldsOf are those of a row; those of a choice each for itself. What a person
// said about herself, and the week of a programme, is no part of the diary.
func fieldsOf(row reflect.Value) (list []reflect.Value) {
	for i := range row.NumField() {
		switch f := row.Field(i); f.Type() {
		case reflect.TypeFor[session.Choice]():
			list = append(list, fieldsOf(f)...)
		case reflect.TypeFor[routines.Profile](), reflect.TypeFor[routines.Week]():
		default:
			list = append(list, f)
		}
	}
	return list
}

// comesBackAsJSON sees that a column alone comes back, under its own name.
func comesBackAsJSON[T any](t *testing.T, c Column[T]) {
	t.Helper()
	row, again := new(T), new(T)
	fill(t, c.Name, c.Field(row))
	text, err := json.Marshal(row)
	must(t, err)
	var keys map[string]json.RawMessage
	must(t, json.Unmarshal(text, &keys))
	var choice map[string]json.RawMessage
	if keys["choice"] != nil {
		must(t, json.Unmarshal(keys["choice"], &choice))
	}
	if keys[c.Name] == nil && choice[c.Name] == nil && c.Name != "n" {
		t.Errorf("%s is not in %s", c.Name, text)
	}
	must(t, json.Unmarshal(text, again))
	equal(t, c.Name, again, row)
	equal(t, "written to be compared", jsonOf(*row), string(text))
}

// fill puts something into a field.
func fill(t *testing.T, name string, field any) {
	t.Helper()
	switch f := field.(type) {
	case *time.Time:
		*f = evening.UTC()
		return
	case *Edit:
		*f = Edit(evening.UTC())
		return
	case *time.Duration:
		*f = 3*time.Second + 1
		return
	case *Lead:
		*f = Lead(-3 * time.Second)
		return
	case *Rating:
		*f = Rating{Given: true, Value: 3}
		return
	case *[]Attempt:
		*f = []Attempt{{Step: "toes", Spent: time.Second}}
		return
	}
	switch v := reflect.ValueOf(field).Elem(); v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int:
		v.SetInt(1)
	case reflect.Bool:
		v.SetBool(true)
	default:
		t.Fatalf("%s is of a type that nothing knows, %T", name, field)
	}
}
