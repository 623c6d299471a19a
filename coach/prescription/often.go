package prescription

import (
	"slices"

	"uncramp/routines"
)

// frequency reads how often it is done: twice daily, 3 times a day, 2x/day, every night.
func (d *draft) frequency() int {
	times, n := d.oftenTimes()
	per := d.skip(n, "a", "per", "each", "every", "/")
	dayly := d.is(per, "daily") || per > n && d.is(per, "day", "d") || n > 0 && d.is(n, "/") && d.is(n+1, "d")
	switch {
	case d.oftenInterval() > 0:
		end := d.oftenInterval()
		return d.refuse(end, sayf(isRange, d.quoted(end)))
	case n == 0 && d.is(0, "every", "alternate", "each") && d.is(d.skip(1, "other", "second"), "day", "days") &&
		(d.is(0, "alternate") || d.is(1, "other", "second")):
		end := d.skip(1, "other", "second", "day", "days")
		return d.refuse(end, sayf(whichDays, d.quoted(end)))
	case (n > 0 || per > 0) && d.is(per, "week", "weekly", "wk") || d.is(0, "weekly"):
		return d.refuse(per+1, sayf(whichDays, d.quoted(per+1)))
	case n == 0 && (d.is(0, "nightly") || per > 0 && d.is(0, "every", "each") && d.is(per, "night", "evening") && per == 1):
		return d.nightly(per + 1)
	case n == 0 && d.is(0, "at", "before") && d.is(1, "night", "bed", "bedtime"):
		return d.nightly(2)
	case dayly && n > 0:
		return d.whole(&d.timesADay, times, per+1)
	case dayly && !d.is(0, "/"):
		return d.whole(&d.timesADay, 1000, per+1)
	}
	return 0
}

// nightly takes the next n tokens for every night.
func (d *draft) nightly(n int) int {
	d.night = true
	return n
}

// oftenTimes reads a number of times: twice, 3 times, 3x, 3.
func (d *draft) oftenTimes() (value, n int) {
	if times := d.adverb(0); times > 0 {
		return times * 1000, 1
	}
	value, n = d.count(0)
	if n > 0 && d.is(n, "x", "time", "times") {
		n++
	}
	return value, n
}

// oftenInterval is how many tokens are two numbers of times a day or week.
func (d *draft) oftenInterval() int {
	_, n := d.oftenTimes()
	if n == 0 || !d.is(n, "-", "to", "or") {
		return 0
	}
	_, m := d.count(n + 1)
	end := d.skip(n+1+m, "x", "time", "times")
	if per := d.skip(end, "a", "per", "each", "every", "/"); m > 0 && d.is(per, "day", "daily", "week", "weekly", "d", "wk") {
		return per + 1
	}
	return 0
}

// forWeeks reads for how many weeks.
func (d *draft) forWeeks() int {
	i := d.skip(0, "for")
	value, n := d.count(i)
	if n == 0 {
		return 0
	}
	second, m := d.count(i + n + 1)
	switch end := i + n; {
	case d.is(end, "week", "weeks", "wk", "wks"):
		return d.whole(&d.weeks, value, end+1)
	case d.is(end, "month", "months", "day", "days"):
		return d.refuse(end+1, sayf(inWeeks, d.quoted(end+1)))
	case d.is(end, "-", "to", "or") && m > 0 && second > 0 && d.is(end+1+m, "week", "weeks", "wk", "wks", "month", "months"):
		return d.refuse(end+2+m, sayf(isRange, d.quoted(end+2+m)))
	}
	return 0
}

// dayWords are the names of days; weekdays and weekends are several.
var dayWords = map[string][]routines.Weekday{
	"mon": {"mon"}, "monday": {"mon"}, "mondays": {"mon"}, "tue": {"tue"}, "tues": {"tue"}, "tuesday": {"tue"}, "tuesdays": {"tue"},
	"wed": {"wed"}, "weds": {"wed"}, "wednesday": {"wed"}, "wednesdays": {"wed"},
	"thu": {"thu"}, "thur": {"thu"}, "thurs": {"thu"}, "thursday": {"thu"}, "thursdays": {"thu"},
	"fri": {"fri"}, "friday": {"fri"}, "fridays": {"fri"}, "sat": {"sat"}, "saturday": {"sat"}, "saturdays": {"sat"},
	"sun": {"sun"}, "sunday": {"sun"}, "sundays": {"sun"},
	"weekdays": {"mon", "tue", "wed", "thu", "fri"}, "weekends": {"sat", "sun"},
}

// weekdays reads days of the week: Mon, Wed and Fri; Mon-Fri.
func (d *draft) weekdays() int {
	n := d.skip(0, "on", "every")
	days := dayWords[d.token(n).text]
	if len(days) == 0 {
		return 0
	}
	n++
	if to := dayWords[d.token(n+1).text]; d.is(n, "-", "to") && len(to) > 0 {
		if days = through(days, to); days == nil {
			return d.refuse(n+2, sayf(noDays, d.quoted(n+2)))
		}
		n += 2
	}
	if len(d.days) == 0 {
		d.daysPlace[0], d.daysPlace[1] = d.span(n)
	}
	for _, day := range days {
		if slices.Contains(d.days, day) {
			return d.refuse(n, sayf(dayTwice, d.quoted(n)))
		}
		d.days = append(d.days, day)
	}
	if d.is(n, "/") && len(dayWords[d.token(n+1).text]) > 0 {
		n++
	}
	return n
}

// through are the days from one to another of the same week; nil where there are none.
func through(from, to []routines.Weekday) []routines.Weekday {
	all := routines.Weekdays()
	a, b := slices.Index(all, from[0]), slices.Index(all, to[0])
	if len(from) > 1 || len(to) > 1 || b <= a {
		return nil
	}
	return all[a : b+1]
}
