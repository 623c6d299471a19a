package audio

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/coach/process"
	"uncramp/coach/skip"
)

func TestChooseVoiceTakesTheFirstThatIsThere(t *testing.T) {
	for _, c := range []struct{ system, there, want, tried string }{
		{"linux", "espeak-ng spd-say", "espeak-ng", "espeak-ng"},
		{"linux", "spd-say termux-tts-speak", "spd-say", "espeak-ng: espeak-ng is not installed, spd-say"},
		{"linux", "say powershell.exe", "", "espeak-ng: espeak-ng is not installed, spd-say: spd-say is not installed"},
		{"android", "termux-tts-speak espeak-ng", "termux-tts-speak", "termux-tts-speak"},
		{"android", "espeak-ng", "espeak-ng", "termux-tts-speak: termux-tts-speak is not installed, espeak-ng"},
		{"darwin", "say espeak-ng", "say", "say"},
		{"darwin", "espeak-ng", "espeak-ng", "say: say is not installed, espeak-ng"},
		{"windows", "powershell.exe espeak-ng", "SAPI", "SAPI"},
		{"windows", "espeak-ng", "espeak-ng", "SAPI: powershell.exe is not installed, espeak-ng"},
		{"windows", "", "", "SAPI: powershell.exe is not installed, espeak-ng: espeak-ng is not installed, spd-say: spd-say is not installed"},
		{"freebsd", "espeak-ng", "espeak-ng", "espeak-ng"},
	} {
		got, tried := took(machine{system: c.system, find: having(c.there)}.voice(VoiceSettings{Rate: 150}))
		if got != c.want || tried != c.tried {
			t.Errorf("%s with %q: took %q after %q, want %q after %q", c.system, c.there, got, tried, c.want, c.tried)
		}
	}
}

// TestARecordingTakesAVoiceThatGivesSounds, and says why the others are none.
func TestARecordingTakesAVoiceThatGivesSounds(t *testing.T) {
	for _, c := range []struct{ system, there, want, tried string }{
		{"linux", "espeak-ng spd-say", "espeak-ng", "espeak-ng"},
		{"linux", "", "", "espeak-ng: espeak-ng is not installed"},
		{"linux", "spd-say", "", "espeak-ng: espeak-ng is not installed, spd-say: " + fmt.Sprintf(givesNoSound, "spd-say")},
		{"android", "termux-tts-speak espeak-ng", "espeak-ng",
			"termux-tts-speak: " + fmt.Sprintf(givesNoSound, "termux-tts-speak") + ", espeak-ng"},
	} {
		got, tried := took(machine{system: c.system, find: having(c.there)}.soundVoice(VoiceSettings{Rate: 150}))
		if got != c.want || tried != c.tried {
			t.Errorf("%s with %q: took %q after %q, want %q after %q", c.system, c.there, got, tried, c.want, c.tried)
		}
	}
}

// having finds the programs that are there.
func having(there string) func(string) (string, error) {
	return func(program string) (string, error) {
		if !slices.Contains(strings.Fields(there), program) {
			return "", fmt.Errorf("%s is not installed", program)
		}
		return "/bin/" + program, nil
	}
}

// took is the name of a voice that was chosen, and what was tried, in words.
func took(v *Voice, trials []Trial) (name, tried string) {
	if v != nil {
		name = v.Name()
	}
	var all []string
	for _, trial := range trials {
		all = append(all, strings.TrimSuffix(trial.Name+": "+trial.Why, ": "))
	}
	return name, strings.Join(all, ", ")
}

// espeak is the voice of espeak-ng, as it is found in the path; nil if it is not.
func espeak(how VoiceSettings) *Voice {
	v, _ := machine{system: "linux", find: process.Find}.voice(how)
	return v
}

