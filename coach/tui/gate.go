package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/term"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/triage"
	"uncramp/coach/visit"
)

// gate is what a routine has to pass.
type gate struct {
	finding  check.Finding // that holds
	checks   int           // how many this program kept
	withheld withheld
}

type (
	// findingMsg is what the latest check came to, of any program.
	findingMsg struct {
		check.Finding
		after int // how many checks this program had kept when it was asked
	}
	// playMsg is a routine that was asked for, with what was found until then.
	playMsg struct {
		screen.Play
		owner   int // the screen's id
		finding findingMsg
	}
	// withheld is a routine that was asked for while a finding stood in the way.
	withheld struct {
		screen.Play
		by int // the id of the screen that stands in the way
		at session.Instant
	}
)

// keepFinding keeps what a check came to: it holds at once, and waits for no
// other write.
func (m root) keepFinding(id int, r screen.KeepFinding) (root, tea.Cmd) {
	m.gate.checks++
	m = m.holding(r.Finding)
	keep := m.config.KeepFinding(r.Finding)
	return m.writeBeside(id, screen.Write{Do: keep})
}

// holding is the program while a finding holds.
func (m root) holding(f check.Finding) root {
	m.gate.finding, m.env.Blocked, m.env.Unreadable = f, f.Blocks(), f.Level == check.Unreadable
	return m
}

// readFinding asks again what the latest check came to.
func (m root) readFinding() tea.Cmd {
	read, after := m.config.Finding, m.gate.checks
	return term.Safely(func() tea.Msg { return findingMsg{read(), after} })
}

// handleFinding has a finding hold, unless a check was taken since it was read.
// What it does not allow is stopped: a routine, and to be told that one may go on.
func (m root) handleFinding(msg findingMsg) (root, tea.Cmd) {
	blocked := m.gate.finding.Blocks()
	if msg.after == m.gate.checks {
		m = m.holding(msg.Finding)
	}
	news := m.gate.finding.Blocks() && !blocked
	if page := m.top().page; m.leaving || !news || page != playerPage && page != flagsPage {
		return m, nil
	}
	return m.stand(news)
}

// stand shows what to do after an answer that allows no routine, and that it is
// news, of another program.
func (m root) stand(news bool) (root, tea.Cmd) {
	m, shown := m.push(flagsPage, triage.Standing(m.gate.finding))
	if !news || m.gate.finding.Level == check.Unreadable {
		return m, shown
	}
	m, told := m.step(m.top().id, screen.NoticeMsg(foundElsewhere))
	return m, tea.Batch(shown, told)
}

// play is the one way into a routine. What other programs found meanwhile is read
// before it.
func (m root) play(id int, r screen.Play) (root, tea.Cmd) {
	read, load, after := m.config.Finding, m.config.Load, m.gate.checks
	return m, term.Safely(func() tea.Msg {
		finding := findingMsg{read(), after}
		if r.Ready == nil && !finding.Blocks() {
			p, err := load(r.Routine, r.Choice)
			if err != nil {
				return answerMsg{id, screen.Ask(screen.ShowError{Err: err})}
			}
			r.Ready = &p
		}
		return playMsg{r, id, finding}
	})
}

// handlePlay is the gate: it lets a routine begin, if the screen that asked is
// still on top, or shows what stands in the way.
func (m root) handlePlay(msg playMsg) (root, tea.Cmd) {
	if m.top().id != msg.owner || m.leaving {
		return m, nil
	}
	if msg.finding.after != m.gate.checks { // a check was taken since
		return m.play(msg.owner, msg.Play)
	}
	blocked := m.gate.finding.Blocks()
	if m = m.holding(msg.finding.Finding); m.gate.finding.Blocks() {
		m, stood := m.stand(!blocked)
		m.gate.withheld = withheld{msg.Play, m.top().id, m.env.Now}
		return m, stood
	}
	return m.follow(msg.Play)
}

// goOn plays what the screen on top stood in the way of, or shows the screen below.
// A cramp went on meanwhile.
func (m root) goOn() (root, tea.Cmd) {
	was := m.gate.withheld
	if m.gate.withheld = (withheld{}); was.by != m.top().id {
		return m.back()
	}
	if p := was.Ready; p != nil && p.Plan.Onset != nil {
		later := *p
		later.Began += m.env.Now.Mono - was.at.Mono
		was.Ready = &later
	}
	return m.play(was.by, was.Play)
}

// follow has a routine followed. It takes the place of the check that stood in its
// way and, on the same visit, of the player.
func (m root) follow(r screen.Play) (root, tea.Cmd) {
	var closed tea.Cmd
	for m.top().page == playerPage || m.top().page == flagsPage {
		gone, also := m.closeTop()
		m, closed = gone, tea.Batch(closed, also)
	}
	v := visit.New(m.config.Tolerance)
	if r.Visit != nil {
		v = *r.Visit
	} else if m.config.Begin != nil && len(m.stack) == 0 {
		v = v.WithUnfinished(m.config.Unfinished)
	}
	p, effect := player.New(m.services, v, *r.Ready, m.env)
	m, shown := m.push(playerPage, p)
	m, begun := m.do(m.top().id, effect)
	return m, tea.Batch(closed, shown, begun)
}
