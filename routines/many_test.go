package routines

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"uncramp/coach/yamlfile"
)

// TestVeryManyFaultyFilesAreNotAllRead: those that are not are told by their
// number, and the built-in routines are there.
func TestVeryManyFaultyFilesAreNotAllRead(t *testing.T) {
	files := fstest.MapFS{}
	hostile := "a: [" + strings.Repeat("[],", (yamlfile.MaxSize-10)/3) + "]"
	for i := range 300 {
		files[fmt.Sprintf("r%d.yaml", i)] = &fstest.MapFile{Data: []byte(hostile)}
	}
	heads, err := Library{Own: files}.Heads(func(r Routine) Head { return Head{ID: r.ID} })
	if err == nil || !strings.HasSuffix(err.Error(), "\n295 more of your routines are not read: mend those that are named first") {
		t.Errorf("it says %.2000v", err)
	}
	if own := len(heads); own != len(builtinNames()) {
		t.Errorf("%d routines are there", own)
	}
}
