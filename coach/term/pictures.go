package term

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// Picture is where an image stands on the screen, in cells from the upper left. Its
// ID is for good: another image has another.
type Picture struct{ ID, X, Y, W, H int }

// AskPictures asks a terminal, by the graphics protocol of kitty, whether it shows
// images, and how large its cells are. Its answer has the ID [PictureQuery].
const AskPictures = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + "\x1b[16t"

// PictureQuery is the ID of what [AskPictures] asks with.
const PictureQuery = 31

// ShowPictures is a frame along with the images on it. They are told to the output
// by the link of the first cell, which the framework draws whenever it is another
// one, or the screen was cleared: so they come and go with the frame itself. Once
// there was an image, a frame without any has to say so, too.
func ShowPictures(frame string, list []Picture) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = fmt.Sprintf("%d,%d,%d,%d,%d", p.ID, p.X, p.Y, p.W, p.H)
	}
	at, cell := firstCell(frame)
	rest := frame[at+len(cell):]
	return frame[:at] + ansi.SetHyperlink(pictureLink+strings.Join(words, "/")) + cmp.Or(cell, " ") + ansi.ResetHyperlink() + rest
}

// pictureLink begins the link that tells of images.
const pictureLink = "uncramp-pictures:"

// firstCell is the first cell of a frame, and where it begins; empty: its first line
// is.
func firstCell(frame string) (at int, cell string) {
	for at < len(frame) && frame[at] == ansi.ESC {
		_, _, n, _ := ansi.DecodeSequence(frame[at:], ansi.NormalState, nil)
		at += n
	}
	if at == len(frame) || frame[at] == '\n' {
		return at, ""
	}
	cell, _ = ansi.FirstGraphemeCluster(frame[at:], ansi.GraphemeWidth)
	return at, cell
}

// pictures are the images that a terminal holds, and those that it shows.
type pictures struct {
	data  func(id int) []byte // the image as PNG; nil: it isn't to be had any more
	sent  map[int]bool
	shown []Picture
}

// toldPictures finds what tells of images.
var toldPictures = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\x1b\]8;[^;]*;` + pictureLink + `([^\x07\x1b]*)(?:\x07|\x1b\\)`)
})

// losesPictures finds what else moves or removes images: the screen is cleared, or lines
// are put in, taken out, or moved.
var losesPictures = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b\[2J|\x1b\[\d*[LMST]|\x1bM`) })

// mostSent is how many images a terminal holds for us at most.
const mostSent = 48

// with returns what is written along with what the images on it need.
func (p *pictures) with(b []byte) []byte {
	if p.sent == nil && !bytes.Contains(b, []byte(pictureLink)) {
		return b
	}
	told := toldPictures().FindAllSubmatch(b, -1)
	b = toldPictures().ReplaceAll(b, nil)
	var images bytes.Buffer
	switch {
	case told != nil:
		p.show(parsePictures(string(told[len(told)-1][1])), &images)
	case len(p.shown) > 0 && losesPictures().Match(b):
		p.put(p.shown, &images)
	}
	if out := bytes.Index(b, []byte(ansi.ResetModeAltScreenSaveCursor)); out >= 0 {
		return bytes.Join([][]byte{b[:out], p.forget(), b[out:]}, nil)
	}
	if end := []byte(ansi.ResetModeSynchronizedOutput); bytes.HasSuffix(b, end) {
		return bytes.Join([][]byte{bytes.TrimSuffix(b, end), images.Bytes(), end}, nil)
	}
	return append(b, images.Bytes()...)
}

func parsePictures(words string) (list []Picture) {
	for word := range strings.SplitSeq(words, "/") {
		var p Picture
		if n, _ := fmt.Sscanf(word, "%d,%d,%d,%d,%d", &p.ID, &p.X, &p.Y, &p.W, &p.H); n == 5 {
			list = append(list, p)
		}
	}
	return list
}

// show has these images on the screen, and no other ones.
func (p *pictures) show(list []Picture, out *bytes.Buffer) {
	if p.sent == nil {
		p.sent = map[int]bool{}
	}
	stays := map[int]bool{}
	for _, image := range list {
		stays[image.ID] = p.send(image.ID, out)
	}
	p.put(list, out)
	for id := range p.sent {
		switch {
		case stays[id]:
		case len(p.sent) > mostSent:
			out.Write(command("a=d,d=I,i=%d", number(id)))
			delete(p.sent, id)
		case slices.ContainsFunc(p.shown, func(shown Picture) bool { return shown.ID == id }):
			out.Write(command("a=d,d=i,i=%d", number(id)))
		}
	}
	p.shown = list
}

// put shows images that were sent, each where it stands, above the ground of its
// cells and below their characters.
func (p *pictures) put(list []Picture, out *bytes.Buffer) {
	if len(list) == 0 {
		return
	}
	out.WriteString(ansi.SaveCursor)
	for _, i := range list {
		if p.sent[i.ID] {
			out.WriteString(ansi.CursorPosition(i.X+1, i.Y+1))
			out.Write(command("a=p,i=%d,p=1,c=%d,r=%d,C=1", number(i.ID), i.W, i.H))
		}
	}
	out.WriteString(ansi.RestoreCursor)
}

// piece is how much of an image is sent at once.
const piece = 4096

// send hands an image to the terminal, which shows it only when it is put
// somewhere. It reports whether the terminal has it.
func (p *pictures) send(id int, out *bytes.Buffer) bool {
	if p.sent[id] {
		return true
	}
	data := base64.StdEncoding.EncodeToString(p.data(id))
	if data == "" {
		return false
	}
	header := fmt.Sprintf("a=t,t=d,f=100,i=%d,q=2,", number(id))
	for len(data) > piece {
		out.WriteString("\x1b_G" + header + "m=1;" + data[:piece] + "\x1b\\")
		data, header = data[piece:], ""
	}
	out.WriteString("\x1b_G" + header + "m=0;" + data + "\x1b\\")
	p.sent[id] = true
	return true
}

// forget takes all images from the terminal.
func (p *pictures) forget() (out []byte) {
	for id := range p.sent {
		out = append(out, command("a=d,d=I,i=%d", number(id))...)
	}
	p.sent, p.shown = nil, nil
	return out
}

// number is what an image is called: other programs may number their own from 1.
func number(id int) int { return 0x75630000 + id }

// command is one of the graphics protocol that isn't answered.
func command(format string, values ...any) []byte {
	return fmt.Appendf(nil, "\x1b_G"+format+",q=2\x1b\\", values...)
}
