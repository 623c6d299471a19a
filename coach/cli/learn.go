package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/coach/library"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
	"uncramp/coach/tui/screen"
	"uncramp/routines"
)

func (a *App) learnCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "learn [TOPIC]",
		Short: "Read what the articles teach",
		Long: `learn lists what three articles teach about leg cramps, on short cards in our own
words, and shows the card of a topic. With --mine it lists the causes, to tick what
applies to you: that comes first in the list, and stands in the report for the doctor.
It is no diagnosis.`,
		Example: `  uncramp learn
  uncramp learn magnesium
  uncramp learn --search "cramps at night"
  uncramp learn --all > cards.txt
  uncramp learn --mine
  uncramp learn --tick shoes --untick pregnancy`,
		ValidArgsFunction: a.completeTopic,
	}
	f := cmd.Flags()
	l := learning{flags: f}
	f.StringVar(&l.search, "search", "", "the cards that hold all of some `words`")
	f.BoolVar(&l.all, "all", false, "every card as text")
	f.BoolVar(&l.mine, "mine", false, "the causes, and which of them you ticked")
	f.StringSliceVar(&l.tick, "tick", nil, "a `cause` applies to you; can be repeated")
	f.StringSliceVar(&l.untick, "untick", nil, "a `cause` does not apply; can be repeated")
	f.BoolVar(&l.plain, "plain", false, "line by line, without a screen")
	f.BoolVar(&l.json, "json", false, "as JSON, a list")
	for _, name := range []string{"tick", "untick"} {
		_ = cmd.RegisterFlagCompletionFunc(name, a.completeCause)
	}
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		l.topic = strings.TrimSpace(strings.Join(args, " "))
		return a.learn(l)
	})
	return cmd
}

// learning is what was asked for.
type learning struct {
	topic, search string
	all, mine     bool
	tick, untick  []string
	plain, json   bool
	flags         *pflag.FlagSet
}

func (l learning) check() error {
	asked := 0
	for _, is := range []bool{l.topic != "", l.search != "", l.all, l.marks()} {
		if is {
			asked++
		}
	}
	if asked > 1 {
		return errors.New("ask for one thing: a topic, --search, --all, or --mine, which goes with --tick and --untick")
	}
	for _, id := range l.tick {
		if slices.Contains(l.untick, id) {
			return fmt.Errorf("--tick and --untick both name %q; choose one", id)
		}
	}
	return nil
}

// marks reports whether it is about what a person ticks.
func (l learning) marks() bool { return l.mine || len(l.tick)+len(l.untick) > 0 }

func (a *App) learn(l learning) error {
	if err := l.check(); err != nil {
		return err
	}
	s, err := a.readCards()
	if err != nil {
		return &failure{err}
	}
	if l.marks() {
		return a.learnMine(l, s)
	}
	ticked, err := a.Journal.Ticked()
	if err != nil {
		a.complain(err) // the cards can be read all the same
	}
	return a.learnCards(l, shown{a.heeded(s).CausesFirst(ticked), ticked, a.width()})
}

// heeded is the shelf without ways to routines where the latest check does not
// allow any.
func (a *App) heeded(s library.Library) library.Library {
	if a.State.Finding().Blocks() {
		s.Cards = slices.Clone(s.Cards)
		for i := range s.Cards {
			s.Cards[i].Routines = nil
		}
	}
	return s
}

// width is how many columns a text may take.
func (a *App) width() int {
	const usual, least = 72, 20
	n, err := strconv.Atoi(a.Getenv("COLUMNS"))
	if err != nil || n < least {
		return usual
	}
	return n
}

// learnCards shows the cards that were asked for.
func (a *App) learnCards(l learning, s shown) error {
	switch {
	case l.all:
		return a.printCards(l, s, s.Cards)
	case l.search != "":
		return a.found(l, s)
	case l.topic != "":
		return a.topic(l, s)
	case l.json:
		return a.writeJSON(orEmpty(s.Cards))
	case a.onScreen(l):
		return a.openLearn(l.flags, "")
	}
	return a.print(s.groups())
}

func (a *App) onScreen(l learning) bool { return a.Terminal != nil && !l.plain && !l.json }

