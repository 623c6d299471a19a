package private

import "time"

// heldInterval is how long to wait before a file that another program has open is tried again.
const heldInterval = 10 * time.Millisecond

// patiently does what may fail for the moment that another program has a file open, as a
// virus scanner has, or one of ours that reads it; for so long it tries again.
func patiently(most time.Duration, held func(error) bool, try func() error) error {
	end := time.After(most)
	for {
		err := try()
		if !held(err) {
			return err
		}
		select {
		case <-end:
			return err
		case <-time.After(heldInterval):
		}
	}
}
