package diary

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"uncramp/coach/record"
)

func init() {
	helpers["write"] = writeForever
	helpers["migrate"] = migrateAndDie
	sqlite.MustRegisterScalarFunction("die", 0, func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
		return nil, die()
	})
}

// die is what kill -9 does.
func die() error {
	p, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	if err := p.Kill(); err != nil {
		return err
	}
	select {} // until it happens
}

// writeForever puts sessions and marks and edits a cramp, and names each row
// once it was acknowledged.
func writeForever(args []string) error {
	var d *DB
	err := stubborn(func() (err error) {
		d, err = Open(context.Background(), args[0], time.Now)
		return err
	})
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		v := followed(i)
		v.ID, v.Edited = record.NewID(v.At), time.Time{}
		if err := stubborn(func() error { return d.PutSession(context.Background(), v) }); err != nil {
			return err
		}
		fmt.Println(v.ID)
		e := cramp(1)
		e.ID, e.Note, e.Edited = record.ID("note-"+args[1]), fmt.Sprint(i), time.Time{}
		if err := stubborn(func() error { return d.PutEpisode(context.Background(), e) }); err != nil {
			return err
		}
		fmt.Println(e.Note)
		m := record.Tally{Kind: record.Water, Day: evening.AddDate(0, 0, i).Format(time.DateOnly), Count: 1}
		if err := stubborn(func() error { return d.PutTally(context.Background(), m) }); err != nil {
			return err
		}
		fmt.Println(m.Day)
	}
}

// stubborn tries again when another process, which writes without a pause,
// left no room. No person writes so much.
func stubborn(put func() error) error {
	for {
		if err := put(); primary(err) != sqlite3.SQLITE_BUSY {
			return err
		}
	}
}

// TestSavedMeansSaved is promise 5: whatever was acknowledged before a kill -9
// is there, from two processes that write at the same time.
func TestSavedMeansSaved(t *testing.T) {
	t.Parallel()
	const diaries, pairs = 20, 50 // each pair of kills reads all of its diary again
	var saved acknowledged
	for range trials(1, diaries) {
		saved.add(killsInOne(t, trials(5, pairs)))
	}
	if saved.days == 0 {
		t.Fatal("no glass was ever acknowledged")
	}
	t.Logf("%d sessions and %d glasses acknowledged, none missing", saved.sessions, saved.days)
}

// acknowledged is how many rows were.
type acknowledged struct{ sessions, days int }

func (a *acknowledged) add(b acknowledged) { a.sessions, a.days = a.sessions+b.sessions, a.days+b.days }

// killsInOne kills pairs of writers of one diary.
func killsInOne(t *testing.T, pairs int) acknowledged {
	t.Helper()
	path := diaryIn(t)
	var ids []record.ID
	days := map[string]bool{}
	for pair := range pairs {
		first, second := startWriter(t, path, 2*pair), startWriter(t, path, 2*pair+1)
		one := first.until(t, 1+rand.IntN(25))
		one = append(one, first.killed(t)...)
		two := second.until(t, rand.IntN(10))
		two = append(two, second.killed(t)...)
		d := open(t, path)
		whole(t, d)
		if d.Notice() != "" {
			t.Fatal(d.Notice())
		}
		for i, said := range [][]string{one, two} {
			ids = append(ids, sessionsIn(said)...)
			noteIsKept(t, d, fmt.Sprint("note-", 2*pair+i), said)
			addDaysIn(said, days)
		}
		allAreKept(t, d, ids, days)
		closed(t, d)
	}
	return acknowledged{len(ids), len(days)}
}

// allAreKept sees that all sessions and the glasses of all days are there.
func allAreKept(t *testing.T, d *DB, ids []record.ID, days map[string]bool) {
	t.Helper()
	kept := map[record.ID]bool{}
	for _, v := range collect(t, d.Sessions(t.Context(), record.Span{}, false)) {
		kept[v.ID] = true
	}
	for _, id := range ids {
		if !kept[id] {
			t.Fatalf("%s is missing", id)
		}
	}
	poured := map[string]bool{}
	for _, m := range collect(t, d.Tallies(t.Context(), record.Water, record.Days{}, false)) {
		poured[m.Day] = true
	}
	for day := range days {
		if !poured[day] {
			t.Fatalf("the glass of %s is missing", day)
		}
	}
}

// noteIsKept sees that the last note that was acknowledged, or one after it,
// is there.
func noteIsKept(t *testing.T, d *DB, id string, said []string) {
	t.Helper()
	last := -1
	for _, word := range said {
		if n, err := strconv.Atoi(word); err == nil && len(word) < 20 {
			last = n
		}
	}
	if last < 0 {
		return
	}
	e, err := d.Episode(t.Context(), record.ID(id))
	must(t, err)
	n, err := strconv.Atoi(e.Note)
	must(t, err)
	if n < last {
		t.Fatalf("edit %d of %s was acknowledged, and %d is kept", last, id, n)
	}
}

func sessionsIn(said []string) (ids []record.ID) {
	for _, word := range said {
		if len(word) == 26 {
			ids = append(ids, record.ID(word))
		}
	}
	return ids
}

func addDaysIn(said []string, days map[string]bool) {
	for _, word := range said {
		if _, err := time.Parse(time.DateOnly, word); err == nil {
			days[word] = true
		}
	}
}

type writer struct {
	cmd  *exec.Cmd
	says *bufio.Reader
}

func startWriter(t *testing.T, path string, n int) *writer {
	t.Helper()
	cmd := helper(t, "write", path, strconv.Itoa(n))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return &writer{cmd, bufio.NewReader(out)}
}

