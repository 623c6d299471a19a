//go:build linux

package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// The first move of now, keys that home and the page of keys alone have, and Esc as a
// terminal sends it that can tell it from alt.
const (
	firstMove = "Rest this leg"
	homeKeys  = "red flags +s settings"
	keysBack  = `\? back`
	escape    = "\x1b[27u"
)

// ends are the ways out, with the exit codes they have.
var ends = []struct {
	name string
	do   func(x *terminal)
	code int
	key  string // that does it; empty: a signal
}{
	{"q", func(x *terminal) { x.send("q") }, 0, "q"},
	{"ctrl-c", func(x *terminal) { x.send("\x03") }, 130, "\x03"},
	{"HUP", func(x *terminal) { x.signal(syscall.SIGHUP) }, 129, ""},
	{"INT", func(x *terminal) { x.signal(syscall.SIGINT) }, 130, ""},
	{"TERM", func(x *terminal) { x.signal(syscall.SIGTERM) }, 143, ""},
}

func TestTheTerminalComesBackHoweverTheProgramEnds(t *testing.T) {
	screens := []struct {
		name, shows string
		args        []string
	}{
		{"night", firstMove, []string{"now", "--theme", "night"}},
		{"day", firstMove, []string{"now", "--theme", "day"}},
		{"home", homeKeys, nil},
		// As soon as anything is written the program is only half begun.
		{"at once", "", []string{"now", "--theme", "night"}},
	}
	for _, s := range screens {
		for _, end := range ends {
			t.Run(s.name+" "+end.name, func(t *testing.T) {
				t.Parallel()
				x := start(t, setup{}, s.args...)
				x.wait(s.shows)
				x.waitRaw("\x1b[?1049h")
				end.do(x)
				if code := x.exit(patience); code != end.code {
					t.Errorf("exit code %d, not %d", code, end.code)
				}
				x.left()
			})
		}
	}
}

// nightGround sets the night's own background, that of the theme.
const nightGround = "\x1b]11;#0b0704"

func TestNightSetsTheTerminalsColoursAndResetsThem(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now", "--theme", "night")
	x.wait(firstMove)
	x.waitRaw(nightGround)
	x.send("q")
	x.exit(patience)
	x.left()
	for _, reset := range []string{ansi.ResetForegroundColor, ansi.ResetBackgroundColor} {
		if !strings.Contains(x.written(), reset) {
			t.Errorf("%q was not written", reset)
		}
	}
}

func TestAKeyTypedAheadLeaves(t *testing.T) {
	t.Parallel()
	x := start(t, setup{typed: "q"}, "now")
	if code := x.exit(patience); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.left()
}

// jobs is a shell that controls jobs. It says what became of the program, and
// after a line that is typed it takes up again one that was stopped.
const jobs = `set -m; "$@"; echo "stopped: $?"; jobs -p; read line; fg; echo "left: $?"`

func TestCtrlZGivesTheTerminalToTheShellAndFgTakesItBack(t *testing.T) {
	t.Parallel()
	x := start(t, setup{shell: jobs}, "now", "--theme", "night")
	x.drawn()
	x.send("\x1a")
	x.waitRaw("stopped: 148")
	x.restored()
	x.send("\n")
	x.wait(firstMove)
	if x.settings() == x.before {
		t.Error("the terminal was not taken back")
	}
	x.send(" ")
	x.wait("PAUSED")
	x.send("q")
	x.exit(patience)
	x.wait("left: 0")
	x.left()
}

// TestCtrlZAtOnce comes between our own first frame and the framework's start.
// That is a short while, so it tries a few times.
func TestCtrlZAtOnceGivesTheTerminalToTheShell(t *testing.T) {
	for i := range 6 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			x := start(t, setup{shell: jobs}, "now", "--theme", "night")
			x.wait(firstMove)
			x.send("\x1a")
			stopped := "stopped: 148"
			x.until("the program to stop or to draw", func() bool {
				return bytes.Contains(x.raw, []byte(stopped)) || bytes.Contains(x.raw, []byte(ansi.RequestKittyKeyboard))
			})
			if !strings.Contains(x.written(), stopped) {
				x.send("\x1a") // so early a key may be lost
			}
			x.waitRaw(stopped)
			x.restored()
		})
	}
}

