package routines

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"uncramp/coach/yamlfile"
)

// The bounds a routine is held to. A prompt is read at a glance; the times are
// those that a person could sensibly mean.
const (
	maxID      = 32
	maxName    = 40
	maxWord    = 16
	maxPrompt  = 90
	maxHeading = 90
	maxNote    = 600
	maxSource  = 120
	maxTime    = Seconds(30 * 60)
	minCheck   = Seconds(5)
	maxCheck   = Seconds(60)
	maxRepeat  = 100
	maxSteps   = 100
	maxLines   = 20
)

// checker tells what is wrong with a routine that was read from a file. Paths
// are those of [yamlfile.File.Refuse].
type checker struct {
	file   *yamlfile.File
	failed bool
}

func (c *checker) fail(path, problem, remedy string) {
	c.failed = true
	c.file.Refuse(path, problem, remedy)
}

// check tells the file all that is wrong with the routine read from it.
func check(f *yamlfile.File, r Routine) {
	c := &checker{file: f}
	c.id("id", r.ID)
	c.text("name", r.Name, maxName)
	oneOf(c, "purpose", r.Purpose, Purposes())
	c.text("summary", r.Summary, maxPrompt)
	allOf(c, "muscles", r.Muscles, Muscles())
	allOf(c, "positions", r.Positions, Positions())
	c.lines("cautions", r.Cautions)
	c.lines("not_if", r.NotIf)
	c.lines("closing", r.Closing)
	c.onset("onset", r.Onset)
	for i, id := range r.GoesWith {
		c.id(fmt.Sprintf("goes_with[%d]", i), id)
	}
	if len(r.Steps) == 0 || len(r.Steps) > maxSteps {
		c.fail("steps", fmt.Sprintf("has %d steps", len(r.Steps)), fmt.Sprintf("write 1 to %d", maxSteps))
		return
	}
	for i, s := range r.Steps {
		path := fmt.Sprintf("steps[%d]", i)
		c.step(path, s)
		c.choices(path, r, s)
	}
	if !c.failed { // else what leads where would tell the same once more
		c.paths(r)
	}
}

func (c *checker) step(path string, s Step) {
	c.id(path+".id", s.ID)
	c.text(path+".name", s.Name, maxName)
	if s.Figure != "" {
		c.id(path+".figure", s.Figure)
	}
	for _, p := range Positions() {
		if figure := s.FigureFor.In(p); figure != "" {
			c.id(path+".figure_for."+string(p), figure)
		}
	}
	oneOf(c, path+".muscle", s.Muscle, Muscles())
	allOf(c, path+".for", s.For, Muscles())
	allOf(c, path+".positions", s.Positions, Positions())
	oneOf(c, path+".sides", s.Sides, []Sides{OneSide, BothSides, EachSide, Alternate})
	c.repeat(path+".repeat", s.Repeat)
	c.part(path+".prepare", s.Prepare, false)
	c.part(path+".change", s.Change, false)
	c.part(path+".hold", s.Hold, true)
	c.part(path+".release", s.Release, true)
	c.part(path+".rest", s.Rest, false)
	c.open(path+".open", s.Open)
	c.lines(path+".cautions", s.Cautions)
	c.sources(path+".sources", s.Sources)
	if s.Note != "" {
		c.text(path+".note", strings.ReplaceAll(s.Note, "\n", " "), maxNote)
	}
	switch {
	case (s.Hold == nil) == (s.Open == nil):
		c.fail(path, "needs a hold or an open part, and not both", "write one of the two")
	case s.Open != nil && (s.Repeat != nil || s.Release != nil || s.Rest != nil || s.Sides == EachSide || s.Sides == Alternate):
		c.fail(path+".open", "cannot be repeated", "take out repeat, release and rest, and write sides: one or both")
	case s.Change != nil && s.Sides != EachSide && s.Sides != Alternate:
		c.fail(path+".change", "has no second side to change to", "take it out, or write sides: each")
	case s.Rest != nil && s.Repeat == nil:
		c.fail(path+".rest", "has no second repetition to rest before", "take it out, or write repeat")
	case s.Sides == Alternate && (s.Release != nil || s.Rest != nil):
		c.fail(path+".sides", "alternate lets one leg go while the other works", "take out release and rest")
	}
}

// choices holds a step to what its routine offers.
func (c *checker) choices(path string, r Routine, s Step) {
	for i, m := range s.For {
		if !slices.Contains(r.Muscles, m) {
			c.fail(fmt.Sprintf("%s.for[%d]", path, i), fmt.Sprintf("%q is not among the routine's muscles", m), "add it there, or take it out here")
		}
	}
	for i, p := range s.Positions {
		if !slices.Contains(r.Positions, p) {
			c.fail(fmt.Sprintf("%s.positions[%d]", path, i), fmt.Sprintf("%q is not among the routine's positions", p), "add it there, or take it out here")
		}
	}
}

// paths walks every choice a person can make: each must have something to
// play, and each answer must lead to a step that is played.
func (c *checker) paths(r Routine) {
	for _, m := range orNone(r.Muscles) {
		for _, p := range orNone(r.Positions) {
			played := map[string]bool{}
			main := 0
			for i, s := range r.Steps {
				if s.Plays(m, p) {
					if played[s.ID] {
						c.fail(fmt.Sprintf("steps[%d].id", i), fmt.Sprintf("%q is played twice in one session", s.ID),
							"give each step an id of its own; only versions for other muscles and positions share one")
					}
					played[s.ID] = true
					if !s.Aside {
						main++
					}
				}
			}
			if main == 0 {
				c.fail("steps", fmt.Sprintf("has no step for muscle %q and position %q", m, p), "add one, or offer less")
			}
			if r.Onset != nil && !played[r.Onset.Round] {
				c.fail("onset.round", fmt.Sprintf("leads to %.40q, which is not played", r.Onset.Round), "name a step that is played for every muscle and position")
			}
			for i, s := range r.Steps {
				if s.Answers != nil && s.Plays(m, p) {
					path := fmt.Sprintf("steps[%d].answers", i)
					c.goal(path+".eased", s.Answers.Eased, played)
					c.goal(path+".same", s.Answers.Same, played)
					c.goal(path+".worse", s.Answers.Worse, played)
				}
			}
		}
	}
}

