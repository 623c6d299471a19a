package record

import (
	"strings"
	"testing"

	"uncramp/coach/session"
)

func TestWhatIsNoEndingIsToldWhatIs(t *testing.T) {
	var e session.Ending
	err := endingWord{&e}.UnmarshalText([]byte("done"))
	if err == nil || !strings.Contains(err.Error(), `"done" is no ending of a session; choose completed, eased, going,`) {
		t.Error(err)
	}
}