func TestHowProgramsAreCalled(t *testing.T) {
	m := VoiceSettings{Rate: 150, Speaker: "-o /etc/x\n$(id)", volume: 50}
	for name, want := range map[string]string{
		"say":       "-r150|-o|/tmp/f.wav|--data-format=LEI16@22050|-f|-|-v-o /etc/x $(id)",
		"SAPI":      strings.Join(powershellArgs(speakScript), "|"),
		"espeak-ng": "-s150|-w|/tmp/f.wav|--stdin|-v-o /etc/x $(id)",
		"spd-say":   "--wait|--pipe-mode|-r-22|-i0|-y-o /etc/x $(id)",
		// Its shell script takes what stands in its options for options of its own.
		"termux-tts-speak": "-r|1.00",
	} {
		i := slices.IndexFunc(speechPrograms, func(t speechProgram) bool { return t.name == name })
		if got := strings.Join(speechPrograms[i].args(m, "/tmp/f.wav"), "|"); got != want {
			t.Errorf("%s is called\n%s, want\n%s", name, got, want)
		}
		if got := speechPrograms[i].args(VoiceSettings{Rate: 150}, "f"); slices.ContainsFunc(got, func(a string) bool { return strings.HasPrefix(a, "-v") || strings.HasPrefix(a, "-y") }) {
			t.Errorf("%s is called %q with no speaker named", name, got)
		}
	}
}

// TestSAPIIsGivenLines holds what the words of the script rely on: three lines,
// then the words.
func TestSAPIIsGivenLines(t *testing.T) {
	i := slices.IndexFunc(speechPrograms, func(t speechProgram) bool { return t.name == "SAPI" })
	got := speechPrograms[i].input(VoiceSettings{Rate: 180, Speaker: "Zira\n'; exit"}, `C:\Temp\a b.wav`, "-Hold still")
	if want := "C:\\Temp\\a b.wav\n0\nZira '; exit\n-Hold still"; got != want {
		t.Errorf("it is given %q, want %q", got, want)
	}
	if strings.ContainsAny(strings.Join(powershellArgs(speakScript), ""), "\"\n") {
		t.Error("the script holds what a command line on Windows may lose")
	}
	for words, want := range map[int]int{0: 0, -5: 0, 1: -10, 60: -10, 80: -7, 150: -2, 180: 0, 300: 5, 540: 10, 9999: 10} {
		if got := sapiRate(words); got != want {
			t.Errorf("%d words a minute are step %d, want %d", words, got, want)
		}
	}
}

func TestRatesOfVoicesThatSpeakByThemselves(t *testing.T) {
	for _, tt := range []struct {
		words, level int
		factor       string
	}{{0, 0, "1.00"}, {80, -100, "0.53"}, {150, -22, "1.00"}, {170, 0, "1.13"}, {300, 46, "2.00"}, {9999, 100, "66.66"}} {
		if level, factor := dispatcherRate(tt.words), androidRate(tt.words); level != tt.level || factor != tt.factor {
			t.Errorf("%d words a minute are %d and %s, want %d and %s", tt.words, level, factor, tt.level, tt.factor)
		}
	}
}

func TestPlainIsOnlyWords(t *testing.T) {
	for in, want := range map[string]string{
		"Hold, left calf.":             "Hold, left calf.",
		"-w /tmp/x":                    "-w /tmp/x",
		" a\r\nb\tc ":                  "a b c",
		"\x1b]0;x\x07 \x01s9 \x9bred":  "0;x s9 red",
		"[[slnc 9000]]now":             "slnc 9000 now",
		"\u202eright\u200b \ufeffleft": "right left",
		"a\u2028b\u0085c":              "a b c",
		"bad \xff\xfe bytes":           "bad bytes",
		`<break time="9s"/> & 'so'`:    `<break time="9s"/> & 'so'`,
		"Größe 足 \u00a0 \u0301":        "Größe 足 \u0301",
		"\n\x00\t[]":                   "",
	} {
		if got := cleanLine(in); got != want {
			t.Errorf("cleanLine(%q) is %q, want %q", in, got, want)
		}
	}
}

// stubVoice returns the voice espeak-ng with a script in place of the program.
// The script finds its folder in $HERE, the file to write in $FILE and a second
// of sound in $HERE/good.wav.
func stubVoice(t *testing.T, script string) (v *Voice, here string) {
	t.Helper()
	here = stubs(t, map[string]string{"espeak-ng": "FILE=$3\n" + script})
	if err := os.WriteFile(filepath.Join(here, "good.wav"), encodeWAV(beep(time.Second)), 0o600); err != nil {
		t.Fatal(err)
	}
	if v = espeak(VoiceSettings{Rate: 150}); v == nil {
		t.Fatal("the stub was not found")
	}
	return v, here
}

// beep is a sound to tell by its length.
func beep(d time.Duration) Sound {
	s := make(Sound, int(d*Rate/time.Second))
	for i := range s {
		s[i] = int16(8000 * math.Sin(2*math.Pi*440*float64(i)/Rate))
	}
	return s
}