// TestCtrlZWithoutAShell has nobody who could continue the program, as in a
// window of its own: the system does not stop it.
func TestCtrlZWithoutAShellStopsNothing(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now")
	x.drawn()
	x.send("\x1a")
	x.send(" ")
	x.wait("PAUSED")
	x.send("q")
	if code := x.exit(patience); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.left()
}

// The test stops the program as a debugger does, and does to the terminal what
// a shell would.
func TestTheTerminalIsTakenBackAfterAStopFromOutside(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now")
	x.drawn()
	x.signal(syscall.SIGSTOP)
	if err := uninterrupted(func() error {
		return unix.Waitid(unix.P_PID, x.cmd.Process.Pid, nil, unix.WSTOPPED|unix.WNOWAIT, nil)
	}); err != nil {
		t.Fatal(err)
	}
	x.control(func(fd int) error { return unix.IoctlSetTermios(fd, unix.TCSETS, &x.before) })
	x.draw("\x1b[2J")
	x.signal(syscall.SIGCONT)
	x.wait(firstMove)
	x.send("q")
	if code := x.exit(patience); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.left()
}

func TestItEndsThoughTheTerminalDoesNotRead(t *testing.T) {
	for _, end := range ends {
		t.Run(end.name, func(t *testing.T) {
			t.Parallel()
			x := start(t, setup{}, "now", "--theme", "night")
			x.wait(firstMove)
			x.stall()
			x.resize(100, 40) // a whole screen is due
			end.do(x)
			if code := x.exit(3 * time.Second); code != end.code {
				t.Errorf("exit code %d, not %d", code, end.code)
			}
			x.goOn()
			x.left()
		})
	}
}

func TestAStalledTerminalGetsAFreshScreenOnceItReads(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now")
	x.wait(firstMove)
	x.stall()
	x.send(" ")
	x.resize(60, 20)
	x.goOn()
	x.wait("PAUSED")
}

func TestTheProgramIsGoneWhenTheTerminalIs(t *testing.T) {
	const (
		deaf = `trap "" HUP; exec "$@"` // as nohup does
		// Only the first process of a terminal hears of its end. A shell that
		// ignores the signal goes on waiting, and tells nobody.
		keeps = `trap "" HUP; "$@"; exit $?`
	)
	now := []string{"now"}
	plain := []string{"now", "--plain"}
	tests := []struct {
		name  string
		setup setup
		args  []string
		first func(x *terminal)
	}{
		{"player", setup{}, now, nil},
		{"player, HUP ignored", setup{shell: deaf}, now, nil},
		{"player, HUP kept by the shell", setup{shell: keeps}, now, nil},
		{"paused, HUP kept by the shell", setup{shell: keeps}, now, func(x *terminal) { x.send(" "); x.wait("PAUSED") }},
		{"home", setup{}, nil, nil},
		{"home, HUP ignored", setup{shell: deaf}, nil, nil},
		{"home, HUP kept by the shell", setup{shell: keeps}, nil, nil},
		{"plain", setup{}, plain, nil},
		{"plain, HUP ignored", setup{shell: deaf}, plain, nil},
		{"plain, HUP kept by the shell", setup{shell: keeps}, plain, nil},
		{"stalled", setup{}, now, func(x *terminal) { x.stall(); x.resize(90, 30) }},
		{"stalled, HUP kept by the shell", setup{shell: keeps}, now, func(x *terminal) { x.stall(); x.resize(90, 30) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			x := start(t, tt.setup, tt.args...)
			x.wait(firstMove + "|" + homeKeys)
			if tt.first != nil {
				tt.first(x)
			}
			x.master.Close()
			x.goOn()
			if code := x.exit(2 * time.Second); code != 129 {
				t.Errorf("exit code %d, not 129", code)
			}
		})
	}
}

