package library

import (
	"os"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// lesson is a row of testdata/taught.yaml, one thing an article teaches, or of
// published.yaml, one thing a publication adds; and the card on which it must stand.
type lesson struct {
	Kind     string `yaml:"kind"` // cause, nutrient, prevention, relief, warning, symptom, risk, visit or evidence
	What     string `yaml:"what"`
	Document string `yaml:"document"`
	Heading  string `yaml:"heading"` // empty where the document is a publication
	Card     string `yaml:"card"`
	Says     string `yaml:"says"` // stands in the card's text
}

func lessons(t *testing.T) (list []lesson) {
	t.Helper()
	for _, name := range []string{"taught.yaml", "published.yaml"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var some []lesson
		if err := yamlfile.Read(name, data, &some); err != nil {
			t.Fatal(err)
		}
		list = append(list, some...)
	}
	return list
}

func TestEverythingTaughtStandsOnACard(t *testing.T) {
	s, all := taught(t), lessons(t)
	if len(all) < 100 {
		t.Errorf("the table has %d rows", len(all))
	}
	for i, l := range all {
		c, ok := s.Card(l.Card)
		if !ok {
			t.Errorf("row %d, %s %q: no card %q", i+1, l.Kind, l.What, l.Card)
			continue
		}
		cites := func(b Block) bool {
			return slices.Contains(b.Sources, routines.Source{Document: l.Document, Heading: l.Heading})
		}
		if l.Heading == "" && !slices.ContainsFunc(c.Blocks, func(b Block) bool { return cites(b) && tells(b, l.Says) }) {
			t.Errorf("row %d, %s %q: no block of %s says %q and cites %s", i+1, l.Kind, l.What, l.Card, l.Says, l.Document)
		}
		if !slices.ContainsFunc(c.Blocks, cites) {
			t.Errorf("row %d, %s %q: %s does not cite %s, %q", i+1, l.Kind, l.What, l.Card, l.Document, l.Heading)
		}
		if text := oneLine(strings.Join(c.Texts(), " ")); l.Says == "" || !strings.Contains(text, oneLine(l.Says)) {
			t.Errorf("row %d, %s %q: %s does not say %q", i+1, l.Kind, l.What, l.Card, l.Says)
		}
	}
}

// people are whom a trial was about. A block that rests on the trial says so:
// what helped them need not help everybody.
var people = map[string]string{"hallegraeff-2012": "over 55", "cochrane-2020": "over 55", "coppin-2005": "quinine"}

func TestATrialIsToldWithItsPeople(t *testing.T) {
	for _, c := range taught(t).Cards {
		for _, b := range c.Blocks {
			for _, s := range b.Sources {
				if c.ID == "doctor" { // takes the trial's six weeks, and nothing that it found
					continue
				}
				if who, ok := people[s.Document]; ok && !tells(b, who) {
					t.Errorf("%s: the block %q rests on %s and does not say %q", c.ID, b.Head, s.Document, who)
				}
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// passedOver are headings from which no row is taken, and why.
var passedOver = map[string]string{
	"The possible causes of cramps include": "its list is cited by the heading above it",
	"What Causes Leg Muscle Cramps?":        "only leads to the headings below it",
	"How to Prevent Leg Muscle Cramps":      "only leads to the headings below it",
}

// TestEveryArticleIsGoneThrough wants something of every kind, and of every
// heading of every article, in the table.
func TestEveryArticleIsGoneThrough(t *testing.T) {
	all := lessons(t)
	for _, kind := range []string{"cause", "nutrient", "prevention", "relief", "warning", "symptom", "risk", "visit", "evidence"} {
		if !slices.ContainsFunc(all, func(l lesson) bool { return l.Kind == kind }) {
			t.Errorf("the table has no %s", kind)
		}
	}
	for _, a := range sources(t).Articles {
		for _, h := range a.Headings {
			taken := slices.ContainsFunc(all, func(l lesson) bool { return l.Document == a.ID && l.Heading == h })
			if why, over := passedOver[h]; taken == over {
				t.Errorf("%s, %q: something is taken from it: %v; passed over because %q", a.ID, h, taken, why)
			}
		}
	}
}
