package player

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// endings are the first words of the last screen, and what follows them.
var endings = map[session.Ending]struct{ title, words string }{
	session.Completed: {"Done", ""},
	session.EasedOff:  {"It eases", "Rest a while. Go on with one of these if you like, or leave: it is enough."},
	session.GotWorse:  {"Leave it be", "No more pulling. If it stays bad, get medical advice. Press ! for the red flags."},
	session.TooLong:   {"Ten minutes: get medical advice now", "Most cramps end within ten minutes (Wellness and Pain). NHS and nidirect say: get advice."},
	session.LeftOut:   {"Leave it out", "Ask a doctor or pharmacist before you use it. For a swollen, warm or red leg, press !"},
	session.WasLeft:   {"Stopped", ""},
}

// endView says what was done and offers what goes well with it.
func (m Model) endView(w, h int, t theme.Theme) widget.Screen {
	room := widget.Room(w)
	end := endings[m.session.Ending()]
	blocks := []widget.Block{
		{Lines: widget.Paint(widget.Wrap(end.title+m.ofWhat(), room), t.Strong.Render), Rank: 0, Gap: true},
		{Lines: widget.Paint(widget.Wrap(end.words, room), t.Text.Render), Rank: 1},
		{Lines: widget.Paint(widget.Wrap(strings.TrimSpace(m.summary()+" "+m.saved), room), t.Quiet.Render), Rank: 5, Gap: true},
	}
	if !m.offersFit() {
		blocks = append(blocks, widget.Block{Lines: m.emergencies(room, h, t), Rank: 2, Gap: true})
	} else {
		for i, c := range m.closing() {
			blocks = append(blocks, widget.Block{Lines: widget.Paint(widget.Wrap(c, room), t.Text.Render), Rank: 4, Gap: i == 0})
		}
		blocks = append(blocks, m.offerList(room, t))
	}
	blocks = append(blocks, widget.KeyLine(m.endKeys(), room, t).AtFoot(1))
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}

// closing is told to who went through with it.
func (m Model) closing() []string {
	if e := m.session.Ending(); e == session.LeftOut || e == session.WasLeft {
		return nil
	}
	return m.session.Plan().Closing
}

// ofWhat names the routine, where the first words don't speak of the cramp.
func (m Model) ofWhat() string {
	switch m.session.Ending() {
	case session.EasedOff, session.GotWorse, session.TooLong:
		return "."
	}
	return ": " + m.session.Plan().Name
}

func (m Model) summary() string {
	worked := m.session.Worked()
	if worked < 10*time.Second {
		return ""
	}
	var names []string
	for _, muscle := range m.session.Muscles() {
		names = append(names, string(muscle))
	}
	text := fmt.Sprintf("You worked %s: %s.", widget.Clock(int(worked/time.Second)), strings.Join(names, ", "))
	if m.session.Plan().Onset != nil {
		text = fmt.Sprintf("%s since it began. ", widget.Clock(int(m.session.Onset(m.now)/time.Second))) + text
	}
	return text
}

// offerList is what goes well with it; each row can be tapped.
func (m Model) offerList(room int, t theme.Theme) widget.Block {
	if len(m.offers) == 0 {
		return widget.Block{}
	}
	b := widget.Block{Lines: []string{t.Quiet.Render("Goes well with it")}, Rank: 2, Gap: true}
	for i, o := range m.offers {
		done := ""
		if o.Done {
			done = "  ✓ done"
		}
		about := fmt.Sprintf("  %s, %d min%s", o.Name, o.Minutes, done)
		b.Targets = append(b.Targets, widget.Target{Y: len(b.Lines), W: room, H: 1, Press: fmt.Sprint(i + 1)})
		b.Lines = append(b.Lines, t.Accent.Render(fmt.Sprint(i+1))+t.Text.Render(widget.Fit(about, room-1)))
	}
	return b
}

// endKeys are the keys of the last screen that do something now.
func (m Model) endKeys() []key.Binding {
	keys := m.keys
	keys.Offer.SetHelp(fmt.Sprintf("1–%d", len(m.offers)), "go on with")
	keys.Offer.SetEnabled(len(m.offers) > 0 && m.offersFit())
	keys.Again.SetEnabled(m.canRepeat())
	if m.session.Ending() == session.EasedOff || m.visit {
		keys.Leave.SetHelp("q", "enough")
	}
	return keys.end()
}