func TestAStoppedJobIsGoneWhenTheTerminalIs(t *testing.T) {
	t.Parallel()
	x := start(t, setup{shell: jobs}, "now")
	x.drawn()
	x.send("\x1a")
	var job int
	x.until("the shell to name the job", func() bool {
		_, after, _ := strings.Cut(string(x.raw), "stopped: 148\r\n")
		n, _ := fmt.Sscanln(after, &job)
		return n == 1
	})
	fd, err := unix.PidfdOpen(job, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd)
	x.master.Close()
	gone := make(chan error, 1)
	go func() {
		gone <- uninterrupted(func() error {
			_, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, -1)
			return err
		})
	}()
	select {
	case err := <-gone:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(2 * time.Second):
		t.Errorf("process %d is still there", job)
		_ = unix.PidfdSendSignal(fd, unix.SIGKILL, nil, 0)
		<-gone
	}
}

func TestTheFirstFrameShowsTheFirstMoveBeforeAnythingIsAsked(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now", "--theme", "day")
	x.waitRaw(ansi.ResetModeSynchronizedOutput)
	x.wait(firstMove)
	x.waitRaw(ansi.RequestModeSynchronizedOutput) // a query of the framework
	out := x.written()
	frame, _, _ := strings.Cut(out, ansi.ResetModeSynchronizedOutput)
	if !strings.Contains(frame, firstMove) || !strings.Contains(frame, "GO SLACK") {
		t.Errorf("the first frame is %q", frame)
	}
	for _, query := range []string{ansi.RequestModeSynchronizedOutput, ansi.RequestBackgroundColor, ansi.RequestKittyKeyboard} {
		if strings.Contains(frame, query) {
			t.Errorf("%q comes before the first frame's end", query)
		}
	}
}

var controls = regexp.MustCompile(`\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x00-\x20\x7f]`)

func TestTheScreenIsEnteredOnceAndRedrawnUnseen(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now", "--theme", "night")
	x.drawn()
	x.send(" ")
	x.wait("PAUSED")
	x.send("q")
	x.exit(patience)
	x.left()
	out := x.written()
	if n := strings.Count(out, "\x1b[?1049h"); n != 1 {
		t.Errorf("the alternate screen is entered %d times", n)
	}
	_, rest, _ := strings.Cut(out, ansi.ResetModeSynchronizedOutput)
	between, second, found := strings.Cut(rest, ansi.SetModeSynchronizedOutput)
	if seen := controls.ReplaceAllString(between, ""); !found || seen != "" {
		t.Errorf("between the first frame and the redraw over it %q is seen", seen)
	}
	redraw, _, found := strings.Cut(second, ansi.ResetModeSynchronizedOutput)
	if !found || !strings.Contains(redraw, firstMove) {
		t.Errorf("the second frame is %q", redraw)
	}
}

func TestAnswersOfTheTerminalAreNoKeys(t *testing.T) {
	t.Parallel()
	x := start(t, setup{env: []string{"COLORTERM=truecolor"}}, "now", "--theme", "day")
	x.wait(firstMove)
	x.waitRaw(ansi.RequestBackgroundColor)
	x.send("\x1b[?2026;2$y\x1b[?2027;2$y\x1b[?1u\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c")
	x.waitRaw("\x1b[38;2;96;107;118m") // the quiet colour that reads on white
	x.send(" ")
	x.wait("PAUSED")
	x.send("q")
	if code := x.exit(patience); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.left()
}

