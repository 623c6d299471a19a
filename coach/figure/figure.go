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

import "uncramp/coach/text"

// Point is a place: x and y.
type Point [2]float64

// Box is an upright rectangle: left, bottom, right, top.
type Box [4]float64

// Figure is how a move looks: where it begins and where it leads.
type Figure struct {
	Like   string  `yaml:"like" check:"id?"` // another figure that this one is like, but for what it tells
	View   View    `yaml:"view" check:"choice?"`
	Turn   float64 `yaml:"turn" check:"number -360 360"`  // the whole is turned by so much
	Crop   Box     `yaml:"crop" check:"numbers -200 200"` // what to show, after turning; zero: all of it
	Back   []Prop  `yaml:"back" check:"list 0 40"`        // what stands behind the body
	Front  []Prop  `yaml:"front" check:"list 0 40"`       // what lies before it
	Start  Pose    `yaml:"start"`
	End    Pose    `yaml:"end"`                   // what it does not tell is as at the start
	Arrows []Arrow `yaml:"way" check:"list 0 20"` // the direction of the move
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
	Hip   Point   `yaml:"hip" check:"numbers -200 200"`
	Torso float64 `yaml:"torso" check:"number -360 360"` // from upright; positive leans to the left
	Head  float64 `yaml:"head" check:"number -360 360"`  // from the torso's line
	Near  Leg     `yaml:"near"`
	Far   Leg     `yaml:"far"`
	Hand  Arm     `yaml:"hand"` // the near one
	Other Arm     `yaml:"other"`
	Towel Towel   `yaml:"towel"`
}

// Leg is where a foot is.
type Leg struct {
	Ankle Point   `yaml:"ankle" check:"numbers -200 200"`
	Foot  float64 `yaml:"foot" check:"number -360 360"`  // 0: flat, toes to the right; 90: toes up
	Toes  float64 `yaml:"toes" check:"number -360 360"`  // bent up from the foot's line
	Knee  Point   `yaml:"knee" check:"numbers -200 200"` // placed too, where the leg is foreshortened; zero: it follows
}

// Arm is where a hand is. The elbow bends down or back, else over.
type Arm struct {
	At   Point `yaml:"at" check:"numbers -200 200"`
	Over bool  `yaml:"over"`
}

// Towel runs from the near hand to the near foot, or to its ankle.
type Towel struct {
	To  Anchor  `yaml:"to" check:"choice?"`          // empty: there is none
	Sag float64 `yaml:"sag" check:"number -200 200"` // how far it hangs through
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
	Box   Box     `yaml:"box" check:"numbers -200 200"`
	Round bool    `yaml:"round"` // the box has round ends
	Line  []Point `yaml:"line" check:"list 0 40 of numbers -200 200"`
	Thick float64 `yaml:"thick" check:"number 0 100"`
}

// Arrow shows a direction. It bends to its left by so much.
type Arrow struct {
	From Point   `yaml:"from" check:"numbers -200 200"`
	To   Point   `yaml:"to" check:"numbers -200 200"`
	Bend float64 `yaml:"bend" check:"number -200 200"`
	Both bool    `yaml:"both"` // to and fro
}

// Choices implements [yamlfile.Choice].
func (View) Choices() []string { return text.Strings([]View{FromFront}) }

// Choices implements [yamlfile.Choice].
func (Anchor) Choices() []string { return text.Strings([]Anchor{Ball, Toes, Ankle}) }
