package checkin

import (
	"cmp"
	"fmt"

	"uncramp/coach/record"
	"uncramp/coach/tui/bodymap"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	s := stageOf(env)
	switch m.page {
	case listing:
		m.drawList(s, env)
	case closing:
		m.drawClosing(s, env)
	case asking:
		m.drawQuestion(s, env)
	}
	return s.Frame()
}

// drawQuestion is one question with its answers.
func (m Model) drawQuestion(s stage, env screen.Env) {
	q := m.question()
	ask, about := q.Ask, cmp.Or(onScreen[q.Kind], q.About)
	switch {
	case m.form.Brief && m.state() == saved:
		ask, about = enough, ""
	case q.Kind == record.When && !m.fresh:
		ask = fmt.Sprintf(beganAbout, m.episode.At.Format(clock))
	}
	if s.ask.H == 1 {
		ask = widget.FirstFitting(s.ask.W, ask, q.Label)
	}
	m.around(s, env, q.Label, ask, about)
	s.Lines(s.progress, m.progress(s))
	m.drawAnswers(s, env)
	m.drawAccept(s, env)
}

// around is what stands around the answers: what is asked, or told, in a word and
// in a sentence, the message and the keys.
func (m Model) around(s stage, env screen.Env, word, ask, about string) {
	message := m.message(s, env)
	if s.message != s.ask || len(message) == 0 {
		s.title(word, ask, about)
	}
	if len(message) > s.message.H && s.message != s.ask { // what to do about it matters more than the keys
		s.message.H++
	} else {
		s.Put(s.keys, widget.KeyLine(m.keyLine(s), s.keys.W, s.theme))
	}
	s.Lines(s.message, message...)
}

// title is a word in block letters where there is room for them, and a sentence.
func (s stage) title(word, ask, about string) {
	t := s.theme
	if letters := widget.Letters(word, s.hero.W, s.hero.H, t); s.hero.H > 0 && letters != nil {
		s.Lines(s.hero, widget.Paint(letters, t.Strong.Render)...)
	}
	if s.ask.H < 1 {
		return
	}
	lines := widget.Paint(widget.WrapAtMost(ask, s.ask.W, s.ask.H), t.Strong.Render)
	if about != "" {
		lines = append(lines, widget.Paint(widget.Wrap(about, s.ask.W), t.Quiet.Render)...)
	}
	s.Lines(s.ask, lines...)
}

// progress is a dot for each question, and which one it is.
func (m Model) progress(s stage) string {
	if m.form.Brief || m.form.Edit {
		return ""
	}
	t, first := s.theme, 0
	if m.at >= record.FirstQuestions {
		first = record.FirstQuestions
	}
	count := fmt.Sprintf(countFormat, m.at-first+1, m.asked()-first)
	dots := ""
	for i := first; i < m.asked(); i++ {
		switch {
		case i == m.at:
			dots += t.Accent.Render("●")
		case i < m.passed:
			dots += t.Quiet.Render("●")
		default:
			dots += t.Quiet.Render("○")
		}
	}
	if s.size == widget.Slice { // the question needs the room
		return dots
	}
	return dots + t.Quiet.Render(" "+count)
}

// message is what went wrong, or what was answered last.
func (m Model) message(s stage, env screen.Env) []string {
	t := s.theme
	switch {
	case m.notice != "":
		return widget.Paint(widget.WrapAtMost(m.notice, s.message.W, s.message.H+1), t.Strong.Render)
	case m.form.Brief && m.state() != untouched:
		sentence, answer := stateWords[m.state()].sentence, m.question().InWords(m.episode, env.Now.Wall)
		cramp := m.cramp().Summary(env.Now.Wall)
		said := widget.FirstFitting(s.message.W, fmt.Sprintf(sentence, cramp), fmt.Sprintf(sentence, answer))
		return []string{t.Text.Render(widget.Fit(said, s.message.W))}
	case m.told != "" && s.message != s.ask:
		return []string{t.Quiet.Render(widget.Fit(m.told, s.message.W))}
	}
	return nil
}

// drawAccept is what Enter takes.
func (m Model) drawAccept(s stage, env screen.Env) {
	q := m.question()
	if m.form.Brief { // one answer is enough: what is left is to go
		way := m.nightKeys()[0]
		s.put(s.accept, tile{key: way.Help().Key, words: way.Help().Desc, press: way.Keys()[0], big: s.size == widget.Wide})
		return
	}
	words := m.inWords(q, env, q.Unanswered())
	switch {
	case m.typing && m.entry.Value() != "":
		words = takeIt
	case m.option >= 0:
		words = m.options()[m.option]
	case q.Kind == record.Where && m.legs.Spot() != m.spot():
		words = m.legs.Spot().Name()
	}
	accept := tile{key: "enter", words: words, press: "enter", big: s.size == widget.Wide}
	if q.Kind != record.Where || !bodymap.HasPicture(s.answers.W, s.answers.H) {
		s.put(s.accept, accept)
		return
	}
	s.across(s.accept, accept, tile{key: "=", words: bothLegs, press: "=", big: accept.big})
}

