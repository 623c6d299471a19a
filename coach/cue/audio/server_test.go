package audio

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/skip"
)

// soundServer is a PulseAudio server of our own. What it plays goes nowhere,
// but can be recorded.
type soundServer struct {
	folder string
	sink   string
	stop   func()
}

// startServer starts a server with one device, which the test has to itself.
func startServer(t *testing.T, sink string) *soundServer {
	t.Helper()
	for _, program := range []string{"pulseaudio", "parec", "pactl", "paplay", "sox"} {
		skip.Without(t, program)
	}
	folder, err := os.MkdirTemp("", "cue") //nolint:usetesting // a socket's path has to be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	s := &soundServer{folder: folder, sink: sink}
	s.start(t)
	t.Cleanup(func() { s.stop() })
	return s
}

// environment is that of programs which are to find the server, and nothing else.
func (s *soundServer) environment() []string {
	env := []string{"PULSE_SERVER=unix:" + s.socket()}
	for _, name := range []string{"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "HOME"} {
		env = append(env, name+"="+s.folder)
	}
	return env
}

// command is a program that finds the server.
func (s *soundServer) command(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), s.environment()...)
	return cmd
}

// dial connects to the server.
func (s *soundServer) dial(ctx context.Context) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", s.socket())
}

// paplay is an output that finds the server.
func (s *soundServer) paplay(t *testing.T) player {
	t.Helper()
	path := filepath.Join(s.folder, "paplay")
	script := "#!/bin/sh\n" + strings.Join(s.environment(), " ") + " exec paplay \"$@\"\n"
	if err := os.WriteFile(path, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return player{paPlay, path}
}

func (s *soundServer) socket() string { return filepath.Join(s.folder, "native") }

func (s *soundServer) start(t *testing.T) {
	t.Helper()
	var said bytes.Buffer // without norewinds a device that plays nothing wakes up every two seconds only
	cmd := s.command("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
		"-L", "module-null-sink sink_name="+s.sink+" norewinds=1 rate="+strconv.Itoa(Rate),
		"-L", "module-native-protocol-unix socket="+s.socket())
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s.stop = sync.OnceFunc(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = os.Remove(s.socket())
		if t.Failed() {
			t.Logf("pulseaudio said:\n%s", said.String())
		}
	})
	until(t, "the server answers", func() bool {
		p := pulse{s.dial}
		return p.Play(t.Context(), nil) == nil
	})
}

// taking is a recording that goes on.
type taking struct {
	mu  sync.Mutex
	raw []byte
}

func (r *taking) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.raw = append(r.raw, b...)
	return len(b), nil
}

// sound is what was recorded so far.
func (r *taking) sound() Sound {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := make(Sound, len(r.raw)/2)
	for i := range s {
		s[i] = int16(binary.LittleEndian.Uint16(r.raw[2*i:]))
	}
	return s
}

// passes waits until so much more was recorded.
func (r *taking) passes(t *testing.T, d time.Duration) {
	t.Helper()
	end := r.sound().Length() + d
	until(t, fmt.Sprintf("%v more were recorded", d), func() bool { return r.sound().Length() >= end })
}

// record records what the server plays, until the test ends.
func (s *soundServer) record(t *testing.T) *taking {
	t.Helper()
	r := &taking{}
	cmd := s.command("parec", "-d", s.sink+".monitor", "--raw", "--format=s16le", "--channels=1",
		"--rate="+strconv.Itoa(Rate), "--latency-msec=10")
	cmd.Stdout = r
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	r.passes(t, 100*time.Millisecond)
	return r
}

// heard is what is recorded while a sound is played, and a little longer.
func (r *taking) heard(t *testing.T, play func() error) Sound {
	t.Helper()
	from := len(r.sound())
	if err := play(); err != nil {
		t.Fatal(err)
	}
	r.passes(t, 200*time.Millisecond)
	return r.sound()[from:]
}

// measures are what sox says of a sound without the silence around it.
type measures struct {
	seconds, loudness, pitch float64
	first, last              float64 // the pitch of its first and last tenth of a second
}

func measure(t *testing.T, s Sound) measures {
	t.Helper()
	folder := t.TempDir()
	whole, bare := filepath.Join(folder, "whole.wav"), filepath.Join(folder, "bare.wav")
	if err := os.WriteFile(whole, encodeWAV(s), 0o600); err != nil {
		t.Fatal(err)
	}
	edge := []string{"silence", "1", "0.001", "0.1%", "reverse"}
	sox(t, append(append([]string{whole, bare}, edge...), edge...)...)
	all := sox(t, bare, "-n", "stat")
	m := measures{seconds: all["Length (seconds)"], loudness: all["RMS amplitude"], pitch: all["Rough frequency"]}
	if m.seconds >= 0.1 {
		m.first = sox(t, bare, "-n", "trim", "0", "0.1", "stat")["Rough frequency"]
		m.last = sox(t, bare, "-n", "trim", "-0.1", "stat")["Rough frequency"]
	}
	return m
}

