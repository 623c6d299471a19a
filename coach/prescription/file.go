package prescription

import (
	"cmp"
	"fmt"
	"strings"

	"uncramp/coach/text"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// How long it takes to get ready for a move that is described, and to change legs, in
// seconds: our own choice.
const (
	usualPrepare = 10
	usualChange  = 5
)

// The sources of what is in the file: what the prescription says, and our own choice.
const (
	ownSource     = "my prescription"
	defaultSource = routines.Default
)

// File is the file of a routine of that id, in YAML: each step with the part of the
// prescription that it is, in a comment.
func (p Prescription) File(id string) []byte {
	var b strings.Builder
	b.WriteString(routines.SchemaLine)
	b.WriteString(sayf(fileHead, id))
	purpose := routines.Exercise
	if p.Night {
		purpose = routines.Bed
	}
	fmt.Fprintf(&b, "id: %s\nname: %s\n", yamlfile.Plain(id), yamlfile.Quote(routines.NameOf(id)))
	fmt.Fprintf(&b, "purpose: %s # %s\nsummary: %s\n", purpose, text.Join(routines.Purposes()), summary)
	if p.Weeks > 0 {
		fmt.Fprintf(&b, "programme: {%s}\n", p.often())
	}
	b.WriteString("steps:\n")
	var ids []string
	for _, d := range p.Doses {
		step := routines.FreeID(cmp.Or(d.Move, otherMove), ids)
		ids = append(ids, step)
		b.WriteString(d.step(step))
	}
	return []byte(b.String())
}

// often is the programme as it is written.
func (p Prescription) often() string {
	var parts []string
	if p.TimesADay > 0 {
		parts = append(parts, fmt.Sprintf("times_a_day: %d", p.TimesADay))
	}
	if len(p.Days) > 0 {
		parts = append(parts, fmt.Sprintf("days: [%s]", text.Join(p.Days)))
	}
	return strings.Join(append(parts, fmt.Sprintf("weeks: %d, source: %s", p.Weeks, ownSource)), ", ")
}

// step is the dose as a step of that id.
func (d Dose) step(id string) string {
	var b strings.Builder
	m, _ := routines.FindMove(d.Move)
	line := func(field string, format string, args ...any) {
		fmt.Fprintf(&b, "    %s: "+format+"\n", append([]any{field}, args...)...)
	}
	fmt.Fprintf(&b, "  # "+prescribed+"\n  - id: %s\n", text.Clean(d.String()), id)
	sides := m.Sides()
	if d.Move != "" {
		line("move", "%s # %s", m.ID, m.Name)
	} else {
		line("name", "%s", yamlfile.Quote(shortName(d.Prompt)))
		line("muscle", "%s # %s", routines.Leg, text.Join(routines.Muscles()))
		sides = append(routines.Move{OneLeg: true}.Sides(), routines.BothSides)
	}
	if f := m.FigureFor.In(d.Position); f != "" {
		line("figure", "%s # %s", f, d.Position)
	}
	if len(sides) > 1 {
		line("sides", "%s # %s", d.Sides, text.Join(sides))
	} else {
		line("sides", "%s", d.Sides)
	}
	rested := m.Rested(d.Dose)
	switch {
	case d.SetRest > 0:
		line("sets", "{times: %d, rest: %ds, source: %s}", d.Sets, d.SetRest, ownSource)
	case d.Sets > 1:
		line("sets", "{times: %d, source: %s, rest: %ds, rest_source: %s}", d.Sets, ownSource, rested.SetRest, defaultSource)
	}
	if d.Times > 1 {
		line("repeat", "{times: %d, source: %s}", d.Times, ownSource)
	}
	d.parts(m, line)
	return b.String()
}

// parts writes the stretches of time of a step.
func (d Dose) parts(m routines.Move, line func(field, format string, args ...any)) {
	turns := d.Sides == routines.EachSide || d.Sides == routines.Alternate
	timed := func(field string, time routines.Seconds, source, prompt string) {
		line(field, "{time: %ds, source: %s%s}", time, source, prompt)
	}
	words := func(s string) string { return ", prompt: " + yamlfile.Quote(s) }
	hold, lower, rest := "", "", ""
	if d.Move == "" {
		hold, lower, rest = words(d.Prompt), words(wayBack), words(routines.LetGo)
		timed("prepare", usualPrepare, defaultSource, words(getReady))
	}
	if turns && (d.Move == "" || m.Change == nil && d.Sides == routines.EachSide) {
		timed("change", usualChange, defaultSource, words(changeLegs))
	}
	if d.Still {
		hold = ", word: " + heldWord
	}
	if d.Hold > 0 {
		timed("hold", d.Hold, ownSource, hold)
	}
	if d.Lower > 0 {
		timed("release", d.Lower, ownSource, lower)
	}
	switch rested := m.Rested(d.Dose); {
	case d.Rest > 0:
		timed("rest", d.Rest, ownSource, rest)
	case rested.Rest > 0:
		timed("rest", rested.Rest, defaultSource, rest)
	}
	if d.Move == "" {
		line("sources", "[{document: my-prescription, heading: In its own words}]")
	}
}

// shortName is the beginning of a prompt, as the name of a step may be long.
func shortName(prompt string) string {
	const longest = 40
	short := ""
	for w := range strings.FieldsSeq(strings.TrimRight(prompt, ".!")) {
		if text.Length(short+" "+w) > longest {
			break
		}
		short = strings.TrimSpace(short + " " + w)
	}
	return cmp.Or(strings.TrimRight(short, " ,;:"), unnamed)
}
