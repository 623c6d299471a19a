package term

import (
	"bytes"
	"fmt"
	"image/color"
	"os"
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

	mu      sync.Mutex
	change  *sync.Cond
	queue   []byte
	writing bool
	broken  error // the terminal is gone
	painted bool  // the first frame stands, the framework's has not come yet
}

func newOutput(f *os.File) *output {
	o := &output{File: f}
	o.change = sync.NewCond(&o.mu)
	return o
}

// Write queues b. It fails once the terminal is gone.
func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.broken != nil {
		return 0, o.broken
	}
	n := len(b)
	if o.painted && bytes.Contains(b, []byte(ansi.SetModeAltScreenSaveCursor)) {
		b = o.takeOver(b)
	}
	o.queue = append(o.queue, b...)
	o.change.Broadcast()
	return n, nil
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
	frame.WriteString(ansi.SetModeSynchronizedOutput)
	// The colours are set before the screen is cleared, so that a night on a
	// white terminal begins without a flash of white.
	if v.BackgroundColor != nil {
		frame.WriteString(ansi.SetForegroundColor(hex(v.ForegroundColor)) + ansi.SetBackgroundColor(hex(v.BackgroundColor)))
	}
	style, _, _ := strings.Cut(blank, " ")
	_, _ = w.WriteString(style)
	frame.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.EraseEntireScreen + ansi.CursorHomePosition)
	_, _ = w.WriteString(strings.ReplaceAll(v.Content, "\n", "\r\n"))
	frame.WriteString(ansi.ResetStyle + ansi.ResetModeSynchronizedOutput)
	_, _ = o.Write(frame.Bytes())
	o.painted = true // the framework, which writes next, has not started yet
}

// hex writes a colour the way a terminal is told.
func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// drain hands the queue on, as long as there is a terminal.
func (o *output) drain() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for {
		for len(o.queue) == 0 {
			o.change.Wait()
		}
		b := o.queue
		o.queue, o.writing = nil, true
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

// popKittyKeyboard takes back what the framework asked of the Kitty keyboard
// protocol.
const popKittyKeyboard = "\x1b[<1u"

// flushTimeout is how long output may take to drain.
const flushTimeout = 500 * time.Millisecond

// close waits a little for the last output. A terminal that does not read gets
// what it has not read taken back, and the way out of our modes instead.
func (o *output) close() {
	if !o.flushed() {
		o.leave()
	}
}

// leave undoes every mode, after what was written before, or instead of it.
func (o *output) leave() {
	if !o.flushed() {
		o.mu.Lock()
		o.queue = nil
		o.mu.Unlock()
		discard(o.File)
	}
	_, _ = o.Write([]byte(leaveScreen)) // nobody is left to tell
	o.flushed()
}
