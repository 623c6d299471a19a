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
