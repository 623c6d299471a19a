package diary

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
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
		v.ID, v.Edited = NewID(v.At), time.Time{}
		if err := stubborn(func() error { return d.PutSession(context.Background(), v) }); err != nil {
			return err
		}
		fmt.Println(v.ID)
		e := cramp(1)
		e.ID, e.Note, e.Edited = ID("note-"+args[1]), fmt.Sprint(i), time.Time{}
		if err := stubborn(func() error { return d.PutEpisode(context.Background(), e) }); err != nil {
			return err
		}
		fmt.Println(e.Note)
		m := Mark{Kind: Water, Day: evening.AddDate(0, 0, i).Format(dateForm), N: 1}
		if err := stubborn(func() error { return d.PutMark(context.Background(), m) }); err != nil {
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
	path := diaryIn(t)
	var acknowledged []ID
	days := map[string]bool{}
	kills := trials(5, 1000)
	for trial := range kills {
		first, second := startWriter(t, path, 2*trial), startWriter(t, path, 2*trial+1)
		some := 1 + rand.IntN(25)
		one := first.until(t, some)
		first.kill(t)
		two := second.until(t, rand.IntN(10))
		second.kill(t)
		one, two = append(one, first.rest()...), append(two, second.rest()...)
		d := open(t, path)
		whole(t, d)
		if d.Notice() != "" {
			t.Fatal(d.Notice())
		}
		for i, said := range [][]string{one, two} {
			acknowledged = append(acknowledged, sessionsIn(said)...)
			noteIsKept(t, d, fmt.Sprint("note-", 2*trial+i), said)
			addDaysIn(said, days)
		}
		kept := map[ID]bool{}
		for v, err := range d.Sessions(t.Context(), Span{}, false) {
			must(t, err)
			kept[v.ID] = true
		}
		for _, id := range acknowledged {
			if !kept[id] {
				t.Fatalf("after kill %d, %s is missing", trial+1, id)
			}
		}
		poured := map[string]bool{}
		for _, m := range collect(t, d.Marks(t.Context(), Water, Days{}, false)) {
			poured[m.Day] = true
		}
		for day := range days {
			if !poured[day] {
				t.Fatalf("after kill %d, the glass of %s is missing", trial+1, day)
			}
		}
		closed(t, d)
	}
	if len(days) == 0 {
		t.Fatal("no glass was ever acknowledged")
	}
	t.Logf("%d kills, %d acknowledged rows, none missing", 2*kills, len(acknowledged)+len(days))
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
	e, err := d.Episode(t.Context(), ID(id))
	must(t, err)
	n, err := strconv.Atoi(e.Note)
	must(t, err)
	if n < last {
		t.Fatalf("edit %d of %s was acknowledged, and %d is kept", last, id, n)
	}
}

func sessionsIn(said []string) (ids []ID) {
	for _, word := range said {
		if len(word) == 26 {
			ids = append(ids, ID(word))
		}
	}
	return ids
}

func addDaysIn(said []string, days map[string]bool) {
	for _, word := range said {
		if _, err := time.Parse(dateForm, word); err == nil {
			days[word] = true
		}
	}
}

type writer struct {
	kill func(testing.TB)
	says *bufio.Reader
}

func startWriter(t *testing.T, path string, n int) *writer {
	t.Helper()
	cmd := helper(t, "write", path, strconv.Itoa(n))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	w := &writer{says: bufio.NewReader(out)}
	w.kill = func(t testing.TB) {
		must(t, cmd.Process.Kill())
		// Wait comes after the rest was read, in the end.
		t.Cleanup(func() { _ = cmd.Wait() })
	}
	return w
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

// rest is what it still said in whole lines before it was killed.
func (w *writer) rest() (said []string) {
	for {
		line, err := w.says.ReadString('\n')
		if err != nil {
			return said
		}
		said = append(said, strings.TrimSpace(line))
	}
}

// future are steps that the schema doesn't have, for the rig.
var future = []string{
	`ALTER TABLE episodes ADD COLUMN weather TEXT NOT NULL DEFAULT '';
UPDATE episodes SET weather = note;
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
		must(t, private(path))
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
	var weathers, changed, moods int
	must(t, db.QueryRow("SELECT count(*) FROM episodes WHERE weather = note").Scan(&weathers))
	must(t, db.QueryRow("SELECT count(*) FROM sessions WHERE done_for % 10 = 1").Scan(&changed))
	must(t, db.QueryRow("SELECT count(*) FROM marks WHERE mood = n").Scan(&moods))
	if from > 0 {
		equal(t, "rows", []int{weathers, changed, moods}, []int{fixtureRows, fixtureRows, marksIn(from)})
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
