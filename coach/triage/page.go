package triage

import (
	"fmt"
	"sync"

	"uncramp/routines"
)

// Page is what a finding comes to, in sentences, as the screen and the plain check
// tell it, in this order. What does not apply is empty.
type Page struct {
	Advice  string   // what to do now
	Call    string   // the number to call
	Until   string   // what to do till help comes
	Because string   // why
	Own     []string // what the questions answered with yes advise besides
	Reasons []string // what was answered with yes
	Number  []string // where the number is from, and how to change it
}

// Page returns what a finding comes to, for somebody who would call c.
func (f Finding) Page(c Call) Page {
	g, ok := f.Group()
	if !ok {
		return Page{Advice: clearAdvice, Because: clearBecause, Own: []string{forAdults}}
	}
	p := Page{Advice: g.Advice, Until: g.Until, Because: g.Because}
	for _, q := range f.Reasons() {
		p.Reasons = append(p.Reasons, fmt.Sprintf(reason, q.Text))
		if q.Advice != "" {
			p.Own = append(p.Own, q.Advice)
		}
	}
	if f.Fault != "" {
		p.Reasons = append(p.Reasons, f.Fault)
	}
	if g.Level == Emergency {
		p.Call, p.Number = fmt.Sprintf(callNumber, c.Number), []string{c.origin(), changeNumber}
	}
	return p
}

// origin says where the number is from.
func (c Call) origin() string {
	switch {
	case c.Chosen:
		return ownNumber
	case c.Region != "":
		return fmt.Sprintf(regionNumber, c.Region)
	}
	return anyRegion
}

// Basis says what the page of a finding rests on besides its questions.
func (f Finding) Basis() []string {
	if f.Level == Emergency {
		return []string{untilBasis, numberBasis}
	}
	return nil
}

var catalogue = sync.OnceValues(routines.Sources)

// Credits says what a question rests on: who published it, the headings of an
// article, and what of it rests on which.
func (q Question) Credits() []string {
	from, _ := catalogue() // a source that it doesn't know is told by its id
	credits := from.Credits(q.Sources)
	if q.Note != "" {
		credits = append(credits, q.Note)
	}
	return credits
}
