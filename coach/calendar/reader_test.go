package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// component is one of a calendar, as a reader has it that knows nothing of what wrote it.
type component struct {
	name       string
	properties map[string]string // with their parameters, as NAME;X=Y
	children   []component
}

// read reads a calendar by RFC 5545 and lets nothing pass: lines end with CR LF and have 75
// bytes at most, what is begun ends, and no property of ours comes twice.
func read(t *testing.T, file string) component {
	t.Helper()
	if !strings.HasSuffix(file, "\r\n") || strings.Count(file, "\n") != strings.Count(file, "\r\n") {
		t.Fatal("a line doesn't end with CR LF")
	}
	for line := range strings.SplitSeq(file, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line has %d bytes: %q", len(line), line)
		}
	}
	open := []component{{properties: map[string]string{}}}
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(file, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("no property: %q", line)
		}
		top := len(open) - 1
		switch name {
		case "BEGIN":
			open = append(open, component{name: value, properties: map[string]string{}})
		case "END":
			if open[top].name != value || top == 0 {
				t.Fatalf("%s ends within %s", value, open[top].name)
			}
			open[top-1].children = append(open[top-1].children, open[top])
			open = open[:top]
		default:
			if _, twice := open[top].properties[name]; twice {
				t.Errorf("%s stands twice in %s", name, open[top].name)
			}
			open[top].properties[name] = value
		}
	}
	if len(open) != 1 || len(open[0].children) != 1 || open[0].children[0].name != "VCALENDAR" {
		t.Fatalf("no calendar: %+v", open)
	}
	return open[0].children[0]
}

// plain is a text as it was before it was written.
func plain(value string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, `;`, `\,`, `,`, `\n`, "\n").Replace(value)
}

// dates are when an event comes, from its start and its rule.
func dates(t *testing.T, e component) (list []string) {
	t.Helper()
	form, start := "20060102T150405", e.properties["DTSTART"]
	if day, whole := e.properties["DTSTART;VALUE=DATE"]; whole {
		form, start = "20060102", day
	}
	at, err := time.Parse(form, start)
	if err != nil {
		t.Fatalf("it begins at %q: %v", start, err)
	}
	rule := map[string]string{}
	for part := range strings.SplitSeq(e.properties["RRULE"], ";") {
		name, value, _ := strings.Cut(part, "=")
		rule[name] = value
	}
	count, err := strconv.Atoi(rule["COUNT"])
	if err != nil || rule["FREQ"] != "DAILY" && rule["FREQ"] != "WEEKLY" || (rule["FREQ"] == "WEEKLY") != (rule["BYDAY"] != "") {
		t.Fatalf("the rule is %v", rule)
	}
	days := strings.Split(rule["BYDAY"], ",")
	if on := strings.ToUpper(at.Weekday().String()[:2]); rule["BYDAY"] != "" && !slices.Contains(days, on) {
		t.Errorf("it begins on %s, and comes on %v", on, days)
	}
	for ; len(list) < count; at = at.AddDate(0, 0, 1) {
		if rule["BYDAY"] == "" || slices.Contains(days, strings.ToUpper(at.Weekday().String()[:2])) {
			list = append(list, at.Format(fmt.Sprintf("Mon %s", form)))
		}
	}
	return list
}