// drawAnswers is what is at hand for a question. Tiles don't touch what Enter takes.
func (m Model) drawAnswers(s stage, env screen.Env) {
	if m.question().Kind != record.Where && s.size == widget.Slice && s.answers.H > 6 {
		s.answers.H--
	}
	switch m.question().Kind {
	case record.Scale:
		m.drawScale(s)
	case record.YesNo:
		m.drawYesNo(s)
	case record.When:
		m.drawWhen(s, env)
	case record.Length:
		m.drawLength(s)
	case record.Where:
		s.Put(s.answers, m.legs.Block(s.answers.W, s.answers.H, s.theme))
	case record.Words:
		m.drawWords(s)
	}
}

// drawList is all that can be said, in sections, with what is told.
func (m Model) drawList(s stage, env screen.Env) {
	t := s.theme
	s = s.withoutProgress()
	if s.size != widget.Slice && s.progress.H > 0 {
		s.answers.Y, s.ask.Y = s.answers.Y-s.ask.Y+s.progress.Y, s.progress.Y
	}
	m.around(s, env, "", m.became(s, env), "")
	z := s.answers
	z.H = s.accept.Y + s.accept.H - z.Y
	if s.size == widget.Wide {
		var legs widget.Zone
		z, legs = z.Left(z.W/2, 2)
		s.Lines(legs, bodymap.New(m.spot()).Block(legs.W, min(legs.H, tallestLegs), t).Lines...)
	}
	var rows []widget.Row
	section := ""
	for i, q := range m.questions {
		if q.Section != section {
			section = q.Section
			lines := []string{t.Strong.Render(widget.Fit(section, z.W))}
			if i > 0 && z.H >= roomy {
				lines = append([]string{""}, lines...)
			}
			rows = append(rows, widget.Row{Lines: lines, Heading: true})
		}
		rows = append(rows, widget.Row{Lines: []string{m.row(q, i == m.at, z.W, env)}})
	}
	s.Put(z, widget.Rows(rows, m.at, z.W, z.H, t))
}

// tallestLegs are the rows of the legs beside the list.
const tallestLegs = 24

// roomy are the rows of the list with a blank one between its sections.
const roomy = 18

// labelWide are the columns of the longest label and a gap.
const labelWide = 12

// row is a question in a word, and what is told.
func (m Model) row(q record.Question, here bool, w int, env screen.Env) string {
	t := env.Theme
	mark, style := widget.Chosen(here, t)
	label := widget.Pad(q.Label, labelWide)
	said := m.inWords(q, env, "")
	if !here {
		return mark + t.Quiet.Render(label) + style.Render(widget.Fit(said, w-labelWide-2))
	}
	return mark + style.Render(label+widget.Fit(said, w-labelWide-2))
}

// became says what became of the answers, with as much of the cramp as has room on one
// row where there is no other.
func (m Model) became(s stage, env screen.Env) string {
	sentence, cramp := stateWords[m.state()].sentence, m.cramp().Summary(env.Now.Wall)
	if s.ask.H == 1 {
		return widget.FitFacts(sentence, cramp, s.ask.W)
	}
	return fmt.Sprintf(sentence, cramp)
}

// closingWide are the columns of what was told, where the legs stand beside it.
const closingWide = 34

// drawClosing says what was kept.
func (m Model) drawClosing(s stage, env screen.Env) {
	t := s.theme
	s = s.withoutProgress()
	m.around(s, env, stateWords[m.state()].word, m.became(s, env), "")
	var lines []string
	for _, q := range m.questions {
		if said := q.InWords(m.cramp(), env.Now.Wall); said != "" {
			lines = append(lines, t.Quiet.Render(widget.Pad(q.Label, labelWide))+t.Text.Render(said))
		}
	}
	told, legs := s.answers.Left(closingWide, 2)
	if bodymap.HasPicture(legs.W, legs.H) {
		s.Lines(legs, bodymap.New(m.spot()).Block(legs.W, legs.H, t).Lines...)
	} else {
		told = s.answers
	}
	s.Lines(told, lines...)
	big := s.size == widget.Wide
	tiles := []tile{{key: "enter", words: doneKey.Help().Desc, press: "enter", big: big}}
	if m.state() == unsaved {
		tiles[0].words = againKey.Help().Desc
	}
	if n := m.rest(); n > 0 {
		tiles = append(tiles, tile{key: furtherKey.Help().Key, words: fmt.Sprintf(moreFormat, n), press: "+", big: big})
	}
	s.across(s.accept, tiles...)
}
