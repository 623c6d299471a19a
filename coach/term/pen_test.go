package term

import (
	"math/rand/v2"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

func TestPen(t *testing.T) {
	long := strings.Repeat("a", shortWrite+1)
	for _, tt := range []struct {
		name     string
		in, want []string // what is written after each other
	}{
		{"plain", []string{"plain\n"}, []string{"plain\n"}},
		{"the same style further down", []string{"\x1b[1ma\x1b[m\n\x1b[5G\x1b[1mé\x1b[m"}, []string{"\x1b[1ma\n\x1b[5Gé"}},
		{
			"and with the next frame", []string{"\x1b[?2026h\x1b[1m" + long + "\x1b[m\x1b[?2026l", "\x1b[2;3H\x1b[1mb\x1b[m"},
			[]string{"\x1b[?2026h\x1b[1m" + long + "\x1b[?2026l", "\x1b[2;3Hb"},
		},
		{"another style", []string{"\x1b[1ma\x1b[0m\x1b[5G\x1b[31mb"}, []string{"\x1b[1ma\x1b[5G\x1b[0;31mb"}},
		{"what is repeated", []string{"\x1b[1ma\x1b[m \x1b[6b4"}, []string{"\x1b[1ma \x1b[6b\x1b[m4"}},
		{"more of it", []string{"\x1b[1ma\x1b[31mb"}, []string{"\x1b[1ma\x1b[31mb"}},
		{
			"another colour", []string{"\x1b[1;31;48;2;1;2;3ma\x1b[m\n\x1b[32;48;2;1;2;3;1mb"},
			[]string{"\x1b[31;48;2;1;2;3;1ma\n\x1b[32mb"},
		},
		{"nothing but one colour", []string{"\x1b[1;31;48;5;17ma\x1b[m\x1b[31mb"}, []string{"\x1b[31;48;5;17;1ma\x1b[0;31mb"}},
		{"one of two weights", []string{"\x1b[1;2ma\x1b[m\x1b[1mb"}, []string{"\x1b[1;2ma\x1b[0;1mb"}},
		{"a blank has the ground's", []string{"\x1b[31;44ma\x1b[32;44m  \x1b[K\x1b[32;44mb"}, []string{"\x1b[31;44ma  \x1b[K\x1b[32mb"}},
		{"but a line has its own", []string{"\x1b[31;44ma\x1b[32;44;4m  "}, []string{"\x1b[31;44ma\x1b[32;4m  "}},
		{"what is erased takes the ground", []string{"\x1b[44ma\x1b[m\x1b[K"}, []string{"\x1b[44ma\x1b[m\x1b[K"}},
		{"what scrolls does", []string{"\x1b[44ma\x1b[m", "\x1b[9;1H\nb"}, []string{"\x1b[44ma", "\x1b[9;1H\x1b[m\nb"}},
		{"what may be scrolled is named", []string{"\x1b[44ma\x1b[m", "\x1b[2;5r\x1b[2;1H\x1bM\x1b[r"}, []string{"\x1b[44ma", "\x1b[2;5r\x1b[2;1H\x1b[m\x1bM\x1b[r"}},
		{"down from the top", []string{"\x1b[44ma\x1b[m", "\x1b[H\n\n\x1b[44mb"}, []string{"\x1b[44ma", "\x1b[H\n\nb"}},
		{"blanks that are not passed", []string{"\x1b[44ma       \x1b[m\n\x1b[G\x1b[44mb", "       \x1b[2;3Hc"}, []string{"\x1b[44ma\x1b[7X\n\x1b[Gb", "\x1b[7X\x1b[2;3Hc"}},
		{"blanks that are", []string{"       b", "       \n", "       \nb", "\x1b[7m       \x1b[G"}, []string{"       b", "       \n", "       \nb", "\x1b[7m       \x1b[G"}},
		{"too short to be seen in part", []string{"\x1b[?2026h\x1b[Ga\x1b[?2026l"}, []string{"\x1b[Ga"}},
		{"the window's name", []string{"\x1b[1ma\x1b[m\x1b]2;name\a\x1b[1mb"}, []string{"\x1b[1ma\x1b]2;name\ab"}},
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
		"\x1b[m", "\x1b[m", "\x1b[0;31m", "\x1b[1m", "\x1b[2m", "\x1b[4;9m",
		"\x1b[24;3m", "\x1b[29m", "\x1b[27;23m", "\x1b[48;5;17;95m", "\x1b[49;58;5;3m", "\x1b[;102;4:3m",
		"\x1b[22m", "\x1b[38;2;9;8;7;48;2;1;2;3m", "\x1b[48;2;70;0;0m", "\x1b[39m", "\x1b[7m",
		"ab", "é", "▀▀", " ", "\r       ", "\r       \x1b[4G", "\n", "\r", "\x1b[4G", "\x1b[2;3H", "\x1b[C", "\x1b[A", "\x1b[K", "\x1b[X", "\x1b[L", "\x1b[2M", "\x1bM", "\x1b[H\n", "\x1b[?2026h",
	}
	dice := rand.New(rand.NewPCG(14, 1))
	const wide, high, frames = 9, 40, 3 // so high that no line feed comes to the bottom
	for range 300 {
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
				if one, other := seen(plain.CellAt(x, y)), seen(terse.CellAt(x, y)); !one.Equal(other) {
					t.Fatalf("%q: at %d, %d is %+v, and in fewer bytes %+v", written, x, y, one, other)
				}
			}
		}
	}
}

// seen is a cell as far as it can be seen: of a blank one without a line, the ground.
func seen(c *uv.Cell) *uv.Cell {
	if c.Content != " " || c.Style.Underline != uv.UnderlineNone || c.Style.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) != 0 {
		return c
	}
	return &uv.Cell{Content: " ", Width: c.Width, Style: uv.Style{Bg: c.Style.Bg}}
}
