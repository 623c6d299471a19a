package audio

import (
	"errors"
	"net"
	"testing"
)

// severed is a connection that can't be written to any more.
type severed struct{ net.Conn }

func (severed) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestAWriteThatFailsHangsUp(t *testing.T) {
	hung := 0
	if _, err := (strictConn{severed{}, func() { hung++ }}).Write([]byte("x")); err == nil || hung != 1 {
		t.Errorf("it says %v and hangs up %d times", err, hung)
	}
}
