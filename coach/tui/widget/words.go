package widget

import (
	"fmt"

	"uncramp/coach/theme"
)

// ProgrammeSigns say in words what the squares of a [Programme] mean.
func ProgrammeSigns(t theme.Theme) []string {
	return []string{fmt.Sprintf("%s done", Filled(t)), "· not done", "○ ahead"}
}