// TestNothingIsWrittenWhilePaused: only the clock of a cramp goes on then.
func TestNothingIsWrittenWhilePaused(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "start", "bedtime", "--speed", "10")
	x.wait("GET READY")
	x.send(" ")
	x.wait("PAUSED")
	for out := "PAUSED"; out != ""; { // what belongs to the pause is still coming
		out = x.quiet(200 * time.Millisecond)
	}
	if out := x.quiet(600 * time.Millisecond); out != "" {
		t.Errorf("six seconds of pause wrote %q", out)
	}
}

func TestAKeyIsAnswered(t *testing.T) {
	t.Parallel()
	x := start(t, setup{}, "now")
	x.wait(firstMove)
	x.drawn()
	for range 3 {
		for _, shows := range []string{"PAUSED", "GO SLACK"} {
			began := time.Now()
			x.send(" ")
			x.wait(shows)
			t.Logf("%s after %v", shows, time.Since(began).Round(time.Millisecond))
		}
	}
}

func TestLeavingARoutineThatHomeOpenedLeadsHome(t *testing.T) {
	t.Parallel()
	x := start(t, setup{})
	x.wait(homeKeys)
	for range 2 {
		x.send("n")
		x.wait(firstMove)
		x.send("q")
		x.wait(homeKeys)
	}
	x.letGo()
	x.send("q")
	if code := x.exit(patience); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.left()
}

func TestEverySizeLeads(t *testing.T) {
	tests := []struct {
		cols, rows uint16
		shows      string
	}{
		{1, 1, `\S`},
		{24, 1, `GO SLACK 0:1\d`},
		{24, 2, `1\d +■ GO SLACK`},
		{40, 12, `(?s)GO SLACK.*Rest this leg`},
		{80, 24, `(?s)GO SLACK.*Rest this leg`},
		{250, 80, `(?s)█{9} .*█▀▄ █▀▀ ▄▀▀ ▀█▀ +▀█▀ █ █ █ ▄▀▀`}, // GO SLACK, REST THIS
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%dx%d", tt.cols, tt.rows), func(t *testing.T) {
			t.Parallel()
			x := start(t, setup{cols: tt.cols, rows: tt.rows}, "now")
			x.drawn()
			x.wait(tt.shows)
			x.send("q")
			if code := x.exit(patience); code != 0 {
				t.Errorf("exit code %d", code)
			}
			x.left()
		})
	}
}

func TestAStormOfResizesEndsInAGoodScreen(t *testing.T) {
	for name, args := range map[string][]string{firstMove: {"now"}, homeKeys: nil} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := start(t, setup{}, args...)
			x.wait(name)
			sizes := [][2]int{{0, 0}, {1, 1}, {24, 1}, {1, 50}, {250, 80}, {24, 2}, {0, 24}, {40, 12}, {3, 3}}
			for i := range 300 {
				s := sizes[i%len(sizes)]
				x.resize(s[0], s[1])
			}
			for _, s := range sizes { // each of them drawn, too
				x.resize(s[0], s[1])
				x.quiet(80 * time.Millisecond)
			}
			x.resize(80, 24)
			x.wait(name)
			x.send("q")
			if code := x.exit(patience); code != 0 {
				t.Errorf("exit code %d", code)
			}
			x.left()
		})
	}
}

func TestATerminalThatCannotBeDrawnOnGetsPlainLines(t *testing.T) {
	plain := []string{"start", "bedtime", "--speed", "600"}
	tests := []struct {
		name  string
		setup setup
		args  []string
		shows string
	}{
		{"dumb", setup{env: []string{"TERM=dumb"}}, plain, "DONE"},
		{"no TERM", setup{env: []string{"TERM="}}, plain, "DONE"},
		{"no size", setup{noSize: true}, plain, "DONE"},
		{"a size that nothing has", setup{shell: `stty rows 9999 cols 9999; "$@"`}, plain, "DONE"},
		{"asked for", setup{}, append(plain, "--plain"), "DONE"},
		{"output is a pipe", setup{shell: `"$@" | cat`}, plain, "DONE"},
		{"input is a pipe", setup{shell: `: | "$@"`}, plain, "DONE"},
		{"home into a pipe", setup{shell: `"$@" | cat`}, nil, "ease +Ease the cramp"},
		{"dumb help", setup{env: []string{"TERM=dumb"}}, []string{"--help"}, "Usage:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			x := start(t, tt.setup, tt.args...)
			if code := x.exit(patience); code != 0 {
				t.Errorf("exit code %d", code)
			}
			x.left()
			if out := x.written(); strings.Contains(out, "\x1b") || !regexp.MustCompile(tt.shows).MatchString(out) {
				t.Errorf("printed was %q", out)
			}
		})
	}
}

