package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"uncramp/coach/figure"
	"uncramp/coach/prescription"
	"uncramp/coach/session"
	"uncramp/coach/skip/browser"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/routines"
)

// laid is a routine laid flat for a choice.
func laid(t testing.TB, r routines.Routine, c session.Choice) Sheet {
	t.Helper()
	p, err := session.NewPlan(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return Sheet{r, p}
}

func builtin(t testing.TB, id string) routines.Routine {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// everything is the sheet of each built-in routine, as it is usually done.
func everything(t testing.TB) (all []Sheet) {
	t.Helper()
	for _, h := range routines.BuiltinHeads() {
		all = append(all, laid(t, builtin(t, h.ID), session.Choice{}))
	}
	return all
}

// written is the page of some sheets.
func written(t testing.TB, sheets ...Sheet) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, sheets, figure.Library{}, triage.Call{Number: "112"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// own is a routine of a person's own in which a text stands wherever one may.
func own(t testing.TB, word string) Sheet {
	t.Helper()
	r, err := routines.Read("mine", fmt.Appendf(nil, `id: mine
name: %[1]q
purpose: day
summary: %[1]q
cautions: [{text: %[1]q, sources: [{document: mine, heading: %[1]q}]}]
not_if: [{text: %[1]q, sources: [{document: mine, heading: %[1]q}]}]
closing: [{text: %[1]q, sources: [{document: mine, heading: %[1]q}]}]
programme: {weeks: 7, times_a_day: 3, days: [mon, thu], source: %[1]q}
steps:
  - id: one
    name: %[1]q
    muscle: calf
    figure: calf-wall
    sides: each
    repeat: {times: 3, source: %[1]q}
    sets: {times: 2, rest: 30s, source: %[1]q}
    prepare: {time: 5s, source: %[1]q, prompt: %[1]q}
    hold: {time: 10s, source: %[1]q, word: %[2]q, prompt: %[1]q}
    release: {time: 5s, source: %[1]q, prompt: %[1]q}
    cautions: [{text: %[1]q, sources: [{document: mine, heading: %[1]q}]}]
    sources: [{document: mine, heading: %[1]q}]
`, word, word[:min(len(word), 16)]))
	if err != nil {
		t.Fatal(err)
	}
	return laid(t, r, session.Choice{})
}

// strict lists the elements of a page as a reader does that lets nothing pass: every
// element is closed, every attribute in quotes.
func strict(t *testing.T, page string) (names []string) {
	t.Helper()
	page = regexp.MustCompile(`<meta [^>]*>`).ReplaceAllStringFunc(page, func(m string) string { return strings.TrimSuffix(m, ">") + "/>" })
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		if begin, ok := token.(xml.StartElement); ok {
			names = append(names, begin.Name.Local)
		}
	}
}

// asBrowsers lists the elements of a page as HTML has it, with all that is mended.
func asBrowsers(t *testing.T, page string) (names []string, attributes []html.Attribute) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			names, attributes = append(names, n.Data), append(attributes, n.Attr...)
		}
	}
	return names, attributes
}

// TestAPageIsValidHTML: a browser finds the elements as they are written, moves none, adds
// none, and nothing is to be mended.
func TestAPageIsValidHTML(t *testing.T) {
	for name, page := range map[string]string{"everything": written(t, everything(t)...), "none": written(t), "own": written(t, own(t, `a "b" <c> & d`))} {
		found, attributes := asBrowsers(t, page)
		if want := strict(t, page); !slices.Equal(found, want) {
			t.Errorf("%s: a browser makes other elements of it:\n%q\n%q", name, found, want)
		}
		headings, above := []string{"h1", "h2", "h3", "h4", "h5", "h6"}, 0
		for _, n := range found {
			if level := slices.Index(headings, n) + 1; level > above+1 {
				t.Errorf("%s: %s skips a level", name, n)
			} else if level > 0 {
				above = level
			}
		}
		ids := map[string]bool{}
		for _, a := range attributes {
			if a.Key == "id" && ids[a.Val] {
				t.Errorf("%s: two have the id %s", name, a.Val)
			}
			ids[a.Val] = ids[a.Val] || a.Key == "id"
		}
	}
}

