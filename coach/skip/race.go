package skip

import (
	"runtime"
	"runtime/metrics"
	"testing"
)

// fewStarts is how many goroutines the runtime and a few subtests may start by themselves.
const fewStarts = 8

// UnderRace is for a long test that starts no goroutine, in which the race detector can find
// nothing. It skips the test where that watches; elsewhere the test fails if it starts some.
func UnderRace(t testing.TB) {
	t.Helper()
	if Race {
		t.Skip("it starts no goroutine: there is nothing for the race detector to find")
	}
	runtime.GC() // its own goroutines are started once
	before := started()
	t.Cleanup(func() {
		if n := started() - before; n > fewStarts {
			t.Errorf("it starts %d goroutines: let the race detector watch it, or let it start none", n)
		}
	})
}

// started counts the goroutines that were ever started.
func started() uint64 {
	s := []metrics.Sample{{Name: "/sched/goroutines-created:goroutines"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
