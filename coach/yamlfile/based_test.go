package yamlfile

import (
	"fmt"
	"strings"
	"testing"
)

// dish is a value that may begin as one of the menu.
type dish struct {
	Like  string   `yaml:"like"`
	Name  string   `yaml:"name" check:"text 20"`
	Sauce *sauce   `yaml:"sauce"`
	With  []string `yaml:"with" check:"list 1 5"`
	Plate sauce    `yaml:"plate"`
}

type sauce struct {
	Name string `yaml:"name" check:"text 20"`
	Hot  bool   `yaml:"hot"`
}

// stew is shared by all that begin as it.
var stew = dish{Name: "Stew", Sauce: &sauce{"brown", true}, With: []string{"rice", "peas"}, Plate: sauce{"deep", true}}

func (*dish) BaseField() string { return "like" }

func (d *dish) Begin(text string) Message {
	if text != "stew" {
		return Message{"is " + text + ", which is not on the menu", "write stew"}
	}
	*d = stew
	return Message{}
}

func TestAValueBeginsAsTheOneItNames(t *testing.T) {
	for text, want := range map[string]string{
		"like: stew":                             "Stew brown true [rice peas] deep true",
		"name: Mine\nlike: stew":                 "Mine brown true [rice peas] deep true",
		"like: stew\nsauce: {name: green}":       "Stew green true [rice peas] deep true",
		"like: stew\nsauce: {hot: false}":        "Stew brown false [rice peas] deep true",
		"like: stew\nsauce:":                     "Stew brown true [rice peas] deep true",
		"like: stew\nsauce: none":                "Stew nil [rice peas] deep true",
		"like: stew\nwith: [bread]":              "Stew brown true [bread] deep true",
		"like: stew\nplate: {name: flat}":        "Stew brown true [rice peas] flat true",
		"name: Own\nplate: {name: x}\nwith: [a]": "Own nil [a] x false",
	} {
		var d dish
		if err := Read("a.yaml", []byte(text), &d); err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		of := "nil"
		if d.Sauce != nil {
			of = fmt.Sprint(d.Sauce.Name, " ", d.Sauce.Hot)
		}
		if got := fmt.Sprint(d.Name, " ", of, " ", d.With, " ", d.Plate.Name, " ", d.Plate.Hot); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	if *stew.Sauce != (sauce{"brown", true}) || stew.With[0] != "rice" {
		t.Errorf("what all begin as was changed: %+v %+v", stew, stew.Sauce)
	}
}

func TestFaultsOfAValueThatBeginsAsAnother(t *testing.T) {
	for text, want := range map[string]string{
		"like: soup\nwith: []": "a.yaml:1:7: like is soup, which is not on the menu; write stew\n" +
			"a.yaml:2:7: with has 0 with; write 1 to 5", // what it lacks may be what was meant
		"like: stew\nwith: []":                    "a.yaml:2:7: with has 0 with; write 1 to 5",
		"like: stew\nsauce: {name: ''}":           "a.yaml:2:15: sauce.name is missing; write it",
		"like: stew\nsauce: {name: x, colour: y}": `a.yaml:2:18: unknown field "colour"; take it out, or write one of name, hot`,
		"sauce: none\nname: a\nwith: [a]\nplate: {name: x}": "a.yaml:1:8: another kind of value belongs here; " +
			"write names and values, such as name: value", // nothing is there to be taken out
		"like: [stew]\nname: a\nwith: [a]\nplate: {name: x}": "a.yaml:1:7: another kind of value belongs here; write one text, in quotes if need be",
	} {
		var d dish
		if err := Read("a.yaml", []byte(text), &d); err == nil || err.Error() != want {
			t.Errorf("%q:\n%v\nwant\n%v", text, err, want)
		}
	}
}

func TestWritesWhatStandsInTheFile(t *testing.T) {
	f, err := Parse("a.yaml", []byte("of:\n  - name: x\n    other:\n  - words: [a]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"of", "of[0].name", "of[1].words[0]"} {
		if !f.Writes(path) {
			t.Errorf("%s is not there", path)
		}
	}
	for _, path := range []string{"name", "of[0].other", "of[0].name.x", "of[1].name", "of[2]", strings.Repeat("of[0].", 99) + "name"} {
		if f.Writes(path) {
			t.Errorf("%s is there", path)
		}
	}
}
