package term

import (
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/x/vt"
)

func TestPen(t *testing.T) {
	for _, tt := range []struct {
		name     string
		in, want []string // what is written after each other
	}{
		{"plain", []string{"plain\n"}, []string{"plain\n"}},
		{"the same style further down", []string{"\x1b[1ma\x1b[m\n\x1b[5G\x1b[1mé\x1b[m"}, []string{"\x1b[1ma\n\x1b[5Gé"}},
		{"and with the next frame", []string{"\x1b[?2026h\x1b[1ma\x1b[m\x1b[?2026l", "\x1b[2;3H\x1b[1mb\x1b[m"}, []string{"\x1b[?2026h\x1b[1ma\x1b[?2026l", "\x1b[2;3Hb"}},
		{"another style", []string{"\x1b[1ma\x1b[0m\x1b[5G\x1b[31mb"}, []string{"\x1b[1ma\x1b[5G\x1b[m\x1b[31mb"}},
		{"more of it", []string{"\x1b[1ma\x1b[31mb"}, []string{"\x1b[1ma\x1b[31mb"}},
		{"what is erased takes the colours", []string{"\x1b[1ma\x1b[m\x1b[K"}, []string{"\x1b[1ma\x1b[m\x1b[K"}},
		{"what scrolls does", []string{"\x1b[1ma\x1b[m", "\x1b[9;1H\nb"}, []string{"\x1b[1ma", "\x1b[9;1H\x1b[m\nb"}},
		{"our screen is left", []string{"\x1b[1ma\x1b[m", "\x1b[24;1H\x1b[?1049l"}, []string{"\x1b[1ma", "\x1b[24;1H\x1b[m\x1b[?1049l"}},
		{"no style", []string{"\x1b]11;#0b0704\x07\x1b[>4;2m\x1b[?4m"}, []string{"\x1b]11;#0b0704\x07\x1b[>4;2m\x1b[?4m"}},
	} {
		var p Pen
		for i, in := range tt.in {
			if got := string(p.Terse([]byte(in))); got != tt.want[i] {
				t.Errorf("%s: %q becomes %q, want %q", tt.name, in, got, tt.want[i])
			}
		}
	}
}

// TestTerseLooksTheSame draws whatever the framework may write, as it is and in fewer
// bytes, on two screens.
func TestTerseLooksTheSame(t *testing.T) {
	pieces := []string{
		"\x1b[m", "\x1b[m", "\x1b[m", "\x1b[1m", "\x1b[22m", "\x1b[38;2;9;8;7;48;2;1;2;3m", "\x1b[48;2;70;0;0m", "\x1b[39m", "\x1b[7m",
		"ab", "é", "▀▀", " ", "\n", "\r", "\x1b[4G", "\x1b[2;3H", "\x1b[C", "\x1b[A", "\x1b[K", "\x1b[X", "\x1b[L", "\x1b[2M", "\x1bM", "\x1b[?2026h",
	}
	dice := rand.New(rand.NewPCG(14, 1))
	const wide, high, frames = 9, 40, 3 // so high that no line feed comes to the bottom
	for range 200 {
		plain, terse, written := vt.NewEmulator(wide, high), vt.NewEmulator(wide, high), ""
		var p Pen
		for range frames {
			frame := ""
			for range 12 {
				frame += pieces[dice.IntN(len(pieces))]
			}
			frame += "x\x1b[m"
			_, _ = plain.WriteString(frame)
			_, _ = terse.Write(p.Terse([]byte(frame)))
			written += frame
		}
		for y := range high {
			for x := range wide {
				if one, other := plain.CellAt(x, y), terse.CellAt(x, y); !one.Equal(other) {
					t.Fatalf("%q: at %d, %d is %+v, and in fewer bytes %+v", written, x, y, one, other)
				}
			}
		}
	}
}
