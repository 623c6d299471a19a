// Package sheet makes routines into a page to print: each on a sheet of its own, with how
// it begins and ends as drawings, its doses and words, when to stop, boxes to tick, and
// what it rests on.
//
// A page is one HTML file that needs nothing else and runs nothing. Whatever a routine
// says stands there as text.
package sheet

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"uncramp/coach/figure"
	"uncramp/coach/plan"
	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/routines"
)

// Ending is that of the file of a page.
const Ending = ".html"

//go:embed page.gohtml
var pageTemplate string

// generator is named at the beginning of each page of ours.
const generator = "uncramp sheet"

// Begins reports whether a text begins as a page does. Its first 2,000 bytes tell.
func Begins(start []byte) bool {
	return bytes.HasPrefix(start, []byte("<!DOCTYPE html>")) && bytes.Contains(start, []byte(generator))
}

// Sheet is a routine as it is laid flat for a person.
type Sheet struct {
	Routine routines.Routine
	Plan    session.Plan
}

// Write writes sheets, in order, with the figures of a library and the emergency number.
func Write(w io.Writer, sheets []Sheet, figures figure.Library, call triage.Call) error {
	catalogue, err := routines.Sources()
	if err != nil {
		return err
	}
	doc := document{Generator: generator, Stop: plan.StopPain, Flags: flags(call)}
	for _, s := range sheets {
		doc.Sheets = append(doc.Sheets, s.page(figures, catalogue).parts()...)
	}
	if err := template.Must(template.New("page").Parse(pageTemplate)).Execute(w, doc); err != nil {
		return fmt.Errorf("writing the sheet: %w", err)
	}
	return nil
}

// document is the whole file.
type document struct {
	Generator string
	Sheets    []page
	Stop      string
	Flags     []flagGroup
}

// Title names the routines.
func (d document) Title() string {
	var names []string
	for _, p := range d.Sheets {
		if p.First {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

// flagGroup is a group of red flags: what to do about each of them.
type flagGroup struct {
	Ask    string
	Advice []string
	Flags  []string
}

func flags(call triage.Call) (list []flagGroup) {
	for _, g := range triage.Groups() {
		group := flagGroup{Ask: g.Ask, Advice: []string{g.Advice}}
		if number := (triage.Finding{Level: g.Level}).Page(call).Call; number != "" {
			group.Advice = append(group.Advice, number)
		}
		for _, q := range g.Questions {
			group.Flags = append(group.Flags, q.Text)
		}
		list = append(list, group)
	}
	return list
}

// page is one sheet.
type page struct {
	Part          string // which of how many it is, of a routine that takes several
	First, Last   bool   // of them
	Name, Summary string
	About         []string // how long, in which position, how often
	NotIf         []string // with one of these it is left out
	Before        []string // what is told before the first step
	Steps         []step
	Closing       []string
	Weeks         []week
	Days          []string
	Sources       []string
	Defaults      bool // some of its times have no source
}

// layout is how steps are laid out, from how many on: how large their drawings are, and
// whether their words run on.
type layout struct {
	from int
	name string
}

var layouts = []layout{{7, "many"}, {6, "six"}, {5, "five"}, {4, "four"}, {3, "three"}, {0, "two"}}

// mostLines is how many lines of words fit beside the drawings of four steps and more.
const mostLines = 33

// Layout names how the steps are laid out: two in a row where they have many words.
func (p page) Layout() string {
	if len(p.Steps) >= 4 && p.lines() > mostLines {
		return layouts[0].name
	}
	return layouts[slices.IndexFunc(layouts, func(l layout) bool { return len(p.Steps) >= l.from })].name
}

// lines is about how many the words of the steps take.
func (p page) lines() (n int) {
	const letters = 60 // of a line
	for _, s := range p.Steps {
		n += 2 // its name and its dose
		for _, w := range s.Words {
			n += 1 + len(w.Prompt)/letters
		}
		for _, note := range s.Notes {
			n += 1 + len(note)/letters
		}
	}
	return n
}

// mostSteps have room on a sheet.
const mostSteps = 8

// parts are the sheets that a page takes: as many steps on each.
func (p page) parts() (list []page) {
	n := max(1, (len(p.Steps)+mostSteps-1)/mostSteps)
	for i := range n {
		part := p
		part.First, part.Last = i == 0, i+1 == n
		part.Steps = p.Steps[i*len(p.Steps)/n : (i+1)*len(p.Steps)/n]
		if n > 1 {
			part.Part = fmt.Sprintf(pageNumber, i+1, n)
		}
		list = append(list, part)
	}
	return list
}

func (s Sheet) page(figures figure.Library, catalogue routines.Catalogue) page {
	p := page{
		Name: text.Clean(s.Plan.Name), Summary: text.Clean(s.Routine.Summary), About: s.about(),
		NotIf: cleaned(s.Plan.NotIf), Before: cleaned(s.Plan.Cautions), Closing: cleaned(s.Plan.Closing),
		Steps: s.steps(figures), Weeks: s.weeks(), Days: days(),
	}
	for _, c := range s.Plan.Adapted {
		p.Before = append(p.Before, text.Clean(c.Text))
	}
	p.Sources, p.Defaults = s.sources(catalogue)
	return p
}

func cleaned(texts []string) (lines []string) {
	for _, t := range texts {
		lines = append(lines, text.Clean(t))
	}
	return lines
}

// sources are what the steps and their times rest on, and whether some times have none.
func (s Sheet) sources(catalogue routines.Catalogue) (credits []string, defaults bool) {
	var all []routines.Source
	for _, ph := range s.Plan.Phases {
		all = append(all, ph.Sources...)
	}
	for _, ph := range s.Plan.Phases {
		if ph.Timing == routines.Default {
			defaults = true
		} else if ph.Timing != "" {
			all = append(all, routines.Source{Document: ph.Timing})
		}
	}
	return cleaned(catalogue.Credits(all)), defaults
}
