package figure

import (
	"image"
	"image/color"
)

// Colours are what the tones of an image are drawn in; that of [Empty] shows what
// lies behind.
type Colours [ToneCount]color.Color

// smooth is how many spots across and down make a pixel, so that edges are soft.
const smooth = 2

// Image draws a figure as an image of wide by high pixels.
func Image(f Figure, l Options, wide, high int, in Colours) *image.NRGBA {
	wide, high = max(wide, 0), max(high, 0)
	pic := Draw(f, l, wide*smooth, high*smooth, 1)
	img := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			img.SetNRGBA(x, y, in.blend(pic.block(x*smooth, y*smooth, smooth, smooth)))
		}
	}
	return img
}

// blend is a pixel of so many spots: their mean colour, as solid as there is
// something among them.
func (c Colours) blend(spots []Tone) color.NRGBA {
	var sum [3]uint32
	drawn := uint32(0)
	for _, t := range spots {
		if t == Empty {
			continue
		}
		r, g, b, _ := c[t].RGBA()
		sum[0], sum[1], sum[2], drawn = sum[0]+r>>8, sum[1]+g>>8, sum[2]+b>>8, drawn+1
	}
	if drawn == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(sum[0] / drawn), uint8(sum[1] / drawn), uint8(sum[2] / drawn), uint8(drawn * 0xff / uint32(len(spots)))}
}
