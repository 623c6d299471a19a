// Package calendar makes reminders and the weeks of a programme into a calendar that a
// phone takes, as iCalendar (RFC 5545) has it.
//
// Its events are at a time of day wherever the person is, and keep their names: a calendar
// that is taken in again takes the place of the one before.
package calendar

import (
	"bytes"
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"

	"uncramp/coach/text"
)

// Ending is that of the file of a calendar.
const Ending = ".ics"

// product names what made a calendar.
const product = "-//uncramp//uncramp//EN"

// Begins reports whether a text begins as a calendar of ours does. Its first 2,000 bytes
// tell.
func Begins(start []byte) bool {
	return bytes.HasPrefix(start, []byte("BEGIN:VCALENDAR\r\nPRODID:"+product+"\r\n"))
}

// Event is something to be reminded of, once or again and again.
type Event struct {
	ID          string // stays the same however often it is written
	Name, About string
	First       time.Time      // by the clock on the wall; of a whole day only the date counts
	WholeDay    bool           // it has no time of day
	Lasts       time.Duration  // 0: not said
	Days        []time.Weekday // none: every day
	Times       int            // how often it comes, 1 at least
	Alarm       time.Duration  // how long after its beginning; of a whole day, after midnight
}

// Write writes events, of which there must be one at least.
func Write(w io.Writer, now time.Time, events []Event) error {
	calendar := ical.NewCalendar()
	calendar.Props.SetText(ical.PropProductID, product)
	calendar.Props.SetText(ical.PropVersion, "2.0")
	for _, e := range events {
		calendar.Children = append(calendar.Children, e.component(now))
	}
	var b bytes.Buffer
	if err := ical.NewEncoder(&b).Encode(calendar); err != nil {
		return fmt.Errorf("writing the calendar: %w", err)
	}
	_, err := w.Write(folded(b.Bytes()))
	return err
}

// weekdays are those of a rule.
var weekdays = map[time.Weekday]rrule.Weekday{
	time.Monday: rrule.MO, time.Tuesday: rrule.TU, time.Wednesday: rrule.WE, time.Thursday: rrule.TH, time.Friday: rrule.FR,
	time.Saturday: rrule.SA, time.Sunday: rrule.SU,
}

// component is the event as iCalendar has it.
func (e Event) component(now time.Time) *ical.Component {
	event := ical.NewEvent()
	event.Props.SetText(ical.PropUID, e.ID)
	event.Props.SetDateTime(ical.PropDateTimeStamp, now.UTC())
	event.Props.SetText(ical.PropSummary, text.Clean(e.Name))
	event.Props.SetText(ical.PropDescription, text.Clean(e.About))
	event.Props.SetText(ical.PropClass, "PRIVATE")
	event.Props.SetText(ical.PropTransparency, "TRANSPARENT") // the person can do something else, too
	start := ical.NewProp(ical.PropDateTimeStart)
	if e.WholeDay {
		start.SetDate(e.First)
	} else {
		start.Value = e.First.Format("20060102T150405") // neither a zone nor UTC: by the clock on the wall
	}
	event.Props.Set(start)
	if e.Lasts > 0 {
		event.Props.Set(duration(ical.PropDuration, e.Lasts))
	}
	rule := rrule.ROption{Freq: rrule.DAILY, Count: e.Times}
	if len(e.Days) > 0 {
		rule.Freq = rrule.WEEKLY
		for _, d := range e.Days {
			rule.Byweekday = append(rule.Byweekday, weekdays[d])
		}
	}
	event.Props.SetRecurrenceRule(&rule)
	alarm := ical.NewComponent(ical.CompAlarm)
	alarm.Props.SetText(ical.PropAction, "DISPLAY")
	alarm.Props.SetText(ical.PropDescription, text.Clean(e.Name))
	alarm.Props.Set(duration(ical.PropTrigger, e.Alarm))
	event.Children = append(event.Children, alarm)
	return event.Component
}

func duration(name string, d time.Duration) *ical.Prop {
	p := ical.NewProp(name)
	p.SetDuration(d)
	return p
}

// folded has no line of more than 75 bytes: what is longer goes on behind a space.
func folded(file []byte) []byte {
	const most = 75
	var out []byte
	for line := range bytes.Lines(file) {
		for room := most; len(line)-len("\r\n") > room; room = most - 1 {
			at := room
			for !utf8.RuneStart(line[at]) {
				at--
			}
			out = append(append(out, line[:at]...), "\r\n "...)
			line = line[at:]
		}
		out = append(out, line...)
	}
	return out
}
