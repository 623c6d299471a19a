package state

import "errors"

// What is said of a finding.
var (
	// ErrTemporary is what an error of keeping a finding wraps where it is kept, but
	// only until the person logs out or the machine restarts.
	ErrTemporary = errors.New("the check holds until you log out or restart")
	// ErrNotKept is what it wraps where the finding is kept nowhere.
	ErrNotKept = errors.New("the check holds only while this program runs")

	errLate      = errors.New("the disk did not answer in time")
	errBusy      = errors.New("another uncramp is writing there")
	errNoFile    = errors.New("it is no ordinary file")
	errDamaged   = errors.New("it is damaged")
	errForbidden = errors.New("you may not read it")
	errNoTarget  = errors.New("it is a link that leads nowhere")
)
