package remind

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/skip"
)

// foreign are lines that other people's crontabs have.
var foreign = []string{
	"# m h dom mon dow command\n", "MAILTO=anna\n", "\n", "  \n", "*/5 * * * * /bin/true % input\n",
	"0 3 * * 1 echo \"\\%\" 'quoted'\t\n", "# uncramp\n", "# bedtime 22:30 daily\n", "# uncramp begins\n",
	"30 22 * * * uncramp remind show bedtime\n", "@reboot \xff\x01 ünïcode\n", "windows\r\n", "# uncramp end of it\n",
}

// TestForeignLinesAreKept changes tables at random: whatever is set and taken
// away, the others' lines stay, byte for byte and in order.
func TestForeignLinesAreKept(t *testing.T) {
	names := []string{"bedtime", "morning", "water"}
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 1))
		m := newRig(t, "crontab")
		var before string
		for range rng.IntN(12) {
			before += foreign[rng.IntN(len(foreign))]
		}
		if before != "" && rng.IntN(2) == 0 {
			before = strings.TrimSuffix(before, "\n")
		}
		m.table = &before
		want := map[string]string{}
		for range 6 {
			name := names[rng.IntN(len(names))]
			if rng.IntN(3) == 0 {
				delete(want, name)
				must(t, m.off(t, name))
			} else {
				r := reminder(t, name, []string{"9:00", "12:00 22:30"}[rng.IntN(2)], []string{"", "mon,tue"}[rng.IntN(2)])
				want[name] = r.Name + ": " + r.String() + "\n"
				must(t, m.set(t, r, "/home/anna's 100%/uncramp"))
			}
			if got := slices.Collect(strings.Lines(others(t, *m.table))); !slices.Equal(got, slices.Collect(strings.Lines(ended(before)))) && others(t, *m.table) != before {
				t.Fatalf("seed %d: the others' lines were\n%q\nand are\n%q", seed, before, *m.table)
			}
			var list string
			for _, name := range names {
				list += want[name]
			}
			if got := m.list(t); got != list {
				t.Fatalf("seed %d: it lists\n%s\nwant\n%s\nin\n%s", seed, got, list, *m.table)
			}
		}
	}
}

// others are the lines of a table that do not stand in our block.
func others(t *testing.T, table string) string {
	t.Helper()
	head, rest, ours := strings.Cut(table, blockBegin+"\n")
	if !ours {
		return table
	}
	_, tail, ended := strings.Cut(rest, blockEnd+"\n")
	if !ended {
		t.Fatalf("the block does not end:\n%s", table)
	}
	return head + tail
}

// ended is a text whose last line is whole.
func ended(s string) string {
	if s == "" || strings.HasSuffix(s, "\n") {
		return s
	}
	return s + "\n"
}

func TestLinesThatWereAddedToOurs(t *testing.T) {
	table := "a\n# uncramp begin\n# bedtime 22:30 daily\n30 22 * * * uncramp remind show bedtime\n0 1 * * * backup\n# note\n# uncramp end\nz\n"
	m := newRig(t, "crontab")
	m.table = &table
	must(t, m.off(t, "bedtime"))
	if want := "a\n0 1 * * * backup\n# note\nz\n"; *m.table != want {
		t.Errorf("it leaves\n%s", *m.table)
	}
}

func TestTornBlockIsLeftAlone(t *testing.T) {
	for table, line := range map[string]string{
		"a\n# uncramp begin\nb\n":                                      "line 2",
		"a\nb\n# uncramp end\n":                                        "line 3",
		"# uncramp begin\n# uncramp begin\n# uncramp end\n":            "line 2",
		"# uncramp begin\n# uncramp end\n# uncramp end\nlast without ": "line 3",
	} {
		m := newRig(t, "crontab")
		m.table = &table
		before := table
		for what, err := range map[string]error{"set": m.set(t, reminder(t, "bedtime", "22:30", ""), program), "off": m.off(t, "bedtime")} {
			if err == nil || !strings.Contains(err.Error(), line) {
				t.Errorf("%s of %q says %v", what, table, err)
			}
		}
		if *m.table != before {
			t.Errorf("%q became %q", before, *m.table)
		}
	}
}

func TestCrontabThatCannotBeRead(t *testing.T) {
	m := newRig(t, "crontab")
	table := "mine\n"
	m.table, m.fails = &table, "crontab -l"
	if err := m.set(t, reminder(t, "bedtime", "22:30", ""), program); err == nil || !strings.Contains(err.Error(), "stays as it is") {
		t.Errorf("it says %v", err)
	}
	if slices.Contains(m.ran, "crontab -") {
		t.Error("it was written")
	}
}

// TestRealCrontabTakesIt has the machine's own crontab check a table. Nothing is
// installed, and the person's own table is only read.
func TestRealCrontabTakesIt(t *testing.T) {
	skip.Without(t, "crontab")
	if _, err := (crontab{run: run}).read(t.Context()); err != nil && !strings.Contains(err.Error(), "not allowed") {
		t.Errorf("the real crontab -l: %v", err)
	}
	usage, _ := exec.CommandContext(t.Context(), "crontab", "-?").CombinedOutput() // it fails, and says how it is used
	var check string
	switch {
	case strings.Contains(string(usage), "dry run: checks the syntax"):
		check = "-n"
	case strings.Contains(string(usage), "-T <file>"):
		check = "-T"
	default:
		skip.Because(t, "this machine's crontab can't check a table without installing it")
	}
	table := table{head: "MAILTO=anna\n"}
	for i, path := range hostilePaths() {
		r := reminder(t, "water", "9:00 12:00 0:59", []string{"", "sun,sat"}[i%2])
		r.Name = "r" + strings.Repeat("x", i%20)
		table.jobs = append(table.jobs, job{r, string(fill("crontab", r, path, "/run/user/1000/bus", []Variable{{"XDG_DATA_HOME", path}}))})
	}
	file := filepath.Join(t.TempDir(), "table")
	for text, fine := range map[string]bool{table.String(): true, table.String() + "61 9 * * * true\n": false} {
		must(t, os.WriteFile(file, []byte(text), 0o600))
		if out, err := exec.CommandContext(t.Context(), "crontab", check, file).CombinedOutput(); (err == nil) != fine {
			t.Errorf("crontab %s: %v: %s\n%s", check, err, out, text)
		}
	}
}