// sox carries sox out and returns what it measured.
func sox(t *testing.T, args ...string) map[string]float64 {
	t.Helper()
	out, err := exec.Command("sox", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("sox %q: %v: %s", args, err, out)
	}
	found := map[string]float64{}
	for line := range strings.Lines(string(out)) {
		name, value, _ := strings.Cut(line, ":")
		if number, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil {
			found[strings.Join(strings.Fields(name), " ")] = number
		}
	}
	return found
}

// like tells whether two sounds measure the same.
func (m measures) like(o measures) bool {
	near := func(a, b, part float64) bool { return math.Abs(a-b) <= part*math.Max(a, b) }
	return math.Abs(m.seconds-o.seconds) < 0.02 && near(m.loudness, o.loudness, 0.05) &&
		near(m.pitch, o.pitch, 0.03) && near(m.first, o.first, 0.05) && near(m.last, o.last, 0.05)
}

// faithful measures a sound that is heard as it was made, and as long as it is
// being played. Five takes are allowed for it: on a busy machine a recording
// has holes.
func (r *taking) faithful(t *testing.T, s Sound, play func() error) measures {
	t.Helper()
	made := measure(t, s)
	for take := 1; ; take++ {
		begun := time.Now()
		var took time.Duration
		got := measure(t, r.heard(t, func() error {
			defer func() { took = time.Since(begun) }()
			return play()
		}))
		if got.like(made) && took >= s.Length() && took < s.Length()+time.Second {
			return got
		}
		if t.Logf("made as %+v, heard as %+v, played for %v of %v", made, got, took, s.Length()); take == 5 {
			t.Fatal("it was never heard as it was made")
		}
	}
}

// TestTheServerIsFound asks for the one server that the environment names.
func TestTheServerIsFound(t *testing.T) {
	server := startServer(t, "null")
	for _, setting := range server.environment() {
		name, value, _ := strings.Cut(setting, "=")
		t.Setenv(name, value)
	}
	out := chosen(t, "PulseAudio", func() (Output, []Trial) { return ChooseOutput(t.Context()) })
	if err := out.Play(t.Context(), Tone(cue.Tick, 50)); err != nil {
		t.Errorf("it says %v", err)
	}
}

// chosen is the output that is to be chosen. Whoever answers late is not taken, so
// that five takes are allowed: a busy machine is late now and then.
func chosen(t *testing.T, want string, choose func() (Output, []Trial)) Output {
	t.Helper()
	for take := 1; ; take++ {
		out, trials := choose()
		if nameOf(out) == want {
			return out
		}
		if t.Logf("it takes %q after\n%s", nameOf(out), inWords(trials)); take == 5 {
			t.Fatalf("it never takes %s", want)
		}
	}
}

func TestWhatIsHeard(t *testing.T) {
	var mu sync.Mutex
	heard := map[string]measures{}
	listen := func(t *testing.T, name string, s Sound) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := startServer(t, "null")
			r, p := server.record(t), pulse{server.dial}
			got := r.faithful(t, s, func() error { return p.Play(t.Context(), s) })
			t.Logf("%-6s %+v", name, got)
			mu.Lock()
			defer mu.Unlock()
			heard[name] = got
		})
	}
	t.Run("all", func(t *testing.T) {
		for _, tt := range tones {
			listen(t, tt.name, Tone(tt.tone, 70))
		}
		listen(t, "half the volume", Tone(cue.Begin, 35))
	})
	if len(heard) == 0 {
		return // each has said why it was skipped
	}
	begin, finish, ease := heard["begin"], heard["finish"], heard["ease"]
	if begin.last < 1.2*begin.first || finish.first < 1.2*finish.last || finish.seconds < begin.seconds+0.1 {
		t.Errorf("begin and finish are heard alike: %+v, %+v", begin, finish)
	}
	if ease.pitch > 0.8*begin.pitch || ease.loudness > 0.8*begin.loudness {
		t.Errorf("ease is no lower and softer than begin: %+v, %+v", ease, begin)
	}
	if part := heard["half the volume"].loudness / begin.loudness; math.Abs(part-0.25) > 0.03 {
		t.Errorf("half the volume has %.2f of the loudness", part)
	}
}

