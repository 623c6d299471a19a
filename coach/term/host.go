package term

import tea "charm.land/bubbletea/v2"

// Exit codes of a program that was ended from outside.
const (
	codeFault       = 1
	codeHungUp      = 129
	codeInterrupted = 130
)

// host is the program that the framework runs: it keeps what concerns the
// terminal to itself, and hands everything else to the model.
type host struct {
	model         tea.Model
	size          func() (width, height int, err error)
	width, height int
	suspend       func()         // stops the process, as ctrl-z does
	wait          func()         // until the terminal may be taken back
	ending        func(code int) // called once it is known that the program ends
	code          int
	fault         *Fault
}

// endMsg asks the program to end.
type endMsg int

// stopMsg asks the process to stop, as ctrl-z does.
type stopMsg struct{}

// stoppedMsg says that something else stopped the process, and let it go on.
type stoppedMsg struct{}

// Init starts the model, and looks at the size again.
func (h *host) Init() tea.Cmd { return tea.Batch(h.model.Init(), h.lookAgain()) }

// Update takes what concerns the terminal; the rest is the model's.
func (h *host) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd, ours := h.taken(msg)
	if !ours {
		h.model, cmd = h.model.Update(msg)
	}
	return h, cmd
}

// taken takes a message that concerns the terminal alone.
func (h *host) taken(msg tea.Msg) (cmd tea.Cmd, ours bool) {
	switch msg := msg.(type) {
	case sizeMsg:
		return h.resized(msg), true
	case stopMsg:
		return h.whileReleased(h.suspend), true
	case stoppedMsg:
		return h.whileReleased(func() {}), true // what stopped it left the terminal in another state
	case *Fault:
		h.fault = msg
		return h.end(codeFault), true
	case endMsg:
		return h.end(int(msg)), true
	case tea.KeyPressMsg:
		return h.pressed(msg.String())
	case tea.WindowSizeMsg:
		h.width, h.height = msg.Width, msg.Height
	}
	return nil, false
}

// pressed obeys the keys that a terminal obeys by itself where it is not raw.
func (h *host) pressed(key string) (cmd tea.Cmd, ours bool) {
	switch key {
	case "ctrl+c":
		return h.end(codeInterrupted), true
	case "ctrl+z":
		return h.whileReleased(h.suspend), true
	}
	return nil, false
}

// end leaves the program; the watchdog sees to it that it does.
func (h *host) end(code int) tea.Cmd {
	h.code = code
	h.ending(code)
	return tea.Quit
}

// filter sees that the model ends the program by itself, and what was no UTF-8.
func (h *host) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ends := msg.(tea.QuitMsg); ends {
		h.ending(h.code)
	}
	return unmarked(msg)
}

// View draws the model.
func (h *host) View() tea.View { return h.model.View() }
