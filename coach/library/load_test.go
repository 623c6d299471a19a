package library

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
)

// small is a shelf of a few cards, which stays as it is whatever the articles'
// cards become.
func small(t testing.TB) Library {
	t.Helper()
	s, err := Load(os.DirFS("testdata"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLoadKeepsTheOrderOfTheIndex(t *testing.T) {
	s := small(t)
	if got, want := ids(s.Cards), "cramp fluid shoes older massage magnesium"; got != want {
		t.Errorf("the cards are %s, want %s", got, want)
	}
	c, ok := s.Card("shoes")
	if !ok || c.ID != "shoes" || c.Group != "What may bring it on" || c.Name != "Shoes" || len(c.Blocks) != 1 {
		t.Errorf("shoes is %+v, %v", c, ok)
	}
	if c, ok := s.Card("none"); ok {
		t.Errorf("none is %+v", c)
	}
}

func ids(cards []Card) string {
	list := make([]string, len(cards))
	for i, c := range cards {
		list[i] = c.ID
	}
	return strings.Join(list, " ")
}

func TestLoadPointsAtTheFault(t *testing.T) {
	const sound = "name: A card\nsummary: It says something.\nblocks: []\n"
	for _, c := range []struct {
		name, card string
		at         string // file:line:column
		problem    string
	}{
		{"an unknown field", sound + "colour: red\n", "articles/one.yaml:4:1", `unknown field "colour"`},
		{"a field twice", sound + "name: Another\n", "articles/one.yaml:4:1", "stands twice"},
		{"another kind of value", "name: [A, card]\n", "articles/one.yaml:1:7", ""},
		{"a sentence with a colon", "name: A card\nblocks:\n  - say:\n      - Pain: sharp\n", "articles/one.yaml:4:9", ""},
		{"no YAML", "name: \"A card\n", "articles/one.yaml:1:7", ""},
		{"an anchor", "name: &a A card\nsummary: *a\n", "articles/one.yaml:1:7", "anchor"},
		{"two documents", sound + "---\n" + sound, "articles/one.yaml:4:1", "document"},
		{"nothing", "", "articles/one.yaml: ", "empty"},
		{"a list begun in brackets", "blocks: [[\n- - - - - - x\n", "articles/one.yaml:2:1", "bracket"},
		{"nothing but a comment", "# later\n", "articles/one.yaml: ", "empty"},
		{"far too much", sound + "# " + strings.Repeat("x", 1<<16), "articles/one.yaml", "bytes"},
		{"a control character", "name: \"A\" \x1b[2J\n", "articles/one.yaml:1:", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{
				"articles/index.yaml": {Data: []byte("groups: [{name: All, cards: [one]}]\n")},
				"articles/one.yaml":   {Data: []byte(c.card)},
			})
			var fault *yamlfile.Fault
			if !errors.As(err, &fault) {
				t.Fatalf("it is %v", err)
			}
			if !strings.HasPrefix(err.Error(), c.at) || !strings.Contains(fault.Problem, c.problem) || fault.Remedy == "" {
				t.Errorf("it says %q, want %s and %q", err, c.at, c.problem)
			}
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if strings.ContainsFunc(line, text.Hidden) {
					t.Errorf("hidden characters in %q", line)
				}
			}
		})
	}
}

func TestLoadNamesTheFileThatIsMissing(t *testing.T) {
	_, err := Load(fstest.MapFS{"articles/index.yaml": {Data: []byte("groups: [{name: All, cards: [one]}]\n")}})
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "articles/one.yaml") || !strings.Contains(err.Error(), "index.yaml") {
		t.Errorf("without a card: %v", err)
	}
	if _, err := Load(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "articles/index.yaml") {
		t.Errorf("without an index: %v", err)
	}
}
