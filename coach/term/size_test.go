package term

import "testing"

// TestAnotherSizeIsAskedForAnew: one that changed before the framework listened.
func TestAnotherSizeIsAskedForAnew(t *testing.T) {
	h := &host{width: 80, height: 24}
	if h.resized(sizeMsg{80, 24}) != nil {
		t.Error("the same size is asked for")
	}
	if h.resized(sizeMsg{60, 24}) == nil || h.resized(sizeMsg{80, 20}) == nil {
		t.Error("another size is not asked for")
	}
}
