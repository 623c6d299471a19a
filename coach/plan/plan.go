// Package plan is the prevention that the articles agree on, and what a diary
// tells of it: what a night is, what counts as done, the six weeks of bedtime
// stretches, and the latest seven days. Reports and screens count with it.
//
// It is pure: the moment is an argument, and nothing is read or written. It
// counts and does not nag: what was left out is empty, and no more is said.
package plan

import "uncramp/coach/record"

// Bedtime is the routine that the six weeks are about.
const Bedtime = "bedtime"

// Share is how much of the planned time makes a bedtime stretch count for its
// night: about half of its holds. Holds are about half of its time.
const Share = 0.25

// Stretched reports whether a session counts as its night's bedtime stretch.
func Stretched(s record.Session) bool { return s.Routine == Bedtime && s.FollowedFor(Share) }