func TestNoVolumeIsSilent(t *testing.T) {
	t.Parallel()
	server := startServer(t, "null")
	r, p := server.record(t), pulse{server.dial}
	if silent := loudest(r.heard(t, func() error { return p.Play(t.Context(), Tone(cue.Begin, 0)) })); silent > 0 {
		t.Errorf("no volume is heard: %d", silent)
	}
}

func TestWhatIsHeardThroughPaplay(t *testing.T) {
	t.Parallel()
	server := startServer(t, "null")
	r := server.record(t)
	find := func(program string) (string, error) {
		if program != paPlay.program {
			return nothingInstalled(program)
		}
		return server.paplay(t).path, nil
	}
	out := chosen(t, "paplay", func() (Output, []Trial) {
		return machine{"linux", find, noServer}.output(t.Context())
	})
	s := Tone(cue.Finish, 70)
	got := r.faithful(t, s, func() error { return out.Play(t.Context(), s) })
	t.Logf("%+v", got)
}

func TestNothingIsHeardAfterTheCut(t *testing.T) {
	t.Parallel()
	server := startServer(t, "null")
	r, p := server.record(t), pulse{server.dial}
	long := beep(20 * time.Second)
	for _, o := range []Output{p, server.paplay(t)} {
		inTime(t, 100*time.Millisecond, func(t *testing.T) time.Duration {
			ctx, cancel := context.WithCancel(t.Context())
			from := len(r.sound())
			ended := make(chan error, 1)
			go func() { ended <- o.Play(ctx, long) }()
			until(t, "the sound is heard", func() bool { return loudest(r.sound()[from:]) > 1000 })
			took, err := cut(t, cancel, ended)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", o.Name(), err)
			}
			until(t, "the server plays nothing", func() bool { return !server.plays(t) })
			r.passes(t, 100*time.Millisecond) // what was on its way
			from = len(r.sound())
			r.passes(t, 200*time.Millisecond)
			if got := loudest(r.sound()[from:]); got > 0 {
				t.Errorf("%s is still heard: %d", o.Name(), got)
			}
			return took
		})
	}
}

// plays reports whether the server plays anything.
func (s *soundServer) plays(t *testing.T) bool {
	t.Helper()
	list, err := s.command("pactl", "list", "short", "sink-inputs").Output()
	if err != nil {
		t.Fatal(err)
	}
	return len(bytes.TrimSpace(list)) > 0
}

func TestSeveralAreHeardAtOnce(t *testing.T) {
	t.Parallel()
	server := startServer(t, "null")
	r, p := server.record(t), pulse{server.dial}
	got := r.heard(t, func() error {
		ended := make(chan error, 1)
		go func() { ended <- p.Play(t.Context(), Tone(cue.Ease, 100)) }()
		err := p.Play(t.Context(), beep(500*time.Millisecond))
		return errors.Join(err, <-ended)
	})
	none := strength(got, 700)
	for _, hertz := range []float64{293.66, 440} {
		if strength(got, hertz) < 20*none {
			t.Errorf("%.0f Hz is not heard", hertz)
		}
	}
	if length := measure(t, got).seconds; length > 0.7 {
		t.Errorf("one is heard after the other, for %.2f s", length)
	}
}

func TestAServerThatGoesAndComes(t *testing.T) {
	t.Parallel()
	server := startServer(t, "null")
	server.record(t)
	p := pulse{server.dial}
	if err := p.Play(t.Context(), Tone(cue.Tick, 50)); err != nil {
		t.Errorf("with a server it says %v", err)
	}
	server.stop() // while nothing is played
	server.start(t)
	server.record(t)
	ended := make(chan error, 1)
	long := beep(20 * time.Second)
	go func() { ended <- p.Play(t.Context(), long) }()
	until(t, "it is played", func() bool { return server.plays(t) })
	if _, err := cut(t, server.stop, ended); err == nil || !strings.Contains(err.Error(), "broke the sound off") {
		t.Errorf("with a server that went away it says %v", err)
	}
	if err := p.Play(t.Context(), Tone(cue.Tick, 50)); err == nil || !strings.Contains(err.Error(), "no PulseAudio server") {
		t.Errorf("without a server it says %v", err)
	}
}

func TestAServerWithoutADevice(t *testing.T) {
	t.Parallel()
	err := (pulse{startServer(t, nullSink).dial}).Play(t.Context(), Tone(cue.Tick, 50))
	if err == nil || !strings.Contains(err.Error(), "has no device to play on") {
		t.Errorf("it says %v", err)
	}
}
