package library

import (
	"slices"
	"testing"

	"uncramp/routines"
)

// warnings are words of safety, and who says so: no article does alone.
var warnings = []struct {
	words string
	by    []string // one of these documents
}{
	{"never pain", []string{"mayo"}},
	{"bounce", []string{"mayo"}},
	{"eczema", []string{"mpft-heat", "mpft-cold"}},
	{"diabetes: ask", []string{"mpft-heat", "mpft-cold"}},
	{"asleep on", []string{"mpft-heat"}},
	{"swollen, warm", []string{"uclh"}},
	{"red or swollen", []string{"uclh"}},
	{"suddenly cold", []string{"pulse"}},
	{"ten minutes, get medical advice", []string{"nidirect"}},
	{"tonic water", []string{"mhra-quinine"}},
	{"painkillers are", []string{"nhs"}},
	{"never flat", []string{routines.GeneralKnowledge, "health-nz"}},
	{"turn a light on", []string{routines.GeneralKnowledge}},
	{"steady chair", []string{routines.GeneralKnowledge, "hallegraeff-2012"}},
	{"something steady", []string{routines.GeneralKnowledge}},
	{"told you to limit", []string{routines.GeneralKnowledge}},
	{"a child", []string{routines.GeneralKnowledge}},
	{"general knowledge", []string{routines.GeneralKnowledge}},
	{"varicose", []string{routines.GeneralKnowledge}},
	{"blood thinner", []string{routines.GeneralKnowledge}},
	{"heart failure", []string{routines.GeneralKnowledge}},
}

// TestSafetyLinesCiteWhoSaysThem wants beside each warning whose it is, and each
// warning on a card at least.
func TestSafetyLinesCiteWhoSaysThem(t *testing.T) {
	met := map[string]bool{}
	for _, c := range taught(t).Cards {
		for _, b := range c.Blocks {
			for _, w := range warnings {
				if !tells(b, w.words) {
					continue
				}
				met[w.words] = true
				if !slices.ContainsFunc(b.Sources, func(s routines.Source) bool { return slices.Contains(w.by, s.Document) }) {
					t.Errorf("%s: the block %q says %q and cites none of %v", c.ID, b.Head, w.words, w.by)
				}
			}
		}
	}
	for _, w := range warnings {
		if !met[w.words] {
			t.Errorf("no card says %q", w.words)
		}
	}
}
