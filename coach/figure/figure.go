// Package figure draws the moves: a pose is data, and one renderer draws any of
// them at any size.
//
// A pose is a small skeleton seen from the side, facing right, or from the
// front. Lengths are hundredths of the body's height, x grows to the right and
// y upwards from the floor at 0; angles are degrees, counter-clockwise. Hands
// and ankles are placed; knees and elbows follow from the length of the limbs.
// The near leg is the one that works, and it is a right leg: a left one is
// drawn mirrored.
package figure

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"uncramp/assets"
	"uncramp/coach/yamlfile"
)

// Point is a place: x and y.
type Point [2]float64

// Box is an upright rectangle: left, bottom, right, top.
type Box [4]float64

// Figure is how a move looks: where it begins and where it leads.
type Figure struct {
	Like   string  `yaml:"like"` // another figure that this one is like, but for what it tells
	View   View    `yaml:"view"`
	Turn   float64 `yaml:"turn"`  // the whole is turned by so much
	Crop   Box     `yaml:"crop"`  // what to show, after turning; zero: all of it
	Back   []Prop  `yaml:"back"`  // what stands behind the body
	Front  []Prop  `yaml:"front"` // what lies before it
	Start  Pose    `yaml:"start"`
	End    Pose    `yaml:"end"` // what it does not tell is as at the start
	Arrows []Arrow `yaml:"way"` // the direction of the move
	// Reverse says that the move is the other way round: the hold is what Start
	// tells, as where a muscle is let go slack first.
	Reverse bool `yaml:"reverse"`
}

// View is where the body is seen from.
type View string

// FromFront is the one view that is not from the side.
const FromFront View = "front"

// Pose is where the body is.
type Pose struct {
	Hip   Point   `yaml:"hip"`
	Torso float64 `yaml:"torso"` // from upright; positive leans to the left
	Head  float64 `yaml:"head"`  // from the torso's line
	Near  Leg     `yaml:"near"`
	Far   Leg     `yaml:"far"`
	Hand  Arm     `yaml:"hand"` // the near one
	Other Arm     `yaml:"other"`
	Towel Towel   `yaml:"towel"`
}

// Leg is where a foot is.
type Leg struct {
	Ankle Point   `yaml:"ankle"`
	Foot  float64 `yaml:"foot"` // 0: flat, toes to the right; 90: toes up
	Toes  float64 `yaml:"toes"` // bent up from the foot's line
	Knee  Point   `yaml:"knee"` // placed too, where the leg is foreshortened; zero: it follows
}

// Arm is where a hand is. The elbow bends down or back, else over.
type Arm struct {
	At   Point `yaml:"at"`
	Over bool  `yaml:"over"`
}

// Towel runs from the near hand to the near foot, or to its ankle.
type Towel struct {
	To  Anchor  `yaml:"to"`  // empty: there is none
	Sag float64 `yaml:"sag"` // how far it hangs through
}

// Anchor is a place on the near leg.
type Anchor string

// The anchors.
const (
	Ball  Anchor = "ball"
	Toes  Anchor = "toes"
	Ankle Anchor = "ankle"
)

// Prop is a thing: a box, or a line of a thickness.
type Prop struct {
	Box   Box     `yaml:"box"`
	Round bool    `yaml:"round"` // the box has round ends
	Line  []Point `yaml:"line"`
	Thick float64 `yaml:"thick"`
}

// Arrow shows a direction. It bends to its left by so much.
type Arrow struct {
	From Point   `yaml:"from"`
	To   Point   `yaml:"to"`
	Bend float64 `yaml:"bend"`
	Both bool    `yaml:"both"` // to and fro
}

const folder = "figures"

// Load reads a figure. The error names the file, and the line that is at fault.
func Load(name string) (Figure, error) { return load(assets.Figures, name) }

func load(from fs.FS, name string) (Figure, error) {
	files, err := lineage(from, name, nil)
	if err != nil {
		return Figure{}, err
	}
	var f Figure
	for range 2 { // the end is the start but for what is told of it, here or further up
		f.End = f.Start
		for _, file := range files {
			file.Decode(&f)
			if err := file.Err(); err != nil {
				return Figure{}, err
			}
		}
	}
	if f.Reverse {
		f.Start, f.End = f.End, f.Start
	}
	return f, nil
}

// lineage reads a figure's file, and before it those of what it is like.
func lineage(from fs.FS, name string, seen []string) ([]*yamlfile.File, error) {
	if slices.Contains(seen, name) {
		return nil, fmt.Errorf("figure %q is like itself", name)
	}
	full := path.Join(folder, name+".yaml")
	data, err := fs.ReadFile(from, full)
	if err != nil {
		return nil, fmt.Errorf("no figure %q: %w", name, err)
	}
	file, err := yamlfile.Parse(full, data)
	if err != nil {
		return nil, err
	}
	var own Figure
	file.Decode(&own)
	if err := file.Err(); err != nil || own.Like == "" {
		return []*yamlfile.File{file}, err
	}
	files, err := lineage(from, own.Like, append(seen, name))
	return append(files, file), err
}
