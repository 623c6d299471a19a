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

func TestASizeThatNoTerminalHasIsLeftAlone(t *testing.T) {
	for size, want := range map[[2]int]bool{
		{0, 0}: false, {0, 24}: false, {80, 0}: false, {1, 1}: true, {80, 24}: true, {1024, 1024}: true, {4096, 256}: true,
		{4097, 24}: false, {1025, 1024}: false, {9999, 9999}: false, {-1, -1}: false,
	} {
		if got := isPlausible(size[0], size[1]); got != want {
			t.Errorf("%v: %v, want %v", size, got, want)
		}
	}
}
