package audio

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
)

// dialPulse connects to the server's socket. A server elsewhere is not asked:
// the program uses no network.
func dialPulse(ctx context.Context) (net.Conn, error) {
	socket, err := pulseSocket()
	if err != nil {
		return nil, err
	}
	var d net.Dialer
	return d.DialContext(ctx, "unix", socket)
}

func pulseSocket() (string, error) {
	if servers := os.Getenv("PULSE_SERVER"); servers != "" {
		for s := range strings.FieldsSeq(servers) {
			if path := strings.TrimPrefix(s, "unix:"); filepath.IsAbs(path) {
				return path, nil
			}
		}
		return "", errors.New("PULSE_SERVER names no socket of this machine")
	}
	folder := os.Getenv("XDG_RUNTIME_DIR")
	if folder == "" {
		return "", errors.New("XDG_RUNTIME_DIR is not set")
	}
	return filepath.Join(folder, "pulse", "native"), nil
}

// cookie is what the server knows its people by. It knows most of them by who
// they are on this machine, so that one without meaning does.
func cookie() []byte {
	const length = 256
	path := os.Getenv("PULSE_COOKIE")
	if folder, err := os.UserConfigDir(); path == "" && err == nil {
		path = filepath.Join(folder, "pulse", "cookie")
	}
	if b, err := os.ReadFile(path); err == nil && len(b) == length {
		return b
	}
	return make([]byte, length)
}
