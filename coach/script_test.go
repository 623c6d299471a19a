package coach

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"uncramp/coach/text"
)

// TestMain lets this test binary be the program itself when a script calls it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"uncramp": func() { os.Exit(Main(os.Args[1:])) }})
}

// TestScripts plays testdata/script, one file a command. Beside testscript's
// own words the scripts know:
//
//	exits CODE PROGRAM ARG...     run it; it must end with that code
//	closed PROGRAM ARG...         run it with nobody reading what it prints
//	lines FILE N                  the file has N lines
//	plain FILE...                 none holds a character that is not to be seen
//	objects FILE                  every line is one JSON object
//	keys FILE PATH KEY...         the objects at PATH have these keys, no other
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		RequireUniqueNames: true,
		ContinueOnError:    true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", filepath.Join(e.WorkDir, "home"))
			for _, kind := range []string{"CONFIG", "DATA", "STATE", "CACHE"} {
				e.Setenv("XDG_"+kind+"_HOME", filepath.Join(e.WorkDir, strings.ToLower(kind)))
			}
			for _, name := range []string{"XDG_RUNTIME_DIR", "TMPDIR"} { // where a finding is kept if it can't be at home
				e.Setenv(name, e.WorkDir)
			}
			e.Setenv("GORACE", "atexit_sleep_ms=0") // a second for each of a hundred runs otherwise
			// What no script can hold as text.
			e.Setenv("ESCAPES", "\x1b[2J\x1b]0;x\x07\x9b2J\u009b31m\u202e\u2066\r\n\tx")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "closed": closed, "lines": lines, "plain": plain, "objects": objects, "keys": keys,
		},
	})
}

func usage(ts *testscript.TestScript, neg, ok bool, form string) {
	if neg || !ok {
		ts.Fatalf("usage: %s", form)
	}
}

// code is the exit code of a program that ran, or -1 where a signal ended it.
func code(ts *testscript.TestScript, err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	ts.Fatalf("it did not run: %v", err)
	return -1
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, len(args) > 1, "exits CODE PROGRAM ARG...")
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := code(ts, ts.Exec(args[1], args[2:]...)); got != want {
		ts.Fatalf("it ended with code %d, want %d", got, want)
	}
}

// closed is what a script can't do: the reader is gone before the first byte.
func closed(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, len(args) > 0, "closed PROGRAM ARG...")
	path, err := exec.LookPath(args[0])
	ts.Check(err)
	r, w, err := os.Pipe()
	ts.Check(err)
	ts.Check(r.Close())
	defer w.Close()
	var stderr bytes.Buffer
	cmd := exec.Command(path, args[1:]...)
	for _, name := range []string{"PATH", "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "GORACE"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	cmd.Stdout, cmd.Stderr = w, &stderr
	got := code(ts, cmd.Run())
	if got == 0 || got == 2 || strings.Contains(stderr.String(), "goroutine ") || strings.Count(stderr.String(), "\n") > 1 {
		ts.Fatalf("it ended with code %d and said %q", got, stderr.String())
	}
}

func lines(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, len(args) == 2, "lines FILE N")
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); got != want {
		ts.Fatalf("%s has %d lines, want %d", args[0], got, want)
	}
}

func plain(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, len(args) > 0, "plain FILE...")
	for _, file := range args {
		for i, line := range strings.Split(ts.ReadFile(file), "\n") {
			if strings.ContainsFunc(strings.ReplaceAll(line, "\t", " "), text.Hidden) {
				ts.Fatalf("%s:%d holds what is not to be seen: %q", file, i+1, line)
			}
		}
	}
}

func objects(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, len(args) == 1, "objects FILE")
	text := ts.ReadFile(args[0])
	if text == "" {
		ts.Fatalf("%s is empty", args[0])
	}
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			ts.Fatalf("%s:%d: %v: %q", args[0], i+1, err, line)
		}
	}
}

// keys looks at every object of every value in the file that a dotted path
// leads to; "." is the top.
func keys(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, len(args) > 2, "keys FILE PATH KEY...")
	want := slices.Sorted(slices.Values(args[2:]))
	found := 0
	for dec := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0]))); ; {
		var v any
		err := dec.Decode(&v)
		if errors.Is(err, io.EOF) {
			break
		}
		ts.Check(err)
		for _, object := range objectsAt(v, strings.FieldsFunc(args[1], func(c rune) bool { return c == '.' })) {
			found++
			var got []string
			for k := range object {
				got = append(got, k)
			}
			if slices.Sort(got); !slices.Equal(got, want) {
				ts.Fatalf("%s has the keys %v, want %v", args[1], got, want)
			}
		}
	}
	if found == 0 {
		ts.Fatalf("%s has no objects at %s", args[0], args[1])
	}
}

func objectsAt(v any, path []string) []map[string]any {
	switch v := v.(type) {
	case []any:
		var all []map[string]any
		for _, item := range v {
			all = append(all, objectsAt(item, path)...)
		}
		return all
	case map[string]any:
		if len(path) == 0 {
			return []map[string]any{v}
		}
		return objectsAt(v[path[0]], path[1:])
	}
	return nil
}
