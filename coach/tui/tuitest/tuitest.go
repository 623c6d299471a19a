// Package tuitest is what the tests of all screens need: keys by their names,
// instants, views at sizes, and what a screen asked for.
package tuitest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
)

// Start is the moment from which instants count: a night, at 03:12.
var Start = time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC)

// Sizes are those of golden views.
var Sizes = [][2]int{{40, 12}, {80, 24}, {120, 40}}

// At is an instant that far from Start.
func At(d time.Duration) session.Instant { return session.Instant{Wall: Start.Add(d), Mono: d} }

// Env is a screen of 80 by 24 in mono, at Start.
func Env() screen.Env {
	return screen.Env{Now: At(0), Width: 80, Height: 24, Theme: theme.Mono()}
}

// Sized is Env at another size.
func Sized(w, h int) screen.Env {
	env := Env()
	env.Width, env.Height = w, h
	return env
}

// Tell hands messages to a screen, and returns what the last one made it ask
// for.
func Tell[S screen.Screen](s S, env screen.Env, msgs ...tea.Msg) (S, screen.Effect) {
	var effect screen.Effect
	for _, msg := range msgs {
		var next screen.Screen
		next, effect = s.Update(env, msg)
		s, _ = next.(S)
	}
	return s, effect
}

// Press presses keys by their names.
func Press[S screen.Screen](s S, env screen.Env, keys ...string) (S, screen.Effect) {
	var msgs []tea.Msg
	for _, k := range keys {
		msgs = append(msgs, screen.Press(k))
	}
	return Tell(s, env, msgs...)
}

// Letters are the keys of a text, one by one.
func Letters(text string) []string { return strings.Split(text, "") }

// Asked returns the request of a kind among those of an effect.
func Asked[R screen.Request](e screen.Effect) (r R, ok bool) {
	for _, request := range e.Requests {
		if r, ok = request.(R); ok {
			return r, true
		}
	}
	return r, false
}

// Answer carries an effect out, its writes first, and hands the answers to the
// screen, and those that they lead to.
func Answer[S screen.Screen](s S, env screen.Env, e screen.Effect) S {
	for _, r := range e.Requests {
		if w, ok := r.(screen.Write); ok {
			err := w.Do()
			if w.Done != nil {
				s = told(s, env, w.Done(err))
			}
		}
	}
	for _, msg := range answers(e.Cmd) {
		s = told(s, env, msg)
	}
	return s
}

func told[S screen.Screen](s S, env screen.Env, msg tea.Msg) S {
	if msg == nil {
		return s
	}
	s, e := Tell(s, env, msg)
	return Answer(s, env, e)
}

func answers(cmd tea.Cmd) (list []tea.Msg) {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	for _, c := range batch {
		list = append(list, answers(c)...)
	}
	return list
}

// Text is what a screen shows, without its styles.
func Text(s screen.Screen, env screen.Env) string { return ansi.Strip(s.View(env).Content) }

// Golden holds views of a screen against the files in testdata, each in a
// subtest named after the scene and the size.
func Golden(t *testing.T, scene string, s screen.Screen, sizes ...[2]int) {
	t.Helper()
	if len(sizes) == 0 {
		sizes = Sizes
	}
	for _, size := range sizes {
		t.Run(fmt.Sprintf("%s-%dx%d", scene, size[0], size[1]), func(t *testing.T) {
			golden.RequireEqual(t, Text(s, Sized(size[0], size[1])))
		})
	}
}

// State is all that a screen holds directly as a flag: two screens of the same
// state mostly take keys alike. With list it is also which row of a list the
// cursor is on, and how many pages lie over it.
func State(s screen.Screen, list bool) string {
	v := reflect.ValueOf(s)
	var b strings.Builder
	for i := range v.NumField() {
		name, field := v.Type().Field(i).Name, v.Field(i)
		switch {
		case field.Kind() == reflect.Bool, name == "page", list && (name == "cursor" || name == "row"):
			fmt.Fprintf(&b, " %s=%v", name, field)
		case list && name == "trail":
			fmt.Fprintf(&b, " %s:%d", name, field.Len())
		}
	}
	return b.String()
}

// Typed is the text in a field of a screen in which one can type.
func Typed(s screen.Screen, field string) string {
	value := reflect.ValueOf(s).FieldByName(field).FieldByName("value")
	var b strings.Builder
	for i := range value.Len() {
		b.WriteRune(rune(value.Index(i).Int()))
	}
	return b.String()
}
