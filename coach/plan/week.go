package plan

import (
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// State is what there is to say of an item on one day.
type State int

// The states. A day that went by without is empty, and so is one of exercise
// that was not written down.
const (
	Empty State = iota
	Partly
	Done
	Due   // in the present day or night; nothing was done yet
	Ahead // of a night that comes after the present one, or a day of a programme
	Free  // of a programme, which asks nothing on that day
)

// DaysShown is how many days a week has.
const DaysShown = 7

// Cell is an item on one day.
type Cell struct {
	State State
	Times int // done; of water it may be more than the item's
}

// Row is an item on each of the days.
type Row struct {
	Item  Item
	Cells [DaysShown]Cell
	Now   int // the cell of the present day, or of the present night
}

// Weekly is the prevention of seven days, of which the last one is today.
type Weekly struct {
	Days     [DaysShown]stats.Day
	Rows     []Row // one an item of [Items], in that order, and that of the programme; see [Weekly.WithCourse]
	SixWeeks stats.SixWeeks
	// Nights are those that begin on the days, with the cramps around them; see
	// [Weekly.WithNights].
	Nights [DaysShown]stats.Night
	Course Course // the latest programme
}

// FirstDay returns the first day of the week that ends at a moment.
func FirstDay(now time.Time) stats.Day { return stats.DayOf(now) + 1 - DaysShown }

// Week counts what was done in the seven days that end today. They are not
// those of a calendar's week: on a Monday morning that one has one day, and
// what was done the evening before is out of sight; here today stands always
// last, with yesterday beside it.
//
// The sessions are those since [FirstDay], and the bedtime stretches of all
// times, of each night the one followed furthest is enough; in any order. Glasses
// are those of water, by the calendar.
//
// A bedtime stretch belongs to its night, from noon to noon, and all else to
// the calendar day, each by the clock of where it was done. So at twenty past
// midnight it is another day, for a glass of water and the morning's stretch,
// and the same night: its stretch is due until 08:00, in the column of its
// evening, and that of the coming evening lies ahead. A session that only the
// clock of a journey shows as ahead counts for the present; one of the future
// counts nowhere.
func Week(now time.Time, sessions []record.Session, glasses map[stats.Day]int) Weekly {
	w := Weekly{SixWeeks: stats.SixWeeksOf(now, sessions)}
	for i := range w.Days {
		w.Days[i] = FirstDay(now) + stats.Day(i)
	}
	for _, item := range Items() {
		w.Rows = append(w.Rows, rowOf(item, now, sessions, glasses))
	}
	return w
}

func rowOf(item Item, now time.Time, sessions []record.Session, glasses map[stats.Day]int) Row {
	r, dayOf := Row{Item: item, Now: DaysShown - 1}, stats.DayOf
	if item.Night {
		r.Now, dayOf = int(stats.LatestOver(now)+1-FirstDay(now)), stats.NightOf
	}
	for _, s := range sessions {
		i := min(dayOf(s.At), dayOf(now)) - FirstDay(now)
		if i >= 0 && item.follows(s) && !s.At.After(now) {
			r.Cells[i].add(item, s)
		}
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		if item.ID == Water {
			c.setTimes(item, max(glasses[FirstDay(now)+stats.Day(i)], 0))
		}
		switch {
		case c.State != Empty || item.Exercise:
		case i == r.Now:
			c.State = Due
		case i > r.Now:
			c.State = Ahead
		}
	}
	return r
}

// Now is the cell of the present day, or of the present night, of an item.
func (w Weekly) Now(id string) Cell {
	for _, r := range w.Rows {
		if r.Item.ID == id {
			return r.Cells[r.Now]
		}
	}
	return Cell{}
}

// WithNights is the week with those nights of a window that begin on its days, and the
// six weeks as they are counted there.
func (w Weekly) WithNights(s stats.Summary) Weekly {
	w.SixWeeks = s.SixWeeks
	for _, n := range s.Nights {
		if i := slices.Index(w.Days[:], n.Evening); i >= 0 {
			w.Nights[i] = n
		}
	}
	return w
}

// WithCourse is the week with a programme. One that is running has a row of its own,
// unless it is the bedtime stretch, which has one.
func (w Weekly) WithCourse(c Course) Weekly {
	w.Course = c
	if c.Stage == Running && !c.Nightly() {
		w.Rows = append(slices.Clip(w.Rows), c.row(w.Days))
	}
	return w
}

// row is what was done of a programme on some days; the last one is today.
func (c Course) row(days [DaysShown]stats.Day) Row {
	p := c.Programme
	r := Row{Now: DaysShown - 1}
	r.Item = Item{
		ID: ProgrammeItem, Name: p.Name, Short: programmeShort, Routines: []string{p.Routine}, Share: p.Share, Times: p.Times, Rests: p.Source,
	}
	for i, day := range days {
		at := int(day - c.From)
		if at < 0 || at >= c.Days() {
			r.Cells[i].State = Free
			continue
		}
		r.Cells[i] = c.Rows[at/DaysShown].Cells[at%DaysShown]
	}
	return r
}

// WithGlasses is the same week with so many glasses of water today, as far as
// a diary counts them.
func (w Weekly) WithGlasses(n int) Weekly {
	n = min(max(n, 0), record.MaxGlasses)
	w.Rows = slices.Clone(w.Rows)
	for i := range w.Rows {
		if r := &w.Rows[i]; r.Item.ID == Water {
			r.Cells[r.Now] = Cell{State: Due}
			r.Cells[r.Now].setTimes(r.Item, n)
		}
	}
	return w
}

// add counts a session that follows one of the item's routines.
func (c *Cell) add(item Item, s record.Session) {
	c.State = Partly
	if s.FollowedFor(item.Share) {
		c.Times++
	}
	c.setTimes(item, min(c.Times, item.Times))
}

// setTimes sets how often the item was done.
func (c *Cell) setTimes(item Item, times int) {
	c.Times = times
	switch {
	case times >= item.Times:
		c.State = Done
	case times > 0:
		c.State = Partly
	}
}
