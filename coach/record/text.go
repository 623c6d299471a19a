package record

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/session"
)

// Text is a field that is written as text and read from it.
type Text interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// TextOf returns a field of a row, of which it is handed a pointer, as it is
// written where everything is text. What was not given is empty.
func TextOf(field any) Text {
	switch f := field.(type) {
	case Text: // a moment, a rating
		return f
	case *Edit:
		return (*time.Time)(f)
	case *session.Ending:
		return endingWord{f}
	case *time.Duration:
		return seconds{f}
	case *Lead:
		return seconds{(*time.Duration)(f)}
	case *[]Attempt:
		return (*attempts)(f)
	}
	return basic{reflect.ValueOf(field).Elem()}
}

// seconds is a length written as a decimal number of seconds.
type seconds struct{ of *time.Duration }

// IsZero reports whether the length is 0.
func (s seconds) IsZero() bool { return *s.of == 0 }

func (s seconds) String() string {
	sign, d := "", *s.of
	if d < 0 {
		sign, d = "-", -d
	}
	text := fmt.Sprintf("%s%d.%09d", sign, d/time.Second, d%time.Second)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// MarshalText has nothing for 0.
func (s seconds) MarshalText() ([]byte, error) {
	if s.IsZero() {
		return nil, nil
	}
	return s.MarshalJSON()
}

// UnmarshalText reads a decimal comma as well.
func (s seconds) UnmarshalText(text []byte) error {
	if *s.of = 0; len(text) == 0 {
		return nil
	}
	return s.UnmarshalJSON([]byte(withPoint(string(text))))
}

func (s seconds) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

func (s seconds) UnmarshalJSON(text []byte) error {
	if bytes.HasPrefix(text, []byte(`"`)) {
		return fmt.Errorf(noSeconds, bytes.Trim(text, `"`))
	}
	d, err := time.ParseDuration(string(text) + "s")
	if err != nil || strings.ContainsAny(string(text), "hmnuµs") {
		return fmt.Errorf(noSeconds, text)
	}
	*s.of = d
	return nil
}

// endingWord is how a session ended, written as a word.
type endingWord struct{ of *session.Ending }

func (e endingWord) MarshalText() ([]byte, error) { return []byte(endings[*e.of]), nil }

func (e endingWord) UnmarshalText(text []byte) error {
	for known, word := range endings {
		if word == string(text) {
			*e.of = known
			return nil
		}
	}
	return fmt.Errorf(noEnding, text, strings.Join(slices.Sorted(maps.Values(endings)), ", "))
}

// attempts are JSON; an empty list is nothing.
type attempts []Attempt

func (a attempts) MarshalText() ([]byte, error) {
	if len(a) == 0 {
		return nil, nil
	}
	return json.Marshal([]Attempt(a))
}

func (a *attempts) UnmarshalText(text []byte) error {
	if *a = nil; len(text) == 0 {
		return nil
	}
	return json.Unmarshal(text, (*[]Attempt)(a))
}

// basic is a word or a number of any type; or a bool, of which true is yes and
// false is nothing.
type basic struct{ of reflect.Value }

func (b basic) MarshalText() ([]byte, error) {
	switch kind := b.of.Kind(); {
	case kind == reflect.Int:
		return strconv.AppendInt(nil, b.of.Int(), 10), nil
	case kind == reflect.String:
		return []byte(b.of.String()), nil
	case b.of.Bool():
		return []byte(Yes), nil
	}
	return nil, nil
}

func (b basic) UnmarshalText(text []byte) error {
	switch answer := Answer(text); b.of.Kind() {
	case reflect.Int:
		n, ok := parseWhole(string(text))
		if !ok {
			return fmt.Errorf(noWhole, text)
		}
		b.of.SetInt(int64(n))
	case reflect.String:
		b.of.SetString(string(text))
	default:
		if answer != Yes && answer != No && answer != "" {
			return fmt.Errorf("%.40q is neither %s nor %s", text, Yes, No)
		}
		b.of.SetBool(answer == Yes)
	}
	return nil
}
