package term

import (
	"bytes"
	"fmt"
	"image/color"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// output is the terminal as the framework sees it. A write never blocks: it is
// queued, and one goroutine, that of drain, hands it on. So a terminal that has stopped
// reading stops nothing else, and a key can still end the program.
type output struct {
	*os.File // for its descriptor

	mu     sync.Mutex
	change *sync.Cond
	queue  []byte
	pen    Pen

	form     func([]byte) []byte // in which it shows what is written
	pictures pictures
	writing  bool
	broken   error  // the terminal is gone
	painted  bool   // the first frame stands, the framework's has not come yet
	outside  bool   // our screen was left, or not entered yet
	later    []byte // what was written since then, for when it is entered again
	over     bool   // nothing more is wanted of the framework
	titled   bool   // the window's title was put aside
	taskbar  bool   // it shows, or showed, how far one has come
	gaveBack bool   // the title was given back, though the terminal may not have read it
}

func newOutput(f *os.File, form func([]byte) []byte) *output {
	o := &output{File: f, outside: true, form: form}
	o.change = sync.NewCond(&o.mu)
	return o
}

// Write queues b. It fails once the terminal is gone. Outside of our screen nothing
// is written: the shell would read what the terminal answers.
func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n := len(b)
	enters := bytes.Contains(b, []byte(ansi.SetModeAltScreenSaveCursor))
	switch {
	case o.broken != nil:
		return 0, o.broken
	case o.over:
		return n, nil
	case enters && o.painted:
		b = o.takeOver(b)
	case enters:
		b, o.later = slices.Concat(b, o.later), nil
	case o.outside:
		o.later = append(o.later, b...)
		return n, nil
	}
	o.outside = bytes.LastIndex(b, []byte(ansi.ResetModeAltScreenSaveCursor)) > bytes.LastIndex(b, []byte(ansi.SetModeAltScreenSaveCursor))
	o.taskbar = o.taskbar || bytes.Contains(b, []byte(progressBar))
	o.push(o.pen.Terse(o.form(o.pictures.with(b))))
	return n, nil
}

// progressBar is how what is told to the taskbar begins.
const progressBar = "\x1b]9;4;"

// push queues what is written, whatever it is. The output is locked.
func (o *output) push(b []byte) {
	o.queue = append(o.queue, b...)
	o.change.Broadcast()
}

// takeOver changes the framework's first frame: the alternate screen is
// entered already, and the redraw over our own frame must not be seen.
func (o *output) takeOver(b []byte) []byte {
	o.painted = false
	b = bytes.Replace(b, []byte(ansi.SetModeAltScreenSaveCursor), nil, 1)
	return []byte(ansi.SetModeSynchronizedOutput + string(b) + ansi.ResetModeSynchronizedOutput)
}

// paintFirst paints a frame before the framework does, which wakes only a frame
// later. The screen is cleared in the style of a blank cell.
func (o *output) paintFirst(v tea.View, blank string, profile colorprofile.Profile) {
	var frame bytes.Buffer
	w := colorprofile.Writer{Forward: &frame, Profile: profile}
	frame.WriteString(pushTitle + ansi.SetModeSynchronizedOutput)
	// The colours are set before the screen is cleared, so that a night on a
	// white terminal begins without a flash of white.
	if v.BackgroundColor != nil {
		frame.WriteString(ansi.SetForegroundColor(hex(v.ForegroundColor)) + ansi.SetBackgroundColor(hex(v.BackgroundColor)))
	}
	// The style comes after: with the cursor the terminal saves its style, which the
	// shell would get back.
	frame.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable)
	style, _, _ := strings.Cut(blank, " ")
	_, _ = w.WriteString(style)
	frame.WriteString(ansi.EraseEntireScreen + ansi.CursorHomePosition)
	_, _ = w.WriteString(strings.ReplaceAll(v.Content, "\n", "\r\n"))
	frame.WriteString(ansi.ResetStyle + ansi.ResetModeSynchronizedOutput)
	_, _ = o.Write(frame.Bytes())
	o.titled = true
	o.painted = true // the framework, which writes next, has not started yet
}

// hex writes a colour the way a terminal is told.
func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// mostAtOnce is how many bytes are handed on in one write: a usual frame. What is
// left of a write that waits can't be taken back, and must not fill the room that
// leave makes for the way out.
const mostAtOnce = 16 << 10

// drain hands the queue on, as long as there is a terminal.
func (o *output) drain() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for {
		for len(o.queue) == 0 {
			o.change.Wait()
		}
		b := o.queue[:min(len(o.queue), mostAtOnce)]
		o.queue, o.writing = o.queue[len(b):], true
		o.mu.Unlock()
		_, err := o.File.Write(b)
		o.mu.Lock()
		o.writing = false
		o.change.Broadcast()
		if err != nil {
			o.broken, o.queue = err, nil
			return
		}
	}
}

// flushed waits until everything is written, for flushTimeout at most.
func (o *output) flushed() bool {
	late := false
	timer := time.AfterFunc(flushTimeout, func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		late = true
		o.change.Broadcast()
	})
	defer timer.Stop()
	o.mu.Lock()
	defer o.mu.Unlock()
	for o.broken == nil && (len(o.queue) > 0 || o.writing) {
		if late {
			return false
		}
		o.change.Wait()
	}
	return true
}

// leaveScreen undoes every mode the program may have set.
const leaveScreen = ansi.ResetModeSynchronizedOutput + ansi.ResetModeBracketedPaste + ansi.ResetModeFocusEvent +
	ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetForegroundColor + ansi.ResetBackgroundColor + ansi.ResetModifyOtherKeys + popKittyKeyboard + ansi.ResetStyle +
	ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable

// The title that the window had is put aside, and brought back.
const (
	pushTitle = "\x1b[22;2t"
	popTitle  = "\x1b[23;2t"
)

// popKittyKeyboard takes back what the framework asked of the Kitty keyboard
// protocol.
const popKittyKeyboard = "\x1b[<1u"

// flushTimeout is how long output may take to drain.
const flushTimeout = 500 * time.Millisecond

// end takes nothing more of the framework.
func (o *output) end() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.over = true
}

// close waits a little for the last output. A terminal that does not read gets
// what it has not read taken back, and the way out of our modes instead; so does
// one whose screen the framework has not left.
func (o *output) close() {
	o.mu.Lock()
	outside := o.outside
	o.mu.Unlock()
	if !o.flushed() || !outside {
		o.leave()
		return
	}
	o.mu.Lock()
	o.giveBack()
	o.mu.Unlock()
	_ = o.flushed() // nobody waits longer for a title
}

// giveBack gives the window's title back, and takes from the taskbar what it
// shows: elsewhere that would be a notification. The output is locked.
func (o *output) giveBack() {
	if o.taskbar {
		o.push([]byte(ansi.ResetProgressBar))
	}
	if o.titled {
		o.push([]byte(popTitle))
		o.gaveBack = true
	}
	o.taskbar, o.titled = false, false
}

// leave undoes every mode, after what was written before, or instead of it.
func (o *output) leave() {
	if !o.flushed() {
		o.mu.Lock()
		o.queue = nil
		o.titled = o.titled || o.gaveBack
		o.mu.Unlock()
		discard(o.File)
	}
	o.mu.Lock()
	if o.broken == nil { // else nobody is left to tell
		o.push(append(o.pictures.forget(), leaveScreen...))
		o.giveBack()
	}
	o.outside, o.pen = true, Pen{}
	o.mu.Unlock()
	o.flushed()
}
