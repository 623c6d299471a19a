package triage

import (
	"reflect"
	"testing"
	"time"
)

// clock is a minute of one day.
func clock(minute int) time.Time {
	return time.Date(2026, 11, 28, 3, minute, 0, 0, time.UTC)
}

// found is a finding of a check from one minute to another.
func found(l Level, began, over int) Finding {
	return Finding{Level: l, At: clock(over), Began: clock(began)}
}

func TestOfTwoFindingsTheLatestHolds(t *testing.T) {
	unknown := Finding{Level: Unreadable}
	tests := []struct {
		name           string
		a, b, holds    Finding
		whicheverFirst bool
	}{
		{"nothing, and something", Finding{}, found(Clear, 1, 2), found(Clear, 1, 2), true},
		{"one after the other", found(Emergency, 1, 2), found(Clear, 3, 4), found(Clear, 3, 4), true},
		{"begun in the moment in which the other was over", found(Emergency, 1, 2), found(Clear, 2, 3), found(Clear, 2, 3), true},
		{"begun before the other was over, and less urgent", found(Emergency, 2, 3), found(Clear, 1, 4), found(Emergency, 2, 3), true},
		{"begun before the other was over, and more urgent", found(Clear, 2, 3), found(Today, 1, 4), found(Today, 1, 4), true},
		{"of two that are as urgent, the later", found(Today, 2, 3), found(Today, 1, 4), found(Today, 1, 4), true},
		{"told late", found(Clear, 5, 6), found(Emergency, 1, 2), found(Clear, 5, 6), true},
		{"told late, of checks that overlap", found(Clear, 1, 6), found(Emergency, 1, 2), found(Emergency, 1, 2), true},
		{"of the same time, the second", found(Emergency, 1, 1), found(Clear, 1, 1), found(Clear, 1, 1), false},
		{"from after now", found(Emergency, 30, 31), found(Clear, 3, 4), found(Clear, 3, 4), true},
		{"both from after now", found(Emergency, 33, 34), found(Clear, 31, 32), found(Emergency, 33, 34), true},
		{"both from after now, and then cleared", found(Emergency, 31, 32), found(Clear, 33, 34), found(Clear, 33, 34), true},
		{"without a beginning", Finding{Level: Emergency, At: clock(2)}, Finding{Level: Clear, At: clock(3)}, Finding{Level: Clear, At: clock(3)}, true},
		{"a check after what can't be read", Finding{Level: Unreadable, At: clock(2)}, found(Clear, 2, 3), found(Clear, 2, 3), true},
		{"a check while it became so", Finding{Level: Unreadable, At: clock(2)}, found(Clear, 1, 3), Finding{Level: Unreadable, At: clock(2)}, true},
		{"what can't be read is newer", found(Clear, 1, 2), Finding{Level: Unreadable, At: clock(3)}, Finding{Level: Unreadable, At: clock(3)}, true},
		{"what can't be read is newer, but an emergency says more", found(Emergency, 1, 2), Finding{Level: Unreadable, At: clock(3)}, found(Emergency, 1, 2), true},
		{"nobody knows since when it can't be read", unknown, found(Clear, 1, 2), found(Clear, 1, 2), true},
		{"a level of another version", Finding{Level: "later", At: clock(3)}, found(Clear, 2, 4), Finding{Level: "later", At: clock(3)}, true},
	}
	now := clock(20)
	for _, tt := range tests {
		if got := Latest(now, tt.a, tt.b); !reflect.DeepEqual(got, tt.holds) {
			t.Errorf("%s: %+v holds", tt.name, got)
		}
		if got := Latest(now, tt.b, tt.a); tt.whicheverFirst && !reflect.DeepEqual(got, tt.holds) {
			t.Errorf("%s, told the other way round: %+v holds", tt.name, got)
		}
	}
}

// TestChecksOfOneProgramFollowEachOther though its clock stands still or is put
// back: the last one holds.
func TestChecksOfOneProgramFollowEachOther(t *testing.T) {
	for name, minutes := range map[string][3]int{"it stands still": {5, 5, 5}, "it is put back": {5, 3, 1}} {
		var last, holds Finding
		for i, l := range []Level{Clear, Emergency, Clear} {
			last = found(l, minutes[i], minutes[i]).Following(last)
			holds = Latest(clock(20), holds, last)
			if holds.Level != l {
				t.Errorf("%s: after check %d %s holds", name, i+1, holds.Level)
			}
		}
	}
}

func TestNoFindingIsFromAfterNow(t *testing.T) {
	if f := found(Today, 30, 31).NotAfter(clock(20)); !f.At.Equal(clock(20)) || !f.Began.Equal(clock(20)) {
		t.Errorf("it is %+v", f)
	}
	if f := found(Today, 3, 4).NotAfter(clock(20)); !f.At.Equal(clock(4)) || !f.Began.Equal(clock(3)) {
		t.Errorf("it is %+v", f)
	}
}

// TestWhatIsNotKnownBlocks, and says what to do.
func TestWhatIsNotKnownBlocks(t *testing.T) {
	for level, blocks := range map[Level]bool{"": false, Clear: false, Appointment: false, Today: true, Emergency: true, Unreadable: true, "later": true} {
		if (Finding{Level: level}).Blocks() != blocks {
			t.Errorf("%q blocks: %v", level, !blocks)
		}
	}
	for _, level := range []Level{Unreadable, "later"} {
		if g, ok := (Finding{Level: level}).Group(); !ok || g.Advice == "" || g.Because == "" {
			t.Errorf("%q says %+v", level, g)
		}
	}
}
