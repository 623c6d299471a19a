package menu

import (
	"fmt"
	"slices"

	"uncramp/coach/library"
)

// library is what the articles teach, in groups.
func (m menu) library() page {
	return page{title: libraryTitle, begin: m.TellStanding, items: func() (items []item) {
		all, err := m.Cards()
		m.Complain(err)
		items = append(items, item{searchTitle, "/", m.search}, item{causesTitle, "", m.opens(m.causes())})
		for _, g := range all.Groups {
			of := m.cards(g.Name, func(l library.Library) []library.Card {
				return slices.DeleteFunc(slices.Clone(l.Cards), func(c library.Card) bool { return !slices.Contains(g.Cards, c.ID) })
			})
			items = append(items, item{fmt.Sprintf(groupLine, g.Name, len(g.Cards)), "", m.opens(of)})
		}
		return items
	}}
}

// search finds cards by words.
func (m menu) search() error {
	return m.ask(askSearch, func(words string) error {
		found := func(l library.Library) []library.Card { return l.Search(words) }
		if all, err := m.Cards(); err == nil && len(found(all)) == 0 {
			return m.Print(nothingFound)
		}
		return m.show(m.cards(foundTitle, found))
	})
}

// cards are some of them, each with its summary.
func (m menu) cards(title string, which func(library.Library) []library.Card) page {
	return page{title: title, items: func() (items []item) {
		all, err := m.Cards()
		m.Complain(err)
		for _, c := range which(all) {
			items = append(items, item{fmt.Sprintf(cardLine, c.Name, c.Summary), "", m.opens(m.card(c))})
		}
		return items
	}}
}

// card is a whole card, and where it leads.
func (m menu) card(c library.Card) page {
	return page{title: c.Name, begin: m.runs("learn", c.ID, plainFlag), items: func() (items []item) {
		all, err := m.Cards()
		m.Complain(err)
		for _, id := range c.Routines {
			items = append(items, item{fmt.Sprintf(doItTitle, m.nameOf(id)), "", m.runs("start", id, plainFlag)})
		}
		for _, id := range c.See {
			if see, ok := all.Card(id); ok {
				items = append(items, item{fmt.Sprintf(readOnTitle, see.Name), "", m.opens(m.card(see))})
			}
		}
		if c.Cause != "" {
			items = append(items, m.ticks(c)...)
		}
		return items
	}}
}

// nameOf is what a routine is called.
func (m menu) nameOf(id string) string {
	for _, r := range m.Routines() {
		if r.ID == id {
			return r.Name
		}
	}
	return id
}

// causes are what a person can say applies to her.
func (m menu) causes() page {
	return page{title: causesTitle, begin: func() error { return m.Print(noDiagnosis) }, items: func() (items []item) {
		all, err := m.Cards()
		m.Complain(err)
		return m.ticks(all.Causes()...)
	}}
}

// ticks are causes, each with whether it is ticked; choosing one makes it the other.
func (m menu) ticks(causes ...library.Card) (items []item) {
	ticked, err := m.Ticked()
	m.Complain(err)
	for _, c := range causes {
		on := slices.Contains(ticked, c.ID)
		items = append(items, item{fmt.Sprintf(tickLines[on], c.Cause), "", func() error {
			if err := m.Tick(c.ID, !on); err != nil {
				return m.tell(err)
			}
			return m.Print(fmt.Sprintf(tickLines[!on], c.Cause))
		}})
	}
	return items
}
