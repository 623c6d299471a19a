package visit

import (
	"slices"

	"uncramp/coach/session"
)

// Offer is a routine that goes well with the first one of a visit.
type Offer struct {
	ID, Name string
	Minutes  int
}

// hours are when a routine makes sense that goes by the hour: from one to before
// another, which may be on the next day.
var hours = map[string][2]int{"bedtime": {18, 6}, "morning": {3, 12}}

// makesSense reports whether a routine does at an hour.
func makesSense(id string, hour int) bool {
	of, goesByIt := hours[id]
	switch {
	case !goesByIt:
		return true
	case of[0] < of[1]:
		return of[0] <= hour && hour < of[1]
	}
	return of[0] <= hour || hour < of[1]
}

// OffersOf are the routines of some ids that a choice can be followed with at an
// hour. What load does not find, or refuses to the person, is left out, and what
// makes no sense by now.
func OffersOf(ids []string, hour int, c session.Choice, load func(string, session.Choice) (Play, error)) (list []Offer) {
	for _, id := range ids {
		if !makesSense(id, hour) {
			continue
		}
		if p, err := load(id, c); err == nil {
			list = append(list, Offer{ID: id, Name: p.Plan.Name, Minutes: session.Minutes(p.Plan.Total())})
		}
	}
	return list
}

// WithOffers says which of [Visit.GoesWith] can be gone on with.
func (v Visit) WithOffers(list []Offer) Visit {
	v.offers = list
	return v
}

// GoesWith lists the ids of what goes well with what the visit began with.
func (v Visit) GoesWith() []string {
	if len(v.past) == 0 {
		return nil
	}
	return v.past[0].session.Plan().GoesWith
}

// mostOffers is how many are made at a time: more would be a menu.
const mostOffers = 3

// Offers returns what can be gone on with, once the routine is over, three at
// most: nothing that was followed on the visit, or left; nothing at all after a cramp
// that got worse or lasted too long, nor after something spoke against a routine.
func (v Visit) Offers() []Offer {
	if !v.OffersFit() {
		return nil
	}
	list := slices.DeleteFunc(slices.Clone(v.offers), func(o Offer) bool {
		return slices.ContainsFunc(v.past, func(f followed) bool { return f.session.Plan().Routine == o.ID })
	})
	return list[:min(len(list), mostOffers)]
}

// OffersFit reports whether anything may be offered after this ending.
func (v Visit) OffersFit() bool {
	e := v.session.Ending()
	return e != session.TooLong && e != session.GotWorse && e != session.LeftOut
}
