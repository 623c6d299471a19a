// Package look is how all screens look, and what the terminal has told of itself.
// Nothing here waits for the terminal: what it hasn't answered isn't used.
package look

import (
	"image"
	"image/color"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
)

// Look is what a person asked for, and what the terminal can do. Make it with [On].
type Look struct {
	Asked    screen.SetLook
	Progress bool   // the taskbar shows how far one has come
	notifies string // the sequence by which the terminal notifies: 9, 99 or 777
	surface  theme.Surface
	answered bool // the terminal has told its background
	minutes  int  // by day at whose end it was asked again
	images   term.Images
	shows    bool        // the terminal has answered that it shows images
	queried  bool        // it was asked for that, by settings that no longer hold
	cell     image.Point // how large it is, in pixels
}

// backgrounds are those of a terminal that its environment tells something of.
var backgrounds = map[term.Ground]color.Color{term.Dark: theme.DarkBackground, term.Light: theme.LightBackground}

// usualCell is how large a cell is taken to be where the terminal doesn't tell.
var usualCell = image.Pt(10, 20)

// On is how a terminal of some abilities is drawn on.
func On(a term.Abilities) Look {
	return Look{
		Progress: a.Progress, notifies: a.Notifies, images: a.Images, cell: usualCell,
		surface: theme.Surface{
			Background: backgrounds[a.Ground], Fixed: a.FixedColours, Few: a.FewColours, ASCII: a.ASCII, Blocks: a.Blocks,
		},
	}
}

// Theme is the theme by day or at night.
func (l Look) Theme(night bool) theme.Theme {
	on := l.surface
	if l.Asked.Figures == theme.FigureLetters {
		on.Blocks = "ascii"
	}
	t := theme.For(l.Asked.Theme, night, on)
	if l.shows && l.wantsImages() {
		t.Pixels = l.cell
	}
	return t
}

// Use has settings hold. Where images are wanted for the first time by now, the terminal
// is asked whether it shows them.
func (l Look) Use(asked screen.SetLook) (Look, tea.Cmd) {
	l.queried = l.queried || l.askImages() != nil // at the start, or by an earlier change
	if l.Asked = asked; l.queried {
		return l, nil
	}
	return l, l.askImages()
}

func (l Look) wantsImages() bool {
	return l.Asked.Figures != theme.FigureCells && l.Asked.Figures != theme.FigureLetters
}

// Still reports whether figures keep still in a theme: where they are to, or are made
// of letters.
func (l Look) Still(t theme.Theme) bool { return l.Asked.Still || t.Lettered() }

// Ask asks the terminal, without waiting, for all that it is ever asked for once.
func (l Look) Ask(night bool) tea.Cmd { return tea.Batch(l.askBackground(night), l.askImages()) }

// askBackground asks for the background by day, when it is the terminal's own.
func (l Look) askBackground(night bool) tea.Cmd {
	if l.Theme(night).Name != string(theme.ChooseDay) || l.answered {
		return nil
	}
	return tea.RequestBackgroundColor
}

// Minute asks for the background again when it has turned day, for a minute or two:
// the night may not have been off the screen yet when it was asked at first.
func (l Look) Minute(night bool) (Look, tea.Cmd) {
	ask := l.askBackground(night)
	if ask == nil || l.minutes == 2 {
		return l, nil
	}
	l.minutes++
	return l, ask
}

// askImages asks whether it shows images: where that is likely, or images are asked
// for. Nothing else may have the screen.
func (l Look) askImages() tea.Cmd {
	likely := l.images == term.LikelyImages && l.wantsImages()
	if !likely && (l.Asked.Figures != theme.FigureImages || l.images == term.NoImages) {
		return nil
	}
	return tea.Raw(term.AskPictures)
}

// Answered takes what may be an answer of the terminal; false: it is none.
func (l Look) Answered(msg tea.Msg) (Look, bool) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		if msg.Color != nil && !theme.IsNights(msg.Color) {
			l.surface.Background, l.answered = msg.Color, true
		}
	case uv.KittyGraphicsEvent:
		if msg.Options.ID == term.PictureQuery && string(msg.Payload) == "OK" {
			l.shows = true
		}
	case uv.CellSizeEvent:
		if msg.Width > 0 && msg.Height > 0 {
			l.cell = image.Pt(msg.Width, msg.Height)
		}
	default:
		return l, false
	}
	return l, true
}

// Frame is a frame of w columns as it is written, with the figures on it.
func (l Look) Frame(content string, figures *gallery.Gallery, t theme.Theme, w int) string {
	frame, pictures := figures.Pictures(content)
	frame = t.Painted(frame, w)
	if !l.shows {
		return frame
	}
	list := make([]term.Picture, len(pictures))
	for i, p := range pictures {
		list[i] = term.Picture(p)
	}
	return term.ShowPictures(frame, list)
}

// Notify has the terminal notify a person; nil: it isn't known to.
func (l Look) Notify(title, text string) tea.Cmd {
	sequences := map[string]string{
		"9":   ansi.Notify(title + ": " + text),
		"99":  "\x1b]99;;" + title + ": " + text + "\x1b\\",
		"777": "\x1b]777;notify;" + title + ";" + text + "\x07",
	}
	if s, ok := sequences[l.notifies]; ok {
		return tea.Raw(s)
	}
	return nil
}
