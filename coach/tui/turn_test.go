package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	kept "uncramp/coach/settings"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/tuitest"
)

// TestHomeTurnsWithTheHour by itself: it was left open, and no key is pressed.
func TestHomeTurnsWithTheHour(t *testing.T) {
	night := func(at time.Time) bool { return at.Hour() >= 22 || at.Hour() < 6 }
	for _, tt := range []struct {
		after time.Duration // from midnight
		theme string
		first string
	}{
		{5*time.Hour + 59*time.Minute, "night", "Ease the cramp"}, {6*time.Hour + time.Minute, "day", "Before you stand up"},
		{9*time.Hour + time.Minute, "day", "Warm-up"},
		{17*time.Hour + 59*time.Minute, "day", "Warm-up"}, {18*time.Hour + time.Minute, "day", "Bedtime stretch"},
		{21*time.Hour + 59*time.Minute, "day", "Bedtime stretch"}, {22*time.Hour + time.Minute, "night", "Bedtime stretch"},
		{23*time.Hour + 59*time.Minute, "night", "Bedtime stretch"}, {24*time.Hour + time.Minute, "night", "Ease the cramp"},
	} {
		m := loop(t, nil, func(*tea.Program) { time.Sleep(time.Hour) }, func(c *Config) {
			time.Sleep(tt.after - time.Hour) // until it is begun
			c.Night = night
			c.Settings.Use(kept.Settings{Theme: theme.ChooseAuto})
			c.Routines = append(c.Routines, session.Head(find(t, "morning")))
		})
		_, list, _ := strings.Cut(drawn(m), "▐")
		line, _, _ := strings.Cut(list, "│")
		if m.env.Theme.Name != tt.theme || !strings.Contains(line, tt.first) {
			t.Errorf("%v after midnight the theme is %s, and first comes %q; want %s, %s", tt.after, m.env.Theme.Name, line, tt.theme, tt.first)
		}
	}
}

// TestAKeyAfterMidnightCountsForTheNewDay: the week was left open, and the hour
// has not turned on screen yet.
func TestAKeyAfterMidnightCountsForTheNewDay(t *testing.T) {
	r := atWater(begun(t)).press("+")
	*r.now += 24 * time.Hour
	r = r.press("+", "+")
	_, water, err := r.journal.Days(tuitest.Start.Add(24*time.Hour), stats.DayOf(tuitest.Start))
	if err != nil {
		t.Fatal(err)
	}
	today := stats.DayOf(tuitest.Start)
	if water[today] != 1 || water[today+1] != 2 || !r.shows("2 of 6") || !r.shows("Monday 23 November") {
		t.Errorf("the glasses are %v:\n%s", water, drawn(r.root))
	}
}

func TestAMinuteEndsOnTheWall(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("", 5*3600+45*60), time.FixedZone("", -44*60-37)} {
		for _, second := range []int{0, 1, 37, 59} {
			wall := time.Date(2026, 11, 22, 21, 59, second, 250, zone)
			if end := wall.Add(restOfMinute(wall)); end.Minute() != 0 || end.Hour() != 22 || end.Second() != 0 || end.Nanosecond() != 0 {
				t.Errorf("after %v it ends at %v", wall, end)
			}
		}
	}
}