// menuAsks is the question of the main menu.
const menuAsks = "or 0 to leave:"

func TestATerminalThatCannotBeDrawnOnGetsTheMenu(t *testing.T) {
	for name, setup := range map[string]setup{
		"dumb": {env: []string{"TERM=dumb"}}, "no TERM": {env: []string{"TERM="}}, "no size": {noSize: true},
		"asked for": {env: []string{"UNCRAMP_PLAIN=1"}}, "asked for everywhere": {env: []string{"ACCESSIBLE=1"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := start(t, setup)
			x.waitRaw(menuAsks)
			x.send("0\r")
			if code := x.exit(patience); code != 0 {
				t.Errorf("exit code %d", code)
			}
			x.left()
			if out := x.written(); strings.Contains(out, "\x1b") {
				t.Errorf("printed was %q", out)
			}
		})
	}
}

func TestPlainLinesWithoutAnyTerminal(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	cmd := program(t, setup{}, "start", "bedtime", "--speed", "600")
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Error(err)
	}
	if s := out.String(); strings.Contains(s, "\x1b") || !strings.Contains(s, "HOLD") || !strings.Contains(s, "DONE") {
		t.Errorf("printed was %q", s)
	}
}

func TestPlainEndsOfASignalWithItsCode(t *testing.T) {
	for shows, args := range map[string][]string{firstMove: {"now", "--plain"}, menuAsks: {"--plain"}} {
		for _, end := range ends[2:] {
			t.Run(end.name+" "+shows, func(t *testing.T) {
				t.Parallel()
				x := start(t, setup{}, args...)
				x.wait(shows)
				end.do(x)
				if code := x.exit(patience); code != end.code {
					t.Errorf("exit code %d, not %d", code, end.code)
				}
				x.left()
			})
		}
	}
}

var colours = regexp.MustCompile(`\x1b\[(?:[\d;:]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[\d;:]*m|\x1b\]1[01];#`)

func TestNoColourWhereNoneIsWanted(t *testing.T) {
	// Where it is two o'clock at night the program sets the terminal's own
	// colours, unless it is told not to.
	east := (26-time.Now().UTC().Hour()+12)%24 - 12
	night := fmt.Sprintf("TZ=Etc/GMT%+d", -east)
	for name, args := range map[string][]string{firstMove: {"now"}, homeKeys: nil} {
		for env, wanted := range map[string]bool{"NO_COLOR=1": false, "UNCRAMP_THEME=mono": false, "UNCRAMP_THEME=day": true, "": true} {
			t.Run(name+" "+env, func(t *testing.T) {
				t.Parallel()
				x := start(t, setup{env: []string{env, night}}, args...)
				x.wait(name)
				x.drawn()
				x.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\") // by day there is no colour before the terminal has answered
				x.send("?")
				x.wait(keysBack)
				x.send(escape + "q")
				x.exit(patience)
				x.left()
				if got := colours.FindString(x.written()); wanted != (got != "") {
					t.Errorf("colours wanted: %v; written was %q", wanted, got)
				}
				if dark := strings.Contains(x.written(), nightGround); dark != (env == "") {
					t.Errorf("the terminal's own background was set: %v", dark)
				}
			})
		}
	}
}