func TestTextReachesAVoiceAsInputOnly(t *testing.T) {
	v, here := stubVoice(t, `printf '%s\n' "$@" > $HERE/args; cat > $HERE/input; cp $HERE/good.wav "$FILE"`)
	for _, words := range []string{
		"Hold, left calf.", "-w /tmp/stolen", "--help", "--", "-", `"; touch stolen; "`, "$(touch stolen) `touch stolen`",
		"two\nlines\r\nand more", "\x1b[31mred\x07", `<speak><break time="9s"/></speak>`, "[[slnc 9000]]", "C:\\> %PATH%",
	} {
		sound, err := v.say(t.Context(), words)
		if err != nil {
			t.Fatalf("%q: %v", words, err)
		}
		if d := sound.Length() - time.Second; d.Abs() > 10*time.Millisecond {
			t.Errorf("%q takes %v", words, sound.Length())
		}
		if got := string(contents(t, here, "input")); got != cleanLine(words) {
			t.Errorf("%q reached it as %q", words, got)
		}
		args := strings.Split(strings.TrimSpace(string(contents(t, here, "args"))), "\n")
		if len(args) != 4 || args[0] != "-s150" || args[1] != "-w" || filepath.Base(args[2]) != "words.wav" || args[3] != "--stdin" {
			t.Errorf("%q: it was called with %q", words, args)
		}
	}
	nothingLeft(t, here)
}

func TestNoWordsAreNoSound(t *testing.T) {
	v, here := stubVoice(t, "exit 1")
	for _, words := range []string{"", "\n\x00 \t", "[]"} {
		if sound, err := v.say(t.Context(), words); err != nil || len(sound) > 0 {
			t.Errorf("%q takes %v, %v", words, sound.Length(), err)
		}
	}
	if _, err := os.Stat(filepath.Join(here, "pids")); err == nil {
		t.Error("the program was called for nothing")
	}
}

func TestBadVoicesAreEnded(t *testing.T) {
	for name, script := range map[string]string{
		"hangs":          "trap '' TERM INT HUP; while :; do sleep 1; done",
		"floods":         "while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; echo nnnnnnnnnnnnnnnnnnnnnnnn >&2; done",
		"forks":          "sleep 1000 & echo $! >> $HERE/pids; trap '' HUP; sleep 1000",
		"forks and ends": "sleep 1000 & echo $! >> $HERE/pids; exit 3",
		"fails":          "exit 1",
		"dies":           "kill -9 $$",
		"is silent":      "exit 0",
		"writes garbage": `head -c 4096 /bin/sh > "$FILE"`,
		"writes nothing": `: > "$FILE"`,
		"cuts off":       `head -c 30 $HERE/good.wav > "$FILE"`,
		"writes a lot":   `head -c 17000000 /dev/zero > "$FILE"`,
		"makes a folder": `mkdir "$FILE"`,
		"makes a pipe":   `mkfifo "$FILE"`,
		"makes a link":   `ln -s $HERE/good.wav "$FILE"`,
	} {
		t.Run(name, func(t *testing.T) {
			v, here := stubVoice(t, script)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			type answer struct {
				sound Sound
				err   error
			}
			ended := make(chan answer, 1)
			go func() {
				sound, err := v.say(ctx, "Hold still.")
				ended <- answer{sound, err}
			}()
			if name == "hangs" || name == "floods" || name == "forks" { // nothing else ends these
				until(t, "the stub is up", func() bool {
					_, err := os.Stat(filepath.Join(here, "pids"))
					return err == nil
				})
				cancel()
			}
			begun := time.Now()
			if got := <-ended; got.err == nil || got.sound != nil {
				t.Errorf("it says %v, with error %v", got.sound.Length(), got.err)
			}
			if took := time.Since(begun); took > 1500*time.Millisecond {
				t.Errorf("it took %v", took)
			}
			nothingLeft(t, here)
		})
	}
}

// TestWhatAVoiceLeavesBehind is ended, and what it said counts.
func TestWhatAVoiceLeavesBehind(t *testing.T) {
	v, here := stubVoice(t, `cp $HERE/good.wav "$FILE"; sleep 1000 & echo $! >> $HERE/pids`)
	if sound, err := v.say(t.Context(), "Hold still."); err != nil || sound.Length() != time.Second {
		t.Errorf("it says %v, with error %v", sound.Length(), err)
	}
	nothingLeft(t, here)
}