// until reads so many acknowledgements.
func (w *writer) until(t *testing.T, n int) (said []string) {
	t.Helper()
	for range n {
		line, err := w.says.ReadString('\n')
		must(t, err)
		said = append(said, strings.TrimSpace(line))
	}
	return said
}

// killed ends it, and returns what it still said in whole lines before.
func (w *writer) killed(t *testing.T) (said []string) {
	t.Helper()
	must(t, w.cmd.Process.Kill())
	for {
		line, err := w.says.ReadString('\n')
		if err != nil {
			break
		}
		said = append(said, strings.TrimSpace(line))
	}
	if err := w.cmd.Wait(); err == nil {
		t.Error("it ended by itself")
	}
	return said
}

// future are steps that the schema doesn't have, for the rig.
var future = []string{
	`ALTER TABLE episodes ADD COLUMN rig_note TEXT NOT NULL DEFAULT '';
UPDATE episodes SET rig_note = note;
CREATE TABLE moons (id TEXT PRIMARY KEY) STRICT;
INSERT INTO moons SELECT id FROM episodes;
DROP INDEX sessions_by_at;
CREATE INDEX sessions_by_at ON sessions (at, id, edited);
ALTER TABLE marks ADD COLUMN mood INTEGER NOT NULL DEFAULT 7;
UPDATE marks SET mood = n;`,
	`ALTER TABLE sessions RENAME COLUMN worked TO done_for;
UPDATE sessions SET done_for = done_for + 1;
DROP TABLE moons;`,
}

// migrateAndDie takes steps to a version, and dies before one statement.
func migrateAndDie(args []string) error {
	list, err := stepsAndFuture()
	if err != nil {
		return err
	}
	before, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", dsn(args[0]))
	if err != nil {
		return err
	}
	if _, err := db.Exec("PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return migrate(context.Background(), db, deadly(list, before))
}

func stepsAndFuture() ([]string, error) {
	list, err := steps()
	return append(list, future...), err
}

// deadly are steps with a death before the n-th of their statements.
func deadly(list []string, n int) (out []string) {
	for _, step := range list {
		var statements []string
		for _, s := range statementsOf(step) {
			if n == 0 {
				statements = append(statements, "SELECT die()")
			}
			statements = append(statements, s)
			n--
		}
		if n == 0 { // after the last, before the number of the version
			statements = append(statements, "SELECT die()")
		}
		n--
		out = append(out, strings.Join(statements, ";\n"))
	}
	return out
}

func statementsOf(step string) (list []string) {
	for s := range strings.SplitSeq(step, ";\n") {
		if s = strings.TrimSuffix(strings.TrimSpace(s), ";"); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// TestUpgradesLoseNothing is promise 7: killed before every statement of every
// step, from every version there was and from nothing, the next start finishes
// the work, and every row is there.
func TestUpgradesLoseNothing(t *testing.T) {
	t.Parallel()
	list, err := stepsAndFuture()
	must(t, err)
	for from := range len(list) - len(future) + 1 {
		kills := 0
		for range trials(1, 20) {
			for n := deaths(list[:from]); n < deaths(list); n++ {
				killedAt(t, list, from, n)
				kills++
			}
		}
		t.Logf("from version %d: %d kills", from, kills)
	}
}

func deaths(list []string) (n int) {
	for _, step := range list {
		n += len(statementsOf(step)) + 1
	}
	return n
}

func killedAt(t *testing.T, list []string, from, n int) {
	t.Helper()
	path := diaryIn(t)
	if from > 0 {
		putFixture(t, from, path)
	} else {
		must(t, os.MkdirAll(parent(path), 0o700))
		must(t, os.WriteFile(lockPath(path), nil, 0o600))
		must(t, ensureFile(t.Context(), path))
	}
	if out, err := helper(t, "migrate", path, strconv.Itoa(n)).CombinedOutput(); err == nil || len(out) > 0 {
		t.Fatalf("it was not killed at %d: %v: %s", n, err, out)
	}
	db, err := sql.Open("sqlite", dsn(path))
	must(t, err)
	defer db.Close()
	must(t, migrate(t.Context(), db, list))
	v, err := version(t.Context(), db)
	must(t, err)
	equal(t, "the version", v, len(list))
	var verdict string
	must(t, db.QueryRow("PRAGMA integrity_check").Scan(&verdict))
	equal(t, "integrity_check", verdict, "ok")
	var copied, changed, moods int
	must(t, db.QueryRow("SELECT count(*) FROM episodes WHERE rig_note = note").Scan(&copied))
	must(t, db.QueryRow("SELECT count(*) FROM sessions WHERE done_for % 10 = 1").Scan(&changed))
	must(t, db.QueryRow("SELECT count(*) FROM marks WHERE mood = n").Scan(&moods))
	if from > 0 {
		equal(t, "rows", []int{copied, changed, moods}, []int{fixtureRows, fixtureRows, marksIn(from)})
	}
}

// TestANewerDiaryIsLeftAsItIs, also while its log was not yet taken in.
func TestANewerDiaryIsLeftAsItIs(t *testing.T) {
	t.Parallel()
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	_, err := d.db.Exec("PRAGMA user_version = 99")
	must(t, err)
	_, err = Open(t.Context(), path, clock)
	plain(t, err, "newer", "99")
	closed(t, d)
	before := bytesOf(t, path)
	_, err = Open(t.Context(), path, clock)
	plain(t, err, "newer", "99")
	if !slices.Equal(bytesOf(t, path), before) {
		t.Error("a newer diary was changed")
	}
	equal(t, "files", names(t, parent(path)), []string{"diary.db", "diary.db.lock"})
}
