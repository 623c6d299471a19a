package figure

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// own is a library with files of a person's own.
func own(files map[string]string) Library {
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Library{Own: folder}
}

func TestAnOwnFigureIsLikeAnotherButForWhatItSays(t *testing.T) {
	l := own(map[string]string{
		"up.yaml":   "start: {torso: 5, head: 2}\nend: {torso: 9}\n",
		"down.yaml": "like: up\nreverse: true\nstart: {head: 3}\n",
		"mine.yaml": "like: calf-wall\nend: {torso: -30}\n",
	})
	f, err := l.Load("down")
	if err != nil || f.End != (Pose{Torso: 5, Head: 3}) || f.Start != (Pose{Torso: 9, Head: 3}) {
		t.Errorf("start %+v, end %+v, %v", f.Start, f.End, err)
	}
	mine, err := l.Load("mine")
	if wall := figure(t, "calf-wall"); err != nil || mine.Start != wall.Start || mine.End.Torso != -30 || mine.End.Hip != wall.End.Hip {
		t.Errorf("start %+v, end %+v, %v", mine.Start, mine.End, err)
	}
	if err := l.Check(); err != nil {
		t.Error(err)
	}
}

// TestABuiltinFigureIsNeverReadFromTheFolder, whatever stands there.
func TestABuiltinFigureIsNeverReadFromTheFolder(t *testing.T) {
	l := own(map[string]string{"calf-wall.yaml": "view: front\n"})
	if f, err := l.Load("calf-wall"); err != nil || f.View == FromFront {
		t.Errorf("it is the person's: %v", err)
	}
	if n := len(l.Names()); n != len(builtinNames()) {
		t.Errorf("%d figures can be found", n)
	}
}

