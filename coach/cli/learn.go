package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/coach/library"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
)

func (a *App) learnCommand() *cobra.Command {
	cmd := command("learn", nil)
	cmd.ValidArgsFunction = completeFirst(a.topics)
	f := cmd.Flags()
	o := learnOptions{flags: f}
	f.StringVar(&o.search, "search", "", "the cards that hold all of some `words`")
	f.BoolVar(&o.all, "all", false, "every card as text")
	f.BoolVar(&o.causes, "mine", false, "the causes, and which of them you ticked")
	f.StringSliceVar(&o.tick, "tick", nil, "a `cause` applies to you; can be repeated")
	f.StringSliceVar(&o.untick, "untick", nil, "a `cause` does not apply; can be repeated")
	addPlain(cmd, lineByLine)
	f.BoolVar(&o.json, "json", false, "as JSON, a list")
	for _, name := range []string{"tick", "untick"} {
		completeWord(cmd, name, a.causes)
	}
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		o.topic = strings.TrimSpace(strings.Join(args, " "))
		return a.learn(o)
	})
	return cmd
}

// learnOptions are what was asked for.
type learnOptions struct {
	topic, search string
	all, causes   bool
	tick, untick  []string
	json          bool
	flags         *pflag.FlagSet
}

func (o learnOptions) check() error {
	asked := 0
	for _, is := range []bool{o.topic != "", o.search != "", o.all, o.aboutCauses()} {
		if is {
			asked++
		}
	}
	if words := o.topic + o.search; !utf8.ValidString(words) {
		return misusef(notUTF8, words)
	}
	if asked > 1 {
		return misusef("ask for one thing: a topic, --search, --all, or --mine, which goes with --tick and --untick")
	}
	for _, id := range o.tick {
		if slices.Contains(o.untick, id) {
			return misusef("--tick and --untick both name %q; choose one", id)
		}
	}
	return nil
}

// aboutCauses reports whether it is about what a person ticks.
func (o learnOptions) aboutCauses() bool { return o.causes || len(o.tick)+len(o.untick) > 0 }

func (a *App) learn(o learnOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	all, err := a.readCards()
	if err != nil {
		return err
	}
	if o.aboutCauses() {
		return a.tickCauses(o, all)
	}
	ticked, err := a.Journal.Ticked()
	a.complain(err) // the cards can be read all the same
	return a.learnCards(o, cardList{width: a.width(), Library: a.allowed(all).CausesFirst(ticked), ticked: ticked})
}

// allowed are the cards without ways to routines where the latest check does not
// allow any.
func (a *App) allowed(l library.Library) library.Library {
	if a.State.Finding().Blocks() {
		return l.WithoutRoutines()
	}
	return l
}

// learnCards shows the cards that were asked for: of a topic, its card, or those
// that a search for it finds.
func (a *App) learnCards(o learnOptions, l cardList) error {
	cards, err := l.chosen(o)
	switch {
	case err != nil:
		return err
	case o.json:
		return a.printAs(true, orEmpty(cards), "")
	case o.search != "":
		return a.printText(false, nil, "cards", l.only(cards))
	case len(cards) > 1 && o.topic != "":
		l.Heading = fmt.Sprintf(severalCards, len(cards), o.topic)
		return a.printText(false, nil, "cards", l.only(cards))
	case a.draws(o.flags) && !o.all:
		return a.showLibrary(o, cards)
	case o.all || o.topic != "":
		return a.printCards(cards)
	}
	return a.printText(false, nil, "cards", l)
}

// showLibrary shows the card of a topic, or the list of all, on the screen.
func (a *App) showLibrary(o learnOptions, cards []library.Card) error {
	begin := screen.Open{Page: screen.Library}
	if o.topic != "" {
		begin.Card = cards[0].ID
	}
	return a.screen(o.flags, newPlayFlags(), tui.Config{Begin: begin})
}

// printCards prints whole cards, after what the latest check forbids.
func (a *App) printCards(cards []library.Card) error {
	if err := a.tellStanding(false); err != nil {
		return err
	}
	var texts []string
	for _, c := range cards {
		if a.linear > 0 { // the menu says where it leads
			c.Routines, c.See = nil, nil
		}
		texts = append(texts, c.Text(int(a.width())))
	}
	return a.print(strings.Join(texts, "\n\n"))
}

func ids(cards []library.Card) (list []string) {
	for _, c := range cards {
		list = append(list, c.ID)
	}
	return list
}

// cardList is the cards as they are listed, in groups.
type cardList struct {
	width
	library.Library
	Heading string // above all of them
	ticked  []string
}

// only is the list of some cards, in one group without a name.
func (l cardList) only(cards []library.Card) cardList {
	l.Groups = []library.Group{{Cards: ids(cards)}}
	return l
}

// chosen are the cards that were asked for, at least one.
func (l cardList) chosen(o learnOptions) ([]library.Card, error) {
	switch {
	case o.search != "":
		cards := l.Search(o.search)
		if len(cards) == 0 {
			return nil, fmt.Errorf(noCard, o.search)
		}
		return cards, nil
	case o.topic != "":
		cards := l.About(o.topic)
		if len(cards) == 0 {
			return nil, unknown("topic", o.topic, ids(l.Cards), "uncramp learn")
		}
		return cards, nil
	}
	return l.Cards, nil
}

// Row is a card with the topic to type, its name and its summary.
func (l cardList) Row(id string) string {
	c, _ := l.Card(id) // every group's cards are there
	name := c.ID + ": " + c.Name
	if slices.Contains(l.ticked, c.ID) {
		name += " (ticked)"
	}
	return l.Hang("  - ", name) + l.Hang("", c.Summary)
}

// topics are what can be typed after learn.
func (a *App) topics() []string {
	l, _ := a.readCards() // what can't be read is not offered
	return offers(l.Cards, func(c library.Card) (id, about string) { return c.ID, c.Summary })
}

// causes are what can be ticked.
func (a *App) causes() []string {
	l, _ := a.readCards()
	return offers(l.Causes(), func(c library.Card) (id, about string) { return c.ID, c.Cause })
}