// openLearn shows a card, or the list of them, on the screen.
func (a *App) openLearn(flags *pflag.FlagSet, card string) error {
	heads, err := a.heads()
	return a.screen(flags, newPlayFlags(), tui.Config{
		Routines: heads, Notice: notice(err), Begin: screen.Open{Page: screen.Library, Card: card},
	})
}

// printCards prints whole cards, after what the latest check forbids.
func (a *App) printCards(l learning, s shown, cards []library.Card) error {
	if l.json {
		return a.writeJSON(orEmpty(cards))
	}
	var texts []string
	if f := a.State.Finding(); f.Blocks() {
		texts = append(texts, wrapped(strings.TrimPrefix(findingText(f), "\n"), s.width))
	}
	for _, c := range cards {
		texts = append(texts, c.Text(s.width))
	}
	return a.print(strings.Join(texts, "\n\n"))
}

func (a *App) found(l learning, s shown) error {
	cards := s.Search(l.search)
	switch {
	case len(cards) == 0:
		return &failure{fmt.Errorf("no card holds %q; try fewer letters, or see uncramp learn", l.search)}
	case l.json:
		return a.writeJSON(cards)
	}
	return a.print(s.rows(cards) + s.foot())
}

// topic shows one card: that of the name, or the only one that a search for it
// finds. Where there are several it lists them.
func (a *App) topic(l learning, s shown) error {
	cards := s.about(l.topic)
	switch {
	case len(cards) == 0:
		return unknown("topic", l.topic, ids(s.Cards), "uncramp learn")
	case len(cards) > 1 && !l.json:
		return a.print(wrapped(fmt.Sprintf("%d cards tell of %q.", len(cards), l.topic), s.width) + "\n\n" + s.rows(cards) + s.foot())
	case a.onScreen(l):
		return a.openLearn(l.flags, cards[0].ID)
	}
	return a.printCards(l, s, cards)
}

func ids(cards []library.Card) (list []string) {
	for _, c := range cards {
		list = append(list, c.ID)
	}
	return list
}

// shown is a shelf as it is printed.
type shown struct {
	library.Library
	ticked []string
	width  int
}

func (s shown) about(topic string) []library.Card {
	for _, c := range s.Cards {
		if strings.EqualFold(c.ID, topic) || strings.EqualFold(c.Name, topic) {
			return []library.Card{c}
		}
	}
	return s.Search(topic)
}

func (s shown) groups() string {
	var b strings.Builder
	for _, g := range s.Groups {
		var cards []library.Card
		for _, id := range g.Cards {
			if c, ok := s.Card(id); ok {
				cards = append(cards, c)
			}
		}
		fmt.Fprintf(&b, "%s\n%s\n", g.Name, s.rows(cards))
	}
	return strings.TrimSuffix(b.String(), "\n") + s.foot()
}

// rows lists cards, each with the topic to type, its name and its summary.
func (s shown) rows(cards []library.Card) string {
	var b strings.Builder
	for _, c := range cards {
		name := c.ID + ": " + c.Name
		if slices.Contains(s.ticked, c.ID) {
			name += " (ticked)"
		}
		b.WriteString(hanging("  - ", name, s.width) + hanging("", c.Summary, s.width))
	}
	return b.String()
}

// hanging wraps a text behind four cells, of which the first line's are told.
func hanging(before, said string, width int) string {
	const indent = "    "
	return strings.Join(text.WrapIndented(fmt.Sprintf("%-*s", len(indent), before), indent, said, width), "\n") + "\n"
}

func (s shown) foot() string {
	return "\n" + wrapped("Read one with uncramp learn TOPIC, find one with --search WORDS.", s.width) +
		"\n" + wrapped(triage.Warning, s.width) + "\n"
}

func wrapped(said string, width int) string { return strings.Join(text.Wrap(said, width), "\n") }

func (a *App) completeTopic(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeCards(func(s library.Library) []library.Card { return s.Cards }, func(c library.Card) string { return c.Summary })
}

func (a *App) completeCause(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return a.completeCards(library.Library.Causes, func(c library.Card) string { return c.Cause })
}

func (a *App) completeCards(of func(library.Library) []library.Card, about func(library.Card) string) ([]string, cobra.ShellCompDirective) {
	s, _ := a.readCards() // what can't be read is not offered
	var ids []string
	for _, c := range of(s) {
		ids = append(ids, cobra.CompletionWithDesc(c.ID, routines.Clean(about(c))))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
