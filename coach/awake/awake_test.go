package awake

import (
	"testing"
	"time"
)

// TestReleaseTwice is what can be said of every system, whatever it offers.
func TestReleaseTwice(t *testing.T) {
	begun := time.Now()
	release := Keep("a test")
	release()
	release()
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("keeping and letting go took %v", took)
	}
}