// TestAPageNeedsNothingElse: what could be loaded or run isn't there.
func TestAPageNeedsNothingElse(t *testing.T) {
	page := written(t, append(everything(t), own(t, `"><img src=//x.y onerror=alert(1)>`))...)
	names, attributes := asBrowsers(t, page)
	for _, n := range names {
		if slices.Contains([]string{"script", "link", "img", "image", "use", "iframe", "object", "embed", "a", "base", "form", "foreignObject"}, n) {
			t.Errorf("the page has a %s", n)
		}
	}
	for _, a := range attributes {
		if slices.Contains([]string{"src", "href", "style", "action", "srcset", "data"}, a.Key) || strings.HasPrefix(a.Key, "on") {
			t.Errorf("an element has %s=%q", a.Key, a.Val)
		}
	}
	style, rest, _ := strings.Cut(page, "</style>")
	if strings.Contains(style, "@import") || strings.Count(style, "url(") != strings.Count(style, "url(#hatch)") || strings.Contains(rest, "<style") {
		t.Error("the style loads something")
	}
}

// TestTextsAreOnlyText: whatever a routine says, the elements and what they have are those
// of a page that says something harmless.
func TestTextsAreOnlyText(t *testing.T) {
	harmless := written(t, own(t, "harmless"))
	wantNames, wantAttributes := asBrowsers(t, harmless)
	for _, hostile := range []string{
		`<script>alert(1)</script>`, `</bdi></p></li><h1>`, `"><img src=x onerror=y>`, `' onload='x`, `--><!--`, `</title><svg>`, `{{.}}`, `&lt;b&gt;`,
		`</style><b>`, `]]>`, `javascript:alert(1)`,
	} {
		page := written(t, own(t, hostile))
		names, attributes := asBrowsers(t, page)
		if !slices.Equal(names, wantNames) || !slices.Equal(attributes, wantAttributes) {
			t.Errorf("%s gets into the page", hostile)
		}
		root, _ := html.Parse(strings.NewReader(page)) // it was parsed before
		said := 0
		for n := range root.Descendants() {
			if n.Type == html.TextNode && strings.Contains(n.Data, hostile) {
				said++
			}
		}
		if said < 10 {
			t.Errorf("%s is said %d times", hostile, said)
		}
		for line := range strings.Lines(page) {
			if strings.ContainsFunc(strings.TrimRight(line, "\n"), text.Hidden) {
				t.Errorf("a line has a hidden character: %q", line)
			}
		}
	}
}

// prescribed is a routine of so many moves, three times a day for eight weeks.
func prescribed(t testing.TB, moves int) Sheet {
	t.Helper()
	of := []string{
		"calf-wall 3x30s each rest 10s", "soleus-wall 3x30s each", "hamstring-chair 3x30s alternate", "thigh-standing 3x30s each",
		"heel-raise 3x10", "toe-raise 3x10", "foot-on-knee 3x20s each", "calf-towel 3x30s each",
	}
	line := "3x a day for 8 weeks"
	for i := range moves {
		line += "; " + of[i%len(of)]
	}
	p, questions := prescription.Parse(line)
	if len(questions) > 0 {
		t.Fatal(questions)
	}
	id := fmt.Sprint("mine-", moves)
	r, err := routines.Read(id, p.File(id))
	if err != nil {
		t.Fatal(err)
	}
	return laid(t, r, session.Choice{})
}

// TestEachRoutineTakesOneSheet of either paper, in the widest font too; one with more
// moves than have room on it takes several, each of which is one.
func TestEachRoutineTakesOneSheet(t *testing.T) {
	all := everything(t)
	want := len(all)
	for moves, sheets := range map[int]int{1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 2, 16: 2, 17: 3} {
		all = append(all, prescribed(t, moves))
		want += sheets
	}
	page := written(t, all...)
	for _, style := range []string{"@page { size: A4 }", "@page { size: letter }", "@page { size: letter } body { font-family: serif }"} {
		t.Run(style, func(t *testing.T) {
			t.Parallel()
			if n := browser.Pages(t, page, style); n != want {
				t.Errorf("%d routines take %d sheets, want %d", len(all), n, want)
			}
		})
	}
}

