package cue

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

// pulse plays on PulseAudio's server, or on PipeWire's that stands in for it.
//
// It speaks the protocol itself: the library's own player waits for a server
// that went away, and panics where a stream is closed while the server asks for
// more. A sound has a line to the server to itself, so that to stop it is to
// hang up; a line that nothing is played on is kept for the next sound.
type pulse struct {
	dial func(ctx context.Context) (net.Conn, error)
	idle chan line       // holds one at most
	life context.Context // done once the output is closed
	end  context.CancelFunc
}

// line is a connection to the server.
type line struct {
	*proto.Client
	gone   context.Context // done once either side hung up
	hangUp context.CancelFunc
	begun  chan struct{} // gets one when a sound has begun
}

func newPulse(dial func(context.Context) (net.Conn, error)) pulse {
	life, end := context.WithCancel(context.Background())
	return pulse{dial, make(chan line, 1), life, end}
}

// Name is the server's.
func (p pulse) Name() string { return "PulseAudio" }

// Close hangs up, whatever is being played.
func (p pulse) Close() error {
	p.end()
	return nil
}

// slack is how much longer than its length a sound may take.
const slack = 2 * time.Second

// Play plays a sound to its end. A sound without samples only asks whether the
// server is there.
func (p pulse) Play(ctx context.Context, s Sound) error {
	if s.Length() > longest {
		return fmt.Errorf("a sound of %v is too long for PulseAudio: at most %v", s.Length(), longest)
	}
	bounded, cancel := context.WithTimeout(ctx, s.Length()+slack)
	defer cancel()
	err := p.play(bounded, s)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case bounded.Err() != nil:
		return errors.New("PulseAudio does not answer")
	}
	return err
}

func (p pulse) play(ctx context.Context, s Sound) error {
	l, err := p.line(ctx)
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, l.hangUp)
	err = l.play(s)
	if !stop() || err != nil {
		l.hangUp()
		return err
	}
	p.keep(l)
	return nil
}

// line is the one that was kept, if the server did not hang up, or a new one.
func (p pulse) line(ctx context.Context) (line, error) {
	select {
	case l := <-p.idle:
		if l.gone.Err() == nil {
			return l, nil
		}
	default:
	}
	return p.connect(ctx)
}

func (p pulse) keep(l line) {
	select {
	case p.idle <- l:
	default:
		l.hangUp()
	}
}

// knocks is how often the server is asked in: it tells who is there by a mark
// that a message loses which comes in before it has begun to look.
const knocks = 3

func (p pulse) connect(ctx context.Context) (l line, err error) {
	for range knocks {
		if l, err = p.knock(ctx); !errors.Is(err, proto.ErrAccessDenied) || ctx.Err() != nil {
			break
		}
	}
	return l, err
}

func (p pulse) knock(ctx context.Context) (line, error) {
	conn, err := p.dial(ctx)
	if err != nil {
		return line{}, fmt.Errorf("no PulseAudio server: %w", err)
	}
	l := line{Client: &proto.Client{}, begun: make(chan struct{}, 1)}
	l.gone, l.hangUp = context.WithCancel(p.life)
	context.AfterFunc(l.gone, func() { _ = conn.Close() }) // it was of use until now
	l.Callback = func(message any) {
		switch message.(type) {
		case *proto.Started:
			select {
			case l.begun <- struct{}{}:
			default: // it began anew, after a gap
			}
		case *proto.ConnectionClosed, *proto.PlaybackStreamKilled:
			l.hangUp()
		}
	}
	l.SetTimeout(longest + 2*slack) // hanging up comes before it
	l.Open(heedful{conn, l.hangUp})
	defer context.AfterFunc(ctx, l.hangUp)()
	if err := l.login(); err != nil {
		l.hangUp()
		return line{}, fmt.Errorf("PulseAudio does not let us in: %w", err)
	}
	return l, nil
}

// heedful hangs up at the first write that fails. The client itself goes on for
// a while, keeps what it can't write, and panics once it has kept too much.
type heedful struct {
	net.Conn
	hangUp func()
}

// Write is that of the connection.
func (h heedful) Write(b []byte) (int, error) {
	n, err := h.Conn.Write(b)
	if err != nil {
		h.hangUp()
	}
	return n, err
}

func (l line) login() error {
	var reply proto.AuthReply
	if err := l.Request(&proto.Auth{Version: l.Version(), Cookie: cookie()}, &reply); err != nil {
		return err
	}
	l.SetVersion(reply.Version)
	props := proto.PropList{"application.name": proto.PropListString("uncramp")}
	return l.Request(&proto.SetClientName{Props: props}, &proto.SetClientNameReply{})
}

// The server plays a sound so soon after it came in. Much less, and a busy
// machine stutters.
const latency = 40 * time.Millisecond

// nowhere is what the server calls the device that it makes up for want of one.
const nowhere = "auto_null"

// piece is how many bytes are sent at once.
const piece = 32 << 10

func (l line) play(s Sound) error {
	if len(s) == 0 {
		return nil
	}
	var stream proto.CreatePlaybackStreamReply
	err := l.Request(&proto.CreatePlaybackStream{
		SampleSpec:            proto.SampleSpec{Format: proto.FormatInt16LE, Channels: 1, Rate: Rate},
		ChannelMap:            proto.ChannelMap{proto.ChannelMono},
		ChannelVolumes:        proto.ChannelVolumes{proto.VolumeNorm},
		Properties:            proto.PropList{"media.name": proto.PropListString("cue")},
		SinkIndex:             proto.Undefined,
		BufferMaxLength:       proto.Undefined,
		BufferTargetLength:    uint32(2 * samples(latency)),
		BufferPrebufferLength: 2, // it begins with the first sample
		BufferMinimumRequest:  proto.Undefined,
		AdjustLatency:         true,
	}, &stream)
	if err != nil {
		return fmt.Errorf("PulseAudio takes no sound: %w", err)
	}
	if stream.SinkName == nowhere {
		return errors.New("PulseAudio has no device to play on: connect one, or look into the sound settings")
	}
	for part := range slices.Chunk(s.bytes(), piece) {
		if l.gone.Err() != nil {
			return errors.New("PulseAudio broke the sound off")
		}
		if err := l.Send(stream.StreamIndex, part); err != nil {
			return fmt.Errorf("PulseAudio broke the sound off: %w", err)
		}
	}
	if err := l.hear(s.Length() + latency + time.Duration(stream.SinkLatency)*time.Microsecond); err != nil {
		return err
	}
	if err := l.Request(&proto.DeletePlaybackStream{StreamIndex: stream.StreamIndex}, nil); err != nil {
		return fmt.Errorf("PulseAudio did not end the sound: %w", err)
	}
	select {
	case <-l.begun: // of the sound that is over
	default:
	}
	return nil
}

// hear waits until a sound has begun, and then for so long. The server is not
// asked when it is over: one without a device says so two seconds late.
func (l line) hear(length time.Duration) error {
	select {
	case <-l.begun:
	case <-l.gone.Done():
		return errBrokenOff
	}
	select {
	case <-time.After(length):
		return nil
	case <-l.gone.Done():
		return errBrokenOff
	}
}

var errBrokenOff = errors.New("PulseAudio broke the sound off")

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
