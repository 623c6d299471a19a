package term

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// shelf is a terminal that shows images, as far as their protocol goes.
type shelf struct {
	t      *testing.T
	images map[string]string // by their numbers
	placed map[string]string // where each of those that are shown stands
	more   string            // the number of an image that is still coming
}

var graphics = regexp.MustCompile(`(?:\x1b\[(\d*);?(\d*)H)?\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\`)

// take does what is written.
func (s *shelf) take(written []byte) {
	s.t.Helper()
	for _, m := range graphics.FindAllStringSubmatch(string(written), -1) {
		keys := map[string]string{}
		for pair := range strings.SplitSeq(m[3], ",") {
			name, value, _ := strings.Cut(pair, "=")
			keys[name] = value
		}
		id := keys["i"]
		if id == "" {
			id = s.more
		}
		switch keys["a"] {
		case "t", "": // a piece of an image
			s.images[id] += m[4]
			s.more = id
		case "p":
			if s.images[id] == "" {
				s.t.Errorf("%s is put, and wasn't sent", id)
			}
			s.placed[id] = strings.Join([]string{cmp.Or(m[1], "1"), cmp.Or(m[2], "1"), keys["c"], keys["r"]}, " ")
		case "d":
			delete(s.placed, id)
			if keys["d"] == "I" {
				delete(s.images, id)
			}
		}
		if keys["q"] != "2" && keys["a"] != "" {
			s.t.Errorf("%q wants an answer", m[0])
		}
	}
}

// shows are the images on the screen by what is in them, and where they stand.
func (s *shelf) shows() (list []string) {
	for id, at := range s.placed {
		data, err := base64.StdEncoding.DecodeString(s.images[id])
		if err != nil {
			s.t.Error(err)
		}
		list = append(list, string(data[:min(len(data), 5)])+" at "+at)
	}
	slices.Sort(list)
	return list
}

// stage draws frames as the framework does, and writes them to a shelf.
type stage struct {
	shelf
	renderer *uv.TerminalRenderer
	drawn    bytes.Buffer
	cells    uv.ScreenBuffer
	pictures pictures
	written  []byte
}

func newStage(t *testing.T) *stage {
	s := &stage{shelf: shelf{t: t, images: map[string]string{}, placed: map[string]string{}}, cells: uv.NewScreenBuffer(30, 6)}
	s.renderer = uv.NewTerminalRenderer(&s.drawn, []string{"TERM=xterm-kitty"})
	s.renderer.SetColorProfile(colorprofile.TrueColor)
	s.renderer.SetFullscreen(true)
	s.renderer.SetScrollOptim(true)
	s.pictures.data = func(id int) []byte {
		if id == 0 {
			return nil
		}
		return bytes.Repeat([]byte("pose"+string(rune('0'+id))), 2000) // more than one piece
	}
	return s
}

// draw draws a frame with pictures on it.
func (s *stage) draw(frame string, list ...Picture) {
	s.t.Helper()
	s.cells.Clear()
	uv.NewStyledString(ShowPictures(frame, list)).Draw(s.cells, s.cells.Bounds())
	s.renderer.Render(s.cells.RenderBuffer)
	_ = s.renderer.Flush()
	s.written = s.pictures.with(bytes.Clone(s.drawn.Bytes()))
	s.drawn.Reset()
	s.take(s.written)
	if bytes.Contains(s.written, []byte(pictureLink)) {
		s.t.Errorf("the terminal is told of images by %q", s.written)
	}
}

func (s *stage) requires(when string, want ...string) {
	s.t.Helper()
	if got := s.shows(); !slices.Equal(got, want) {
		s.t.Errorf("%s: %q are shown, want %q", when, got, want)
	}
}

func TestPicturesComeAndGoWithTheirFrame(t *testing.T) {
	s := newStage(t)
	one := Picture{ID: 1, X: 12, Y: 2, W: 9, H: 3}
	s.draw("\x1b[1mHold\x1b[m\n14")
	s.requires("before any")
	s.draw("\x1b[1mHold\x1b[m\n14", one)
	s.requires("with the first pose", "pose1 at 3 13 9 3")
	s.draw("\x1b[1mHold\x1b[m\n13", one)
	if bytes.Contains(s.written, []byte("\x1b_G")) || len(s.written) > 40 {
		t.Errorf("a second of a hold writes %q", s.written)
	}
	two := one
	two.ID = 2
	s.draw("\x1b[1mHold\x1b[m\n12", two)
	s.requires("with the next pose", "pose2 at 3 13 9 3")
	s.draw("\x1b[1mHold\x1b[m\n12", one, Picture{ID: 3, X: 0, Y: 0, W: 2, H: 1})
	s.requires("with two", "pose1 at 3 13 9 3", "pose3 at 1 1 2 1")
	if n := strings.Count(string(s.written), "a=t"); n != 1 {
		t.Errorf("%d images are sent for one that is new", n)
	}
	s.draw("\nKeys")
	s.requires("behind another screen")
	s.draw("Hold", Picture{ID: 0, X: 1, Y: 1, W: 2, H: 2})
	s.requires("with one that is forgotten")
}

// TestPicturesStayWhereTheyAre when the screen is cleared, as after a resize, and
// when lines are moved.
func TestPicturesStayWhereTheyAre(t *testing.T) {
	s := newStage(t)
	one := Picture{ID: 1, X: 12, Y: 2, W: 9, H: 3}
	s.draw("a\nb\nc\nd\ne\nf", one)
	s.placed = map[string]string{} // the terminal cleared it away
	s.renderer.Erase()
	s.draw("a\nb\nc\nd\ne\nf", one)
	s.requires("cleared", "pose1 at 3 13 9 3")
	for _, moved := range []string{"\x1b[3;1H\x1b[2L", "\x1b[M", "\x1b[S", "\x1b[3T", "\x1bM", "\x1b[H\x1b[2J"} {
		s.placed = map[string]string{}
		s.take(s.pictures.with([]byte(moved + "x")))
		s.requires(moved, "pose1 at 3 13 9 3")
	}
}

// TestNoPictureIsLeftBehind when our screen is left, for a while or for good, and the
// terminal holds a limited number of them.
func TestNoPictureIsLeftBehind(t *testing.T) {
	s := newStage(t)
	for id := 1; id < 3*mostSent; id++ {
		s.draw("Hold", Picture{ID: id, W: 3, H: 2})
		if s.requires("one after the other", s.shows()...); len(s.images) > mostSent+1 || len(s.placed) != 1 {
			t.Fatalf("%d images are held, %d shown", len(s.images), len(s.placed))
		}
	}
	left := s.pictures.with([]byte("\x1b[6;1H" + ansi.ResetModeAltScreenSaveCursor))
	if s.take(left); len(s.images) > 0 || len(s.placed) > 0 {
		t.Errorf("%d images are left behind", len(s.images))
	}
	if !bytes.HasSuffix(left, []byte(ansi.ResetModeAltScreenSaveCursor)) {
		t.Error("they are taken from the other screen")
	}
	s.renderer.Erase()
	s.draw("Hold", Picture{ID: 7, W: 3, H: 2})
	s.requires("back again", "pose7 at 1 1 3 2")
}

func TestWithoutPicturesNothingChanges(t *testing.T) {
	var p pictures
	for _, b := range []string{"", "plain", "\x1b]8;;https://example.org\x07x\x1b]8;;\x07", "\x1b[2J\x1b[?1049l"} {
		if got := string(p.with([]byte(b))); got != b {
			t.Errorf("%q becomes %q", b, got)
		}
	}
}
