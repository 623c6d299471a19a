// Package plan is the prevention that the articles agree on, and what of it was
// done in the latest seven days, with the place in the six weeks of bedtime
// stretches. What a night is, and what counts as done, is said by package stats.
//
// It is pure: the moment is an argument, and nothing is read or written. It
// counts and does not nag: what was left out is empty, and no more is said.
package plan
