package tui

import "testing"

// TestAnotherSizeIsAskedForAnew: one that changed before the framework listened.
func TestAnotherSizeIsAskedForAnew(t *testing.T) {
	var m root
	m.width, m.height = 80, 24
	if m.resized(sizeSeen{80, 24}) != nil {
		t.Error("the same size is asked for")
	}
	if m.resized(sizeSeen{60, 24}) == nil || m.resized(sizeSeen{80, 20}) == nil {
		t.Error("another size is not asked for")
	}
}
