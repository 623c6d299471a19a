package audio

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/coach/cue"
)

// silentServer takes calls, and listens but says nothing.
func silentServer(t *testing.T) func(context.Context) (net.Conn, error) {
	return server(t, func(c net.Conn) { _, _ = io.Copy(io.Discard, c) })
}

// server answers calls as it is told.
func server(t *testing.T, answer func(net.Conn)) func(context.Context) (net.Conn, error) {
	return func(context.Context) (net.Conn, error) {
		ours, theirs := net.Pipe()
		t.Cleanup(func() { _ = theirs.Close() })
		go answer(theirs)
		return ours, nil
	}
}

func TestPulseWithoutAServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		err := (pulse{noServer}).Play(t.Context(), Tone(cue.Begin, 50))
		if err == nil || err.Error() != "no PulseAudio server: connection refused" {
			t.Errorf("it says %v", err)
		}
		if took := time.Since(begun); took > 0 {
			t.Errorf("it waited %v", took)
		}
	})
}

// TestPulseIsCutOff has servers that never let a sound end.
func TestPulseIsCutOff(t *testing.T) {
	long := make(Sound, samples(maxLength))
	for name, answer := range map[string]func(net.Conn){
		"is silent":     func(c net.Conn) { _, _ = io.Copy(io.Discard, c) },
		"does not read": func(net.Conn) {},
		"speaks HTTP": func(c net.Conn) {
			_, _ = io.WriteString(c, "HTTP/1.1 400 Bad Request\r\n\r\n")
			_, _ = io.Copy(io.Discard, c)
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := pulse{server(t, answer)}
				ctx, cancel := context.WithCancel(t.Context())
				ended := make(chan error, 1)
				go func() { ended <- p.Play(ctx, long) }()
				synctest.Wait()
				took, err := cut(t, cancel, ended)
				if !errors.Is(err, context.Canceled) {
					t.Errorf("it says %v", err)
				}
				if took > 0 {
					t.Errorf("it waited %v", took)
				}
			})
		})
	}
}

func TestPulseGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		err := (pulse{silentServer(t)}).Play(t.Context(), Tone(cue.Tick, 50))
		if took := time.Since(begun); err == nil || err.Error() != "PulseAudio does not answer" || took != 60*ms+2*time.Second {
			t.Errorf("it says %v after %v", err, took)
		}
	})
}

// TestPulseIsHungUpOn has a server that ends every call.
func TestPulseIsHungUpOn(t *testing.T) {
	calls := 0
	hangUp := server(t, func(c net.Conn) { _ = c.Close() })
	p := (pulse{func(ctx context.Context) (net.Conn, error) {
		calls++
		return hangUp(ctx)
	}})
	for range 3 {
		if err := p.Play(t.Context(), Tone(cue.Tick, 50)); err == nil || !strings.Contains(err.Error(), "PulseAudio does not let us in") {
			t.Errorf("it says %v", err)
		}
	}
	if calls != 3 {
		t.Errorf("it called %d times for three sounds", calls)
	}
}

func TestPulseTakesNoEndlessSound(t *testing.T) {
	err := (pulse{noServer}).Play(t.Context(), make(Sound, samples(maxLength)+Rate))
	if err == nil || !strings.Contains(err.Error(), "a sound of 31s is too long") {
		t.Errorf("it says %v", err)
	}
}

func TestWhereThePulseServerIs(t *testing.T) {
	for _, tt := range []struct{ server, runtime, want, why string }{
		{"", "/run/user/7", "/run/user/7/pulse/native", ""},
		{"", "", "", "XDG_RUNTIME_DIR is not set"},
		{"unix:/mnt/wslg/PulseServer", "/run/user/7", "/mnt/wslg/PulseServer", ""},
		{"/tmp/native", "", "/tmp/native", ""},
		{"tcp:example.org unix:/tmp/native", "", "/tmp/native", ""},
		{"tcp:example.org", "/run/user/7", "", "PULSE_SERVER names no socket of this machine"},
		{"{unclosed", "/run/user/7", "", "PULSE_SERVER names no socket of this machine"},
		{"unix:", "/run/user/7", "", "PULSE_SERVER names no socket of this machine"},
		{"  ", "/run/user/7", "", "PULSE_SERVER names no socket of this machine"},
	} {
		t.Setenv("PULSE_SERVER", tt.server)
		t.Setenv("XDG_RUNTIME_DIR", tt.runtime)
		got, err := pulseSocket()
		if err == nil != (tt.why == "") || err != nil && err.Error() != tt.why {
			t.Errorf("%q: %v, want %q", tt.server, err, tt.why)
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.server, got, tt.want)
		}
	}
}