func TestVoiceThatWentMissing(t *testing.T) {
	v, here := stubVoice(t, "exit 0")
	if err := os.Remove(filepath.Join(here, "bin", "espeak-ng")); err != nil {
		t.Fatal(err)
	}
	if sound, err := v.say(t.Context(), "Hold still."); err == nil {
		t.Errorf("it says %v all the same", sound.Length())
	}
	nothingLeft(t, here)
}

func contents(t *testing.T, folder, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// nothingLeft holds that no process of a stub and no file that it was to write
// is left.
func nothingLeft(t *testing.T, here string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Join(here, "tmp"))
	if err != nil || len(files) > 0 {
		t.Errorf("left behind: %v, %v", files, err)
	}
	if runtime.GOOS != "linux" {
		return
	}
	pids, _ := os.ReadFile(filepath.Join(here, "pids")) // a program that is missing wrote none
	for _, pid := range strings.Fields(string(pids)) {
		until(t, "process "+pid+" is gone", func() bool { return !lives(t, pid) })
	}
}

// lives reports whether a process runs. A zombie counts if it is one of ours.
func lives(t *testing.T, pid string) bool {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%s/stat", pid))
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	return fields[0] != "Z" || fields[1] == strconv.Itoa(os.Getpid())
}

func TestRealSpeech(t *testing.T) {
	t.Parallel()
	if espeak(VoiceSettings{}) == nil {
		skip.Because(t, "espeak-ng is not installed, so real speech is not measured")
	}
	const few, many = "Hold, left calf.", "Hold, left calf. Lean in, back heel down, until the calf pulls. Keep breathing."
	say := func(m VoiceSettings, words string) Sound {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), speechTimeout)
		defer cancel()
		sound, err := espeak(m).say(ctx, words)
		if err != nil {
			t.Fatalf("%q: %v", words, err)
		}
		t.Logf("%q at %d takes %v, loudness %.0f", words, m.Rate, sound.Length(), loudness(sound))
		return sound
	}
	short, long := say(VoiceSettings{Rate: 150}, few), say(VoiceSettings{Rate: 150}, many)
	if short.Length() < 500*time.Millisecond || long.Length() < 2*short.Length() {
		t.Errorf("few words take %v, many %v", short.Length(), long.Length())
	}
	slow, fast := say(VoiceSettings{Rate: 100}, many), say(VoiceSettings{Rate: 250}, many)
	if float64(slow.Length()) < 1.3*float64(long.Length()) || float64(fast.Length()) > 0.8*float64(long.Length()) {
		t.Errorf("100 words a minute take %v, 150 %v, 250 %v", slow.Length(), long.Length(), fast.Length())
	}
	for _, s := range []Sound{short, long, slow, fast, say(VoiceSettings{Rate: 150, Speaker: "en-us"}, few)} {
		if loudness(s) < 300 {
			t.Errorf("a loudness of %.0f is silence", loudness(s))
		}
	}
	for _, words := range []string{"-w " + few, "--help " + few, `<speak><break time="20s"/></speak> ` + few, "[[slnc 20000]] " + few, "\x0120S" + few} {
		if s := say(VoiceSettings{Rate: 150}, words); loudness(s) < 300 || s.Length() < short.Length() || s.Length() > 10*time.Second {
			t.Errorf("%q was taken for more than words: %v, loudness %.0f", words, s.Length(), loudness(s))
		}
	}
	if _, err := espeak(VoiceSettings{Rate: 150, Speaker: "nobody"}).say(t.Context(), few); err == nil {
		t.Error("a speaker that is not there speaks")
	}
}

// loudness is the root of the mean square of a sound.
func loudness(s Sound) float64 {
	sum := 0.0
	for _, v := range s {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum / float64(max(len(s), 1)))
}

// TestWhatIsNoSoundIsToldWithoutItsFile, of which the person knows nothing.
func TestWhatIsNoSoundIsToldWithoutItsFile(t *testing.T) {
	folder := t.TempDir()
	for name, data := range map[string][]byte{"none": nil, "short": []byte("RIFF"), "empty": encodeWAV(nil), "large": make([]byte, maxSoundFile+1)} {
		file := filepath.Join(folder, name)
		if data != nil {
			if err := os.WriteFile(file, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := readSound(file); err == nil || strings.Contains(err.Error(), folder) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
