package library

import (
	"os"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/triage"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// flagRow is a row of testdata/red-flags.yaml: a question, who published it, and
// a card that tells of it.
type flagRow struct {
	Question string   `yaml:"question"`
	Card     string   `yaml:"card"`
	Sources  []string `yaml:"sources"` // documents
	Advises  string   `yaml:"advises"` // stands in the card where the question has advice of its own
	Signs    []struct {
		Asks string `yaml:"asks"` // stands in the question
		Says string `yaml:"says"` // stands in the card
	} `yaml:"signs"`
}

func flagRows(t *testing.T) (rows []flagRow) {
	t.Helper()
	data, err := os.ReadFile("testdata/red-flags.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := yamlfile.Read("red-flags.yaml", data, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// cardOf is the card on which every question of a level must stand.
var cardOf = map[triage.Level]string{triage.Emergency: "red-flags", triage.Today: "red-flags", triage.Appointment: "doctor"}

// TestEveryRedFlagStandsOnItsCard holds question, card and source together: each
// sign that is asked for is told in a block that cites what the question rests on.
func TestEveryRedFlagStandsOnItsCard(t *testing.T) {
	s, rows := taught(t), flagRows(t)
	known := map[string]triage.Question{}
	for _, g := range triage.Groups() {
		for _, q := range g.Questions {
			known[q.ID] = q
			if !slices.ContainsFunc(rows, func(r flagRow) bool { return r.Question == q.ID && r.Card == cardOf[g.Level] }) {
				t.Errorf("%s stands on no card %s", q.ID, cardOf[g.Level])
			}
		}
	}
	for _, r := range rows {
		q, ok := known[r.Question]
		c, stands := s.Card(r.Card)
		if !ok || !stands || len(r.Signs) == 0 {
			t.Errorf("%s on %s: no such question or card, or no sign", r.Question, r.Card)
			continue
		}
		var documents []string
		for _, source := range q.Sources {
			documents = append(documents, source.Document)
		}
		if !slices.Equal(slices.Compact(documents), r.Sources) {
			t.Errorf("%s rests on %v, and the table says %v", q.ID, documents, r.Sources)
		}
		if said := oneLine(strings.Join(c.Texts(), " ")); (q.Advice == "") != (r.Advises == "") || !strings.Contains(said, oneLine(r.Advises)) {
			t.Errorf("%s advises %q, and %s does not say %q", q.ID, q.Advice, r.Card, r.Advises)
		}
		for _, sign := range r.Signs {
			if !strings.Contains(oneLine(q.Text), oneLine(sign.Asks)) {
				t.Errorf("%s does not ask for %q: %q", q.ID, sign.Asks, q.Text)
			}
			if !slices.ContainsFunc(c.Blocks, func(b Block) bool { return tells(b, sign.Says) && citesAll(b, q.Sources) }) {
				t.Errorf("%s: no block of %s says %q and cites all of %v", q.ID, c.ID, sign.Says, q.Sources)
			}
		}
	}
}

// tells reports whether a block says something.
func tells(b Block, what string) bool {
	return strings.Contains(oneLine(strings.Join(slices.Concat(b.Say, b.Points), " ")), oneLine(what))
}

// citesAll reports whether a block cites all of some sources.
func citesAll(b Block, all []routines.Source) bool {
	return !slices.ContainsFunc(all, func(s routines.Source) bool { return !slices.Contains(b.Sources, s) })
}
