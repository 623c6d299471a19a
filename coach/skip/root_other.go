//go:build !unix

package skip

import "testing"

// Root is for a test of what a user may not do. This system's users may do it,
// so the test is skipped.
func Root(t *testing.T) bool {
	t.Helper()
	t.Skip("this system has no such permissions")
	return true
}
