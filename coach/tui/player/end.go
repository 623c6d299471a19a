package player

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// endView says what was done and offers what goes well with it.
func (m Model) endView(w, h int, t theme.Theme) widget.Frame {
	room := widget.Room(w)
	end := visit.WordsFor(m.Session().Ending())
	advice := end.Advice
	if !m.visit.OffersFit() { // else the keys are told where they lead
		advice = strings.TrimSpace(end.Advice + " " + end.Keys)
	}
	blocks := []widget.Block{
		{Lines: widget.Paint(widget.Wrap(end.On(m.Session().Plan().Name), room), t.Strong.Render), Rank: 0, Gap: true},
		{Lines: widget.Paint(widget.Wrap(advice, room), t.Text.Render), Rank: 1},
		{Lines: widget.Paint(widget.Wrap(m.answered(room), room), t.Text.Render), Rank: 1},
		{Lines: widget.Paint(widget.Wrap(strings.TrimSpace(m.summary()+" "+m.visit.Note()), room), t.Quiet.Render), Rank: 5, Gap: true},
	}
	var closing []string // told to who went through with it
	if m.visit.OffersFit() && m.Session().Ending() != session.WasLeft {
		closing = m.Session().Plan().Closing
	}
	for i, c := range closing {
		blocks = append(blocks, widget.Block{Lines: widget.Paint(widget.Wrap(c, room), t.Text.Render), Rank: 4, Gap: i == 0})
	}
	if m.visit.OffersFit() {
		blocks = append(blocks, m.offerList(cmp.Or(end.Keys, goesWell), room, t))
	} else {
		blocks = append(blocks, widget.Block{Lines: m.fittingEmergencies(room, h-10, t).lines(room, h), Rank: 2, Gap: true})
	}
	blocks = append(blocks, widget.KeyLine(pick(m.visit.Actions(), endLine), room, t).AtFoot(1))
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}

// summary is how long the person worked and on what, if it was worth a word, and
// how many of the holds were done where some were passed over.
func (m Model) summary() string {
	s := m.Session()
	if done, of := s.Holds(); s.Plan().Onset == nil && s.Ending() != session.LeftOut && done < of {
		return fmt.Sprintf(heldSome, done, of)
	}
	worked := s.Worked()
	if worked < 10*time.Second {
		return ""
	}
	said := fmt.Sprintf(youWorked, widget.Clock(int(worked/time.Second)), text.Join(s.Muscles()))
	if s.Plan().Onset != nil {
		said = fmt.Sprintf(sinceItBegan, widget.Clock(int(s.Lasted(s.Last().At)/time.Second))) + said
	}
	return said
}

// offerList is what goes well with it, under a heading; each row can be tapped.
func (m Model) offerList(heading string, room int, t theme.Theme) widget.Block {
	offers := m.visit.Offers()
	if len(offers) == 0 {
		return widget.Block{}
	}
	b := widget.Block{Lines: widget.Paint(widget.Wrap(heading, room), t.Quiet.Render), Rank: 2, Gap: true}
	for i, o := range offers {
		done := ""
		if o.Done {
			done = doneMark
		}
		about := fmt.Sprintf(offerLine, o.Name, o.Minutes, done)
		b.Targets = append(b.Targets, widget.Target{Y: len(b.Lines), W: room, H: 1, Press: fmt.Sprint(i + 1)})
		b.Lines = append(b.Lines, t.Accent.Render(fmt.Sprint(i+1))+t.Text.Render(widget.Fit(about, room-1)))
	}
	return b
}
