package text

import (
	"bytes"
	"slices"
	"testing"
)

// TestACharacterInPartsIsOne: who writes may not know where it ends.
func TestACharacterInPartsIsOne(t *testing.T) {
	const said = "Wadenkrämpfe … “schlimm” 足\n"
	for size := 1; size <= len(said); size++ {
		var out bytes.Buffer
		w := &ASCIIWriter{Writer: &out}
		for part := range slices.Chunk([]byte(said), size) {
			if n, err := w.Write(part); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if want := "Wadenkrampfe ... \"schlimm\" ??\n"; out.String() != want {
			t.Errorf("in parts of %d: %q", size, out.String())
		}
	}
}
