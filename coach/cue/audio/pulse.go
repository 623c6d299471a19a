package audio

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

	"uncramp/coach/private"
)

// pulse is an Output through PulseAudio's server, or PipeWire's that stands in for
// it.
//
// It speaks the protocol itself: the library's own player waits for a server
// that went away, and panics where a stream is closed while the server asks for
// more. A sound has a connection to itself, so that to stop it is to hang up.
type pulse struct {
	dial func(ctx context.Context) (net.Conn, error)
}

// connection is one to the server.
type connection struct {
	*proto.Client
	gone    context.Context // done once either side hung up
	hangUp  context.CancelFunc
	started context.Context // done once the sound has started, or the connection is gone
}

// Name implements Output.
func (p pulse) Name() string { return "PulseAudio" }

// Play implements Output. A sound without samples only asks whether the server
// is there.
func (p pulse) Play(ctx context.Context, s Sound) error {
	if s.Length() > maxLength {
		return fmt.Errorf("a sound of %v is too long for PulseAudio: at most %v", s.Length(), maxLength)
	}
	bounded, cancel := context.WithTimeout(ctx, s.playTimeout())
	defer cancel()
	c, err := p.connect(bounded)
	if err == nil {
		err = c.play(s)
		c.hangUp()
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case bounded.Err() != nil:
		return errors.New("PulseAudio does not answer")
	}
	return err
}

// loginDelays are how long each attempt to get in waits before it says who is
// there. The server tells that by a mark that a message loses which comes in
// before it has begun to look.
var loginDelays = []time.Duration{0, 10 * time.Millisecond, 40 * time.Millisecond, 90 * time.Millisecond}

func (p pulse) connect(ctx context.Context) (c connection, err error) {
	for _, delay := range loginDelays {
		if c, err = p.connectOnce(ctx, delay); !errors.Is(err, proto.ErrAccessDenied) || ctx.Err() != nil {
			break
		}
	}
	return c, err
}

func (p pulse) connectOnce(ctx context.Context, delay time.Duration) (connection, error) {
	conn, err := p.dial(ctx)
	if err != nil {
		return connection{}, fmt.Errorf("no PulseAudio server: %w", err)
	}
	wait(ctx, delay)
	c := connection{Client: &proto.Client{}}
	c.gone, c.hangUp = context.WithCancel(ctx)
	var start context.CancelFunc
	c.started, start = context.WithCancel(c.gone)
	context.AfterFunc(c.gone, func() { _ = conn.Close() }) // it was of use until now
	c.Callback = func(message any) {
		switch message.(type) {
		case *proto.Started:
			start()
		case *proto.ConnectionClosed, *proto.PlaybackStreamKilled:
			c.hangUp()
		}
	}
	c.SetTimeout(2 * maxLength) // hanging up comes before it
	c.Open(strictConn{conn, c.hangUp})
	if err := c.login(); err != nil {
		c.hangUp()
		return connection{}, fmt.Errorf("PulseAudio does not let us in: %w", err)
	}
	return c, nil
}

// strictConn hangs up at the first write that fails. The client itself goes on for
// a while, keeps what it can't write, and panics once it has kept too much.
type strictConn struct {
	net.Conn
	hangUp func()
}

// Write implements net.Conn.
func (c strictConn) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	if err != nil {
		c.hangUp()
	}
	return n, err
}

func (c connection) login() error {
	var reply proto.AuthReply
	if err := c.Request(&proto.Auth{Version: c.Version(), Cookie: cookie()}, &reply); err != nil {
		return err
	}
	c.SetVersion(reply.Version)
	props := proto.PropList{"application.name": proto.PropListString("uncramp")}
	return c.Request(&proto.SetClientName{Props: props}, &proto.SetClientNameReply{})
}

// latency is how soon after it came in the server plays a sound. Much less, and a busy
// machine stutters.
const latency = 40 * time.Millisecond

// nullSink is what the server calls the device that it makes up for want of one.
const nullSink = "auto_null"

// chunkSize is how many bytes are sent at once.
const chunkSize = 32 << 10

func (c connection) play(s Sound) error {
	if len(s) == 0 {
		return nil
	}
	var stream proto.CreatePlaybackStreamReply
	err := c.Request(&proto.CreatePlaybackStream{
		SampleSpec: proto.SampleSpec{Format: proto.FormatInt16LE, Channels: 1, Rate: Rate},
		ChannelMap: proto.ChannelMap{proto.ChannelMono}, ChannelVolumes: proto.ChannelVolumes{proto.VolumeNorm},
		Properties: proto.PropList{"media.name": proto.PropListString("cue")},
		SinkIndex:  proto.Undefined, BufferMaxLength: proto.Undefined, BufferMinimumRequest: proto.Undefined,
		BufferTargetLength: uint32(2 * samples(latency)), AdjustLatency: true,
		BufferPrebufferLength: 2, // it begins with the first sample
	}, &stream)
	if err != nil {
		return fmt.Errorf("PulseAudio takes no sound: %w", err)
	}
	if stream.SinkName == nullSink {
		return errors.New("PulseAudio has no device to play on: connect one, or look into the sound settings")
	}
	for part := range slices.Chunk(s.bytes(), chunkSize) {
		if c.gone.Err() != nil {
			return errBrokenOff
		}
		if err := c.Send(stream.StreamIndex, part); err != nil {
			return fmt.Errorf("%w: %w", errBrokenOff, err)
		}
	}
	return c.await(s.Length() + latency + time.Duration(stream.SinkLatency)*time.Microsecond)
}

// await waits until a sound has begun, and then for so long. The server is not
// asked when it is over: one without a device says so two seconds late.
func (c connection) await(length time.Duration) error {
	<-c.started.Done()
	wait(c.gone, length)
	if c.gone.Err() != nil {
		return errBrokenOff
	}
	return nil
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

// pulseSocket is a path of Unix, which alone has such servers.
func pulseSocket() (string, error) {
	if servers := os.Getenv("PULSE_SERVER"); servers != "" {
		for s := range strings.FieldsSeq(servers) {
			if path := strings.TrimPrefix(s, "unix:"); strings.HasPrefix(path, "/") {
				return path, nil
			}
		}
		return "", errors.New("PULSE_SERVER names no socket of this machine")
	}
	folder := os.Getenv("XDG_RUNTIME_DIR")
	if folder == "" {
		return "", errors.New("XDG_RUNTIME_DIR is not set")
	}
	return folder + "/pulse/native", nil
}

// cookie is what the server knows its people by. It knows most of them by who
// they are on this machine, so that one without meaning does.
func cookie() []byte {
	const length = 256
	path := os.Getenv("PULSE_COOKIE")
	if folder, err := os.UserConfigDir(); path == "" && err == nil {
		path = filepath.Join(folder, "pulse", "cookie")
	}
	if b, err := private.Read(path, length); err == nil && len(b) == length {
		return b
	}
	return make([]byte, length)
}