// TestLoadTellsAllThatIsWrong with file, line, column and remedy.
func TestLoadTellsAllThatIsWrong(t *testing.T) {
	const nowhere = "; take it out, or name a built-in figure"
	files := map[string]string{
		"a.yaml": "like: b\n", "b.yaml": "like: a\n", "none.yaml": "# x\nlike: nobody\n",
		"typo.yaml": "start:\n  hipp: [0, 0]\n  torso: NaN\n  near: {ankle: [1], foot: 361}\nview: back\nend: {towel: {to: knee}}\n",
		"far.yaml":  "start: {hip: [0, 1e9], torso: +Inf, head: 999999, other: {at: [0, 200.5]}}\nback: [{line: [[0, 0], [201, 0]], thick: -1}]\n",
		"crop.yaml": "crop: [10, 0, 12, 90]\n", "like-far.yaml": "like: far\n",
	}
	for name, want := range map[string]string{
		"a":    "figures/b.yaml:1:7: like \"a\" leads back to this figure, or on too long" + nowhere,
		"none": `figures/none.yaml:2:7: like is "nobody", which is no figure; name one that uncramp routine figure lists, or take it out`,
		"typo": `figures/typo.yaml:2:3: unknown field "hipp"; take it out, or write one of hip, torso, head, near, far, hand, other, towel
figures/typo.yaml:3:10: start.torso is NaN; write -360 to 360
figures/typo.yaml:4:17: another kind of value belongs here; write a list of 2
figures/typo.yaml:4:28: start.near.foot is 361; write -360 to 360
figures/typo.yaml:5:7: view is "back"; write one of front
figures/typo.yaml:6:19: end.towel.to is "knee"; write one of ball, toes, ankle`,
		"far": `figures/far.yaml:1:18: "1e9" is no number; write one in digits, such as 3 or -0.5
figures/far.yaml:1:31: start.torso is +Inf; write -360 to 360
figures/far.yaml:1:43: start.head is 999999; write -360 to 360
figures/far.yaml:1:67: start.other.at[1] is 200.5; write -200 to 200
figures/far.yaml:2:25: back[0].line[1][0] is 201; write -200 to 200
figures/far.yaml:2:42: back[0].thick is -1; write 0 to 100`,
		"like-far": "", // as far has it
		"crop":     "figures/crop.yaml:1:8: crop shows nothing; write left, bottom, right and top, the latter 5 more than the former at least",
	} {
		if name == "like-far" {
			want = loadError(t, own(files), "far")
		}
		if got := loadError(t, own(files), name); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	for _, name := range []string{"missing", "../up", "", "Mine", strings.Repeat("x", 99)} {
		if _, err := own(files).Load(name); !errors.Is(err, ErrUnknown) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func loadError(t *testing.T, l Library, name string) string {
	t.Helper()
	_, err := l.Load(name)
	if err == nil {
		t.Fatalf("%s is read", name)
	}
	return err.Error()
}

// TestAFileThatIsNoFigureIsTold, each with what to do.
func TestAFileThatIsNoFigureIsTold(t *testing.T) {
	l := own(map[string]string{
		"calf-wall.yaml": "view: front\n", "Mine.yaml": "view: front\n", "my pose.yml": "view: front\n", "1.yaml": "", "aux.yaml": "",
		"good.yaml": "view: front\n", ".hidden.yaml": "x", "notes.txt": "x", "bad.yaml": "vew: front\n",
	})
	const want = `figures/1.yaml: its name is not that of a figure; write a word of lower-case letters, digits and hyphens before .yaml, 32 at most
figures/Mine.yaml: its name is not that of a figure; rename it mine.yaml
figures/aux.yaml: Windows keeps the name aux for a device; take another, such as my-aux
figures/calf-wall.yaml: a built-in figure is called calf-wall; rename the file, such as my-calf-wall.yaml
figures/my pose.yml: its name is not that of a figure; rename it my-pose.yaml
figures/bad.yaml:1:1: unknown field "vew"; take it out, or write one of like, view, turn, crop, back, front, start, end, way, reverse`
	if err := l.Check(); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// TestALongLineageIsRefused, and soon.
func TestALongLineageIsRefused(t *testing.T) {
	files := map[string]string{}
	for i := range 1000 {
		files[fmt.Sprintf("f%d.yaml", i)] = fmt.Sprintf("like: f%d\n", i+1)
	}
	if err := loadError(t, own(files), "f0"); !strings.HasPrefix(err, "figures/f7.yaml:1:7: like ") {
		t.Errorf("it says %s", err)
	}
}

// FuzzOwnFigure looks for a figure that panics, that is refused without a remedy, or that
// takes long to be drawn.
func FuzzOwnFigure(f *testing.F) {
	for _, seed := range []string{
		"like: calf-wall\nend: {torso: -200}\n", "crop: [-200, -200, -195, 200]\n", "start: {hip: [200, -200]}\nturn: 33\n",
		"back: [{line: [[0, 0]]}, {box: [9, 9, 0, 0], round: true}, {line: [[0, 0], [0, 0]], thick: 100}]\nview: front\n",
		"way: [{from: [0, 0], to: [0, 0], bend: 200, both: true}, {from: [-200, 200], to: [200, -200]}]\n",
		"start: {near: {ankle: [0, 0], knee: [200, 200]}, towel: {to: toes, sag: -200}}\n", "start: {hip: [NaN, -0]}\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		f, err := own(map[string]string{"mine.yaml": text}).Load("mine")
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !strings.HasPrefix(line, "figures/") || !strings.Contains(line, "; ") {
					t.Errorf("it says %q", line)
				}
			}
			return
		}
		began := time.Now()
		for _, ink := range inks {
			for _, k := range []float64{0, 0.5, 1} {
				rows := Cells(f, Options{Muscle: "calf", Both: true, Progress: k, Arrows: Forward}, 60, 30, ink)
				if len(rows) != 30 || len(rows[29]) != 60 {
					t.Fatalf("%d rows", len(rows))
				}
			}
		}
		if took := time.Since(began); took > 10*time.Second { // no busy machine takes that
			t.Errorf("it takes %v to draw %q", took, text)
		}
	})
}
