//go:build linux

package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The README's pictures are made from the real program on the emulated screen:
//
//	go test ./cmd/uncramp -run Pictures -pictures ../../assets/pictures
//
// Those of every screen, to be looked at, at sizes and in looks of one's choice:
//
//	go test ./cmd/uncramp -run EveryScreen -screens /tmp/screens -sizes 40x12,80x24 -looks night,day
var (
	pictures = flag.String("pictures", "", "draw the README's pictures into this folder")
	screens  = flag.String("screens", "", "draw every screen into this folder")
	sizes    = flag.String("sizes", "24x8,40x12,45x25,60x20,80x24,100x30,120x40,200x60", "at these sizes")
	looks    = flag.String("looks", "day,light,night,mono", "in these looks: day on dark, on light, night, without colour")
	only     = flag.String("only", "", "draw only those whose name holds this")
)

// scene is what a picture shows, and how to get there.
type scene struct {
	name   string
	args   []string
	keys   []string // typed one after the other
	wait   string   // what stands on the screen then, in any case of letters; empty: nothing in particular
	settle time.Duration
}

// readme are the README's pictures that don't move.
var readme = []scene{
	{"home", []string{"--theme", "day"}, nil, "", 2 * time.Second},
	{"bedtime", []string{"start", "bedtime", "--theme", "night"}, []string{"n"}, "", 4 * time.Second},
	{"warmup", []string{"start", "warmup", "--theme", "day"}, []string{"n"}, "", 8 * time.Second},
}

// every are the screens of the program, in the moments that a person sees.
var every = []scene{
	{"home", nil, nil, "", 2 * time.Second},
	{"home-find", nil, []string{"/", "calf"}, "", time.Second},
	{"relief", []string{"now"}, nil, "", 2 * time.Second},
	{"relief-later", []string{"now"}, nil, "", 11 * time.Second},
	{"relief-answered", []string{"now"}, []string{"s"}, "", time.Second},
	{"relief-worse", []string{"now"}, []string{"w", "w"}, "", time.Second},
	{"relief-sheet", []string{"now"}, []string{"\t"}, "", time.Second},
	{"relief-paused", []string{"now"}, []string{" "}, "", time.Second},
	{"relief-why", []string{"now"}, []string{"i"}, "", time.Second},
	{"relief-end", []string{"now"}, []string{"e"}, "", time.Second},
	{"prepare", []string{"start", "bedtime"}, nil, "", 2 * time.Second},
	{"hold", []string{"start", "bedtime"}, []string{"n"}, "", 3 * time.Second},
	{"last-seconds", []string{"start", "bedtime"}, []string{"n"}, "", 8 * time.Second},
	{"counted", []string{"start", "strengthen"}, []string{"n"}, "", 5 * time.Second},
	{"march", []string{"start", "warmup"}, []string{"n"}, "", 5 * time.Second},
	{"long-hold", []string{"start", "elevate"}, []string{"n"}, "", 2 * time.Second},
	{"asked", []string{"start", "heat"}, nil, "", time.Second},
	{"routine-end", []string{"start", "desk", "--speed", "60"}, nil, "", 3500 * time.Millisecond},
	{"check", []string{"check"}, nil, "", time.Second},
	{"check-confirm", []string{"check"}, []string{"1"}, "", time.Second},
	{"emergency", []string{"check"}, []string{"1", "y"}, "", time.Second},
	{"form", []string{"log"}, nil, "", time.Second},
	{"form-leg", []string{"log"}, []string{"\r"}, "", time.Second},
	{"form-bad", []string{"log"}, []string{"\r", "\r"}, "", time.Second},
	{"history", nil, []string{"h"}, "", 2 * time.Second},
	{"history-list", nil, []string{"h", "c"}, "", 2 * time.Second},
	{"week", nil, []string{"p"}, "", 2 * time.Second},
	{"library", nil, []string{"l"}, "", 2 * time.Second},
	{"card", []string{"learn", "magnesium"}, nil, "", time.Second},
	{"settings", nil, []string{"s"}, "", time.Second},
	{"compose", nil, []string{"c", "\r", "Knees", "\r"}, "", time.Second},
	{"compose-moves", nil, []string{"c", "\r", "Knees", "\r", "\r"}, "", time.Second},
	{"compose-dose", nil, []string{"c", "\r", "Knees", "\r", "\r", "/", "gastrocnemius", "\r"}, "", time.Second},
	{"me", nil, []string{"a"}, "", time.Second},
	{"keys", nil, []string{"?"}, "", time.Second},
	{"player-keys", []string{"now"}, []string{"?"}, "", time.Second},
}

