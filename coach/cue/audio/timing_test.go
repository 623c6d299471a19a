package audio

import (
	"flag"
	"os"
	"testing"
	"time"
)

// TestMain runs four tests at a time on any machine: those of sound servers wait
// for what they hear, and hardly work.
func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.parallel", "4"); err != nil {
		panic(err) // the flag is testing's own
	}
	os.Exit(m.Run())
}

// inTime tries something up to five times until it is as quick as it has to be:
// a machine that others keep busy is late now and then, a fault always.
func inTime(t *testing.T, limit time.Duration, try func(t *testing.T) (took time.Duration)) {
	t.Helper()
	for take := 1; ; take++ {
		took := try(t)
		if took <= limit {
			return
		}
		if t.Logf("it took %v, and may take %v", took, limit); take == 5 {
			t.Fatal("it was too late each time")
		}
	}
}

// until waits for something that is to happen soon.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	late := time.After(10 * time.Second)
	for !done() {
		select {
		case <-again.C:
		case <-late:
			t.Fatalf("waited in vain until %s", what)
		}
	}
}
