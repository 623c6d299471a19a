package figure

import (
	"image"
	"image/color"
)

// Colours are what the tones of an image are drawn in; that of [Empty] shows what
// lies behind.
type Colours [ToneCount]color.Color

// solid are the colours as those of pixels.
func (c Colours) solid() (pixels [ToneCount]color.NRGBA) {
	for tone := Thing; int(tone) < ToneCount; tone++ {
		r, g, b, _ := c[tone].RGBA()
		pixels[tone] = color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
	}
	return pixels
}

// smooth is how many spots across and down make a pixel, so that edges are soft.
const smooth = 2

// Image draws a figure as an image of wide by high pixels.
func Image(f Figure, l Options, wide, high int, in Colours) *image.NRGBA {
	wide, high = max(wide, 0), max(high, 0)
	pic := Draw(f, l, wide*smooth, high*smooth, 1)
	img := image.NewNRGBA(image.Rect(0, 0, wide, high))
	solid := in.solid()
	for y := range high {
		for x := range wide {
			at := y*smooth*pic.Wide + x*smooth
			a, b, c, d := pic.Tones[at], pic.Tones[at+1], pic.Tones[at+pic.Wide], pic.Tones[at+pic.Wide+1]
			pixel := solid[a]
			if a != b || a != c || a != d {
				pixel = blend(solid[a], solid[b], solid[c], solid[d])
			}
			img.SetNRGBA(x, y, pixel)
		}
	}
	return img
}

// blend is a pixel of so many spots: their mean colour, as solid as there is
// something among them.
func blend(spots ...color.NRGBA) color.NRGBA {
	var r, g, b, drawn uint32
	for _, s := range spots {
		if s.A > 0 {
			r, g, b, drawn = r+uint32(s.R), g+uint32(s.G), b+uint32(s.B), drawn+1
		}
	}
	if drawn == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r / drawn), uint8(g / drawn), uint8(b / drawn), uint8(drawn * 0xff / uint32(len(spots)))}
}