// TestALongRoutineIsBrokenBetweenSteps: the sheets share its name and its steps, the first
// says what is told before them, the last what is told after.
func TestALongRoutineIsBrokenBetweenSteps(t *testing.T) {
	page := written(t, prescribed(t, 17))
	for text, want := range map[string]int{
		"<h1><bdi>Mine 17</bdi></h1>": 3, "<title>Mine 17</title>": 1, "sheet 2 of 3": 1, `<li class="step">`: 17,
		`<ol class="steps many">`: 3, `class="about"`: 1, "Tick each time": 1, "<footer>": 1,
	} {
		if n := strings.Count(page, text); n != want {
			t.Errorf("%s stands there %d times, want %d", text, n, want)
		}
	}
}

// TestEachStepIsDrawnTwice: as it begins and as it ends, but for what doesn't move.
func TestEachStepIsDrawnTwice(t *testing.T) {
	for _, s := range everything(t) {
		for _, step := range s.steps(figure.Library{}) {
			want := []string{begins, leads}
			if len(step.Pictures) == 1 {
				want = []string{stays}
			}
			for i, p := range step.Pictures {
				if p.Caption != want[i] || len(p.Areas) < 3 {
					t.Errorf("%s, %s: a drawing of %q with %d parts", s.Routine.ID, step.Name, p.Caption, len(p.Areas))
				}
			}
			if len(step.Pictures) == 0 {
				t.Errorf("%s, %s has no drawing", s.Routine.ID, step.Name)
			}
		}
	}
}

// TestDoses are said as the plan has them.
func TestDoses(t *testing.T) {
	for _, tt := range []struct {
		id     string
		choice session.Choice
		step   int
		want   string
	}{
		{"bedtime", session.Choice{}, 0, "hold for 10 seconds; 3 times; each leg, in turn"},
		{"morning", session.Choice{}, 0, "hold for 15 seconds; 3 times; one leg, then the other; rest 5 seconds between"},
		{"ease", session.Choice{Side: routines.Left}, 1, "toes up for 5 seconds; let go for 3 seconds; 3 times; left leg"},
		{"ease", session.Choice{}, 2, "stretch gently until it eases, 1 minute at most; the sore leg"},
		{"warmup", session.Choice{}, 0, "march for 3 minutes; both legs"},
	} {
		got := laid(t, builtin(t, tt.id), tt.choice).steps(figure.Library{})[tt.step]
		if said := strings.Join(got.Dose, "; "); said != tt.want {
			t.Errorf("%s: %q, want %q", tt.id, said, tt.want)
		}
	}
	if said := strings.Join(own(t, "mine").steps(figure.Library{})[0].Dose, "; "); said !=
		"mine for 10 seconds; let go for 5 seconds; 3 times; 2 sets; one leg, then the other; rest 30 seconds between sets" {
		t.Errorf("of one's own: %q", said)
	}
}

// TestWhatIsOnASheet that must be.
func TestWhatIsOnASheet(t *testing.T) {
	page := html.UnescapeString(written(t, laid(t, builtin(t, "stretch"), session.Choice{})))
	for _, g := range triage.Groups() {
		for _, q := range g.Questions {
			if !strings.Contains(page, q.Text) {
				t.Errorf("the red flag %s is missing", q.ID)
			}
		}
	}
	for _, want := range []string{
		"Stop. Call the emergency services now. Call 112.", "Pain that stays: stop, and get medical advice.", "With a partner: one hand steadies your knee",
		"Physiotherapist", "Review on", "Irvine Spine and Wellness Center", "The striped part is the muscle",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if n := strings.Count(page, `class="box"`); n != 6*7 {
		t.Errorf("%d boxes to tick, want those of six weeks", n)
	}
	if n := strings.Count(written(t, own(t, "mine")), `class="box"`); n != 7*2*3 {
		t.Errorf("%d boxes for three times on two days a week, for seven weeks", n)
	}
	if !Begins([]byte(page)[:2000]) || Begins([]byte("<!DOCTYPE html>\n<title>Leg cramps")) {
		t.Error("a page isn't known by how it begins")
	}
}

// TestASheetIsForThePerson: what is left out for her, or done otherwise, is said.
func TestASheetIsForThePerson(t *testing.T) {
	page := html.UnescapeString(written(t, laid(t, builtin(t, "stretch"), session.Choice{
		Muscle: routines.Hamstring, Position: routines.Seated, Profile: routines.ProfileOf(routines.NewHip),
	})))
	if want := "A new hip must not bend deeply: stay upright."; !strings.Contains(page, want) {
		t.Errorf("%q is missing", want)
	}
}