func (c *checker) goal(path, id string, played map[string]bool) {
	if !played[id] && id != End {
		c.fail(path, fmt.Sprintf("leads to %.40q, which is not played", id), "name a step of this routine that is played for the same muscle and position")
	}
}

func orNone[T ~string](list []T) []T {
	if len(list) == 0 {
		return []T{""}
	}
	return list
}

func (c *checker) repeat(path string, r *Repeat) {
	if r == nil {
		return
	}
	if r.Times < 2 || r.Times > maxRepeat {
		c.fail(path+".times", fmt.Sprintf("is %d", r.Times), fmt.Sprintf("write 2 to %d, or take repeat out", maxRepeat))
	}
	c.text(path+".source", r.Source, maxSource)
}

func (c *checker) part(path string, p *Part, needsPrompt bool) {
	if p == nil {
		return
	}
	if p.Time < 1 || p.Time > maxTime {
		c.fail(path+".time", fmt.Sprintf("is %d s", p.Time), fmt.Sprintf("write 1s to %dm", maxTime/60))
	}
	c.text(path+".source", p.Source, maxSource)
	if p.Word != "" {
		c.text(path+".word", p.Word, maxWord)
	}
	if needsPrompt || p.Prompt != "" {
		c.text(path+".prompt", p.Prompt, maxPrompt)
	}
}

func (c *checker) open(path string, o *Open) {
	if o == nil {
		return
	}
	if o.Check < minCheck || o.Check > maxCheck {
		c.fail(path+".check", fmt.Sprintf("is %d s", o.Check), fmt.Sprintf("write %ds to %ds", minCheck, maxCheck))
	}
	if o.Most < o.Check || o.Most > maxTime {
		c.fail(path+".most", fmt.Sprintf("is %d s", o.Most), fmt.Sprintf("write no less than check and at most %dm", maxTime/60))
	}
	c.text(path+".source", o.Source, maxSource)
	if o.Word != "" {
		c.text(path+".word", o.Word, maxWord)
	}
	c.text(path+".prompt", o.Prompt, maxPrompt)
}

func (c *checker) onset(path string, o *Onset) {
	if o == nil {
		return
	}
	if o.Warn < 1 || o.Warn >= o.Stop || o.Stop > maxTime {
		c.fail(path, fmt.Sprintf("warns after %d s and stops after %d s", o.Warn, o.Stop), fmt.Sprintf("warn before it stops, and stop within %dm", maxTime/60))
	}
	c.text(path+".source", o.Source, maxSource)
}

func (c *checker) lines(path string, lines []Line) {
	if len(lines) > maxLines {
		c.fail(path, fmt.Sprintf("has %d lines", len(lines)), fmt.Sprintf("keep %d at most", maxLines))
	}
	for i, l := range lines {
		at := fmt.Sprintf("%s[%d]", path, i)
		c.text(at+".text", l.Text, maxPrompt)
		c.sources(at+".sources", l.Sources)
	}
}

func (c *checker) sources(path string, list []Source) {
	if len(list) == 0 || len(list) > maxLines {
		c.fail(path, fmt.Sprintf("has %d sources", len(list)), "name the document and the heading it rests on")
	}
	for i, s := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		c.id(at+".document", s.Document)
		c.text(at+".heading", s.Heading, maxHeading)
	}
}

func (c *checker) id(path, id string) {
	if !isID(id) {
		c.fail(path, fmt.Sprintf("is %.40q", id), "write a word of lower-case letters, digits and hyphens, 32 at most")
	}
}

// isID reports whether a text is a name to type: a word of lower-case letters,
// digits and hyphens that begins with a letter.
func isID(s string) bool {
	const letters, others = "abcdefghijklmnopqrstuvwxyz", "0123456789-"
	return s != "" && len(s) <= maxID && strings.ContainsAny(s[:1], letters) && strings.Trim(s, letters+others) == ""
}

func (c *checker) text(path, s string, most int) {
	n := utf8.RuneCountInString(s)
	switch {
	case strings.TrimSpace(s) == "":
		c.fail(path, "is missing", "write it")
	case n > most:
		c.fail(path, fmt.Sprintf("has %d characters", n), fmt.Sprintf("keep it to %d", most))
	case strings.ContainsFunc(s, Hidden):
		c.fail(path, "holds a control character", "take it out")
	case strings.TrimSpace(s) != s:
		c.fail(path, "begins or ends with a space", "take the space out")
	}
}

func oneOf[T ~string](c *checker, path string, v T, of []T) {
	if !slices.Contains(of, v) {
		c.fail(path, fmt.Sprintf("is %.40q", string(v)), "write one of "+words(of))
	}
}

func allOf[T ~string](c *checker, path string, list, of []T) {
	for i, v := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		oneOf(c, at, v, of)
		if slices.Index(list, v) != i {
			c.fail(at, fmt.Sprintf("%q stands twice", string(v)), "take one out")
		}
	}
}

func words[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return strings.Join(out, ", ")
}
