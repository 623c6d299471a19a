package cli

import (
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// indent stands before what belongs to the line above.
const indent = "        "

// longLine is the most that one line of the plain player says.
const longLine = 100

// stamp is the time since the start that a line begins with.
func stamp(at time.Duration) string {
	return fmt.Sprintf("[%02d:%02d] ", int(at.Minutes()), int(at.Seconds())%60)
}

// bullets are lines of their own, each with a lead.
func bullets(lead string, lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(lead + l + "\n")
	}
	return b.String()
}

// beginText is what is told before a routine.
func beginText(p session.Plan) string {
	length := about(p.Total())
	if p.Onset != nil {
		length = fmt.Sprintf(untilItLetsGo, int(p.Onset.Stop.Minutes()))
	}
	text := p.Name + ". " + length + ".\n" + bullets("", p.Cautions)
	if len(p.NotIf) > 0 {
		text += leaveItOut + bullets("- ", p.NotIf)
	}
	text += triage.Worst + typeFlags
	if p.Onset != nil {
		text += answerAnyTime
	}
	return text
}

// eventText is the line of an event, with what belongs to it; empty for one
// that is not told.
func (p *plainPlayer) eventText(s session.Session, e session.Event) string {
	if e.Kind != session.Began {
		if eventWords[e.Kind] == "" {
			return ""
		}
		return stamp(e.At) + eventWords[e.Kind]
	}
	ph := s.Plan().Phases[e.Phase]
	text := stamp(e.At) + phaseText(ph)
	if done := s.Done(); p.why && (len(done) == 0 || done[len(done)-1].Phase.Step != ph.Step) {
		text += p.whyText(ph)
	}
	return text
}

// phaseText is the phase word, the side, the move, k/n and the seconds; the
// prompt, and cautions to read while getting ready, each on a line of its own.
func phaseText(ph session.Phase) string {
	parts := []string{strings.ToUpper(ph.Word)}
	if ph.Side != "" {
		parts = append(parts, string(ph.Side))
	}
	length := "until it eases"
	if ph.Length > 0 {
		length = fmt.Sprintf("%d s", ph.Length/time.Second)
	}
	text := strings.Join(append(parts, ph.Name, fmt.Sprintf("%d/%d", ph.Repetition, ph.Of), length), ", ") + "\n"
	if ph.Prompt != "" {
		text += indent + ph.Prompt + "\n"
	}
	if ph.Kind == session.Prepare {
		text += bullets(indent, ph.Cautions)
	}
	return text
}

// whyText is what a phase rests on.
func (p *plainPlayer) whyText(ph session.Phase) string {
	var b strings.Builder
	for _, s := range ph.Sources {
		fmt.Fprintf(&b, indent+whyMove, p.sources.Document(s.Document), s.Heading)
	}
	timing := p.sources.Timing(ph.Timing)
	if ph.Timing == routines.Default {
		timing = ownChoice
	}
	fmt.Fprintf(&b, indent+whyTime, timing)
	if ph.Note != "" {
		b.WriteString(indent + p.sources.NameArticles(ph.Note) + "\n")
	}
	return b.String()
}

// endText tells how a routine ended, with its time if it began.
func endText(s session.Session, began bool) string {
	text := lastWords(s.Ending()) + "\n"
	if done := s.Done(); began && len(done) > 0 {
		text = stamp(done[len(done)-1].At) + text
	} else if began {
		text = stamp(0) + text
	}
	switch s.Ending() {
	case session.GotWorse, session.TooLong:
		text += indent + callForHelp
		for _, q := range triage.Groups()[0].Questions {
			text += indent + "- " + q.Text + "\n"
		}
		text += indent + otherFlags
	case session.Completed, session.EasedOff:
		text += bullets(indent, s.Plan().Closing)
		if len(s.Plan().GoesWith) > 0 {
			text += fmt.Sprintf(indent+goesWell, strings.Join(s.Plan().GoesWith, ", "))
		}
	case session.Going, session.LeftOut, session.WasLeft:
	}
	return text
}

// lastWords are what a routine ends with: its ending in capitals, and what to
// do now.
func lastWords(e session.Ending) string {
	w := visit.WordsFor(e)
	title := strings.ToUpper(w.Title)
	switch {
	case w.Advice == "":
		return title
	case len(title)+len(w.Advice) > longLine:
		return title + ".\n" + indent + w.Advice
	}
	return title + ". " + w.Advice
}

// offersText lists what can be gone on with.
func offersText(list []visit.Offer) string {
	text := goOnWith
	for i, o := range list {
		text += fmt.Sprintf("%d %s\n", i+1, o.ID)
	}
	return text
}

// keysText lists what can be typed now.
func keysText(rows []visit.Row) string {
	var text string
	for _, r := range rows {
		if len(r.Typed) > 0 {
			text += fmt.Sprintf(indent+"%-6s %s\n", r.TypedKey(), r.Does)
		}
	}
	return text
}

// about is how long something takes, in words.
func about(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf(aboutSeconds, int(d.Seconds()))
	}
	return fmt.Sprintf(aboutMinutes, session.Minutes(d))
}
