//go:build race

package skip

// Race reports whether the race detector watches, which makes a test eight times as slow.
const Race = true