func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("nobody asked for pictures")
	}
	for _, s := range readme {
		t.Run(s.name, func(t *testing.T) {
			x := s.play(t, setup{env: []string{"COLORTERM=truecolor"}}, darkPaper)
			write(t, filepath.Join(*pictures, s.name+".svg"), x.picture(darkPaper))
		})
	}
	t.Run("relief", func(t *testing.T) { write(t, filepath.Join(*pictures, "relief.svg"), movingRelief(t)) })
}

// look is what a screen is drawn in.
type look struct {
	name string
	args []string
	env  []string
	paper
}

var allLooks = []look{
	{"day", []string{"--theme", "day"}, nil, darkPaper}, {"light", []string{"--theme", "day"}, nil, lightPaper},
	{"night", []string{"--theme", "night"}, nil, darkPaper}, {"mono", nil, []string{"NO_COLOR=1"}, darkPaper},
}

// TestEveryScreen draws all of them, with a diary of six weeks.
func TestEveryScreen(t *testing.T) {
	if *screens == "" {
		t.Skip("nobody asked for every screen")
	}
	home := t.TempDir()
	fill(t, home)
	for _, s := range every {
		if !strings.Contains(s.name, *only) {
			continue
		}
		for _, size := range strings.Split(*sizes, ",") {
			for _, l := range allLooks {
				if !strings.Contains(*looks, l.name) {
					continue
				}
				name := fmt.Sprintf("%s-%s-%s", s.name, size, l.name)
				t.Run(name, func(t *testing.T) {
					at := setup{env: append([]string{"COLORTERM=truecolor", "HOME=" + home, "UNCRAMP_THEME=" + strings.Join(l.args[min(1, len(l.args)):], "")}, l.env...)}
					if _, err := fmt.Sscanf(size, "%dx%d", &at.cols, &at.rows); err != nil {
						t.Fatal(err)
					}
					x := s.play(t, at, l.paper)
					write(t, filepath.Join(*screens, name+".svg"), x.picture(l.paper))
				})
			}
		}
	}
}

// fill writes six weeks of a diary into a home.
func fill(t *testing.T, home string) {
	t.Helper()
	muscles, sides := []string{"calf", "calf", "foot", "calf", "hamstring"}, []string{"left", "left", "right"}
	rows := "kind,at,length_seconds,muscle,side,severity,asleep,woke\n"
	for i, ago := range []int{1, 3, 8, 9, 15, 20, 29, 30, 31, 33, 36, 37, 40, 41} {
		at := time.Now().AddDate(0, 0, -ago).Truncate(24 * time.Hour).Add(time.Duration(2+i%3)*time.Hour + 12*time.Minute)
		rows += fmt.Sprintf("cramp,%s,%d,%s,%s,%d,yes,yes\n", at.Format(time.RFC3339), 60*(1+i%4), muscles[i%5], sides[i%3], 3+i%6)
	}
	file := filepath.Join(t.TempDir(), "diary.csv")
	write(t, file, rows)
	cmd := program(t, setup{env: []string{"HOME=" + home}}, "diary", "import", file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// play leads to what a scene shows.
func (s scene) play(t *testing.T, at setup, p paper) *terminal {
	t.Helper()
	x := start(t, at, s.args...)
	x.drawn()
	x.send(p.answer())
	for _, k := range s.keys {
		x.settle(400 * time.Millisecond) // longer than a key bounces
		x.send(k)
	}
	if s.wait != "" {
		x.wait(s.wait)
	}
	x.settle(s.settle)
	return x
}

// answer is what a terminal of that paper answers that is asked for its ground.
func (p paper) answer() string {
	return fmt.Sprintf("\x1b]11;rgb:%02x%02x/%02x%02x/%02x%02x\x07", p.back.R, p.back.R, p.back.G, p.back.G, p.back.B, p.back.B)
}

// settle lets time pass.
func (x *terminal) settle(d time.Duration) {
	for deadline := time.Now().Add(d); time.Now().Before(deadline); {
		x.quiet(min(100*time.Millisecond, time.Until(deadline)))
	}
}

// picture draws what stands on the screen.
func (x *terminal) picture(p paper) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return p.around(x.screen.Width(), x.screen.Height(), strings.Join(p.elements(x.screen), ""))
}
