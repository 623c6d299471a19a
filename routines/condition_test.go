package routines

import "testing"

func TestAProfileIsASet(t *testing.T) {
	for i, c := range Conditions() {
		p := ProfileOf(c)
		if list := p.List(); len(list) != 1 || list[0] != c || !p.Has(c) || p == (Profile{}) {
			t.Errorf("%s: %v", c, list)
		}
		if p.With(c, false) != (Profile{}) {
			t.Errorf("%s can't be taken back", c)
		}
		if both := p.With(Conditions()[(i+1)%len(Conditions())], true); len(both.List()) != 2 || !both.Has(c) {
			t.Errorf("%s and the next are %v", c, both.List())
		}
		if c.Question() == "" || c.Changes() == "" {
			t.Errorf("%s has no words", c)
		}
	}
}

// TestWhatCantBeReadIsCareful: nobody stands freely, and nothing burns.
func TestWhatCantBeReadIsCareful(t *testing.T) {
	p := UnreadableProfile()
	if !p.Unreadable() || !p.Has(Unsteady) || !p.Has(NumbFeet) || p.Has(NewHip) {
		t.Errorf("it has %v", p.List())
	}
}

// TestEveryRuleHasItsSource: a publication of the catalogue, or general knowledge.
func TestEveryRuleHasItsSource(t *testing.T) {
	c := catalogue(t)
	hold := func(where, text, source string) {
		if source != GeneralKnowledge && c.Name(source) == source {
			t.Errorf("%s, %q: sources.yaml has no %q", where, text, source)
		}
	}
	rules := 0
	all := func(where string, not []Rule, prefer []Preference) {
		for _, r := range not {
			hold(where, r.Text, r.Source)
		}
		for _, p := range prefer {
			hold(where, p.Text, p.Source)
		}
		rules += len(not) + len(prefer)
	}
	for _, name := range (Library{}).Names() {
		r, err := Library{}.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		all(r.ID, r.NotFor, r.Prefer)
		for _, s := range r.Steps {
			all(r.ID+" "+s.ID, s.NotFor, s.Prefer)
		}
	}
	if rules == 0 {
		t.Error("there are no rules")
	}
}
