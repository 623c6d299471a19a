package syncfolder

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/journal"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// life is some homes in which this and that happens, by chance.
type life struct {
	*world
	t      *testing.T
	chance *rand.Rand
	logged []record.ID // cramps
	backup string
}

// happenings are what can happen at a home. Those that stand there twice happen more
// often.
var happenings = []func(*life, *home){
	(*life).logs, (*life).logs, (*life).edits, (*life).edits, (*life).deletes, (*life).follows, (*life).undoes, (*life).redoes,
	(*life).drinks, (*life).drinks, (*life).ticks, (*life).begins, (*life).imports, (*life).restores, (*life).syncs, (*life).syncs,
	(*life).syncs, (*life).cuts, (*life).copies, (*life).setsClock,
}

// TestDiariesEndTheSame whatever happened on two or three devices, in any order, with
// clocks that are wrong, files that are cut off and backups that are restored.
func TestDiariesEndTheSame(t *testing.T) {
	for i := range trials(2, 12) {
		seed := rand.Uint64()
		t.Run(fmt.Sprintf("%d devices, seed %d", 2+i%2, seed), func(t *testing.T) {
			l := &life{worldOf(t, 2+i%2), t, rand.New(rand.NewPCG(seed, 0)), nil, filepath.Join(t.TempDir(), "backup.db")}
			for range trials(60, 1000) {
				l.now = l.now.Add(time.Duration(l.chance.IntN(120)) * time.Second)
				happenings[l.chance.IntN(len(happenings))](l, l.anyHome())
			}
			l.settles()
		})
	}
}

func (l *life) anyHome() *home { return l.homes[l.chance.IntN(len(l.homes))] }

// settles sees that every home ends with the same rows, none is lost, and then nothing
// is left to be done.
func (l *life) settles() {
	for _, h := range l.homes { // files that were cut off are written anew
		_, err := l.of(h).Run()
		must(l.t, err)
	}
	l.settle(l.t)
	want := l.homes[0].all(l.t)
	for _, h := range l.homes {
		if got := h.all(l.t); got != want {
			l.t.Fatalf("a diary differs from the first:\n%s\n%s", got, want)
		}
		if r := l.sync(l.t, h); r.Written {
			l.t.Errorf("something was left to be done: %+v", r)
		}
	}
	for _, id := range l.logged {
		if !strings.Contains(want, string(id)) {
			l.t.Errorf("the cramp %s is lost", id)
		}
	}
}

func (l *life) logs(h *home) {
	l.logged = append(l.logged, l.log(l.t, h, fmt.Sprint("note ", l.chance.IntN(9))).ID)
}

// anyCramp is one that a home knows of, if it does.
func (l *life) anyCramp(h *home) (e record.Episode, ok bool) {
	if len(l.logged) == 0 {
		return e, false
	}
	e, err := h.Episode(l.logged[l.chance.IntN(len(l.logged))])
	if err != nil && !errors.Is(err, diary.ErrNone) {
		l.t.Fatal(err)
	}
	return e, err == nil
}

func (l *life) edits(h *home) {
	if e, ok := l.anyCramp(h); ok {
		e.Edited, e.Deleted, e.Severity = time.Time{}, false, record.Rating{Given: true, Value: l.chance.IntN(11)}
		must(l.t, h.SaveEpisode(e))
	}
}

func (l *life) deletes(h *home) {
	if e, ok := l.anyCramp(h); ok {
		must(l.t, h.SaveEpisode(record.Episode{ID: e.ID, At: e.At, Deleted: true}))
	}
}

func (l *life) follows(h *home) {
	at := l.now.Add(h.ahead)
	s := record.Session{ID: record.NewID(at), At: at, Routine: "bedtime", Worked: time.Minute}
	if e, ok := l.anyCramp(h); ok {
		s.Episode = e.ID
	}
	must(l.t, h.Merge(record.Batch{Sessions: []record.Session{s}}))
}

func (l *life) undoes(h *home) {
	if _, err := h.TakeBack(); !errors.Is(err, journal.ErrNothing) {
		must(l.t, err)
	}
}

func (l *life) redoes(h *home) {
	if _, err := h.PutBack(); !errors.Is(err, journal.ErrNothing) {
		must(l.t, err)
	}
}

func (l *life) drinks(h *home) {
	_, err := h.AddGlasses(stats.DayOf(l.now), l.chance.IntN(4)-1)
	must(l.t, err)
}

func (l *life) ticks(h *home) {
	must(l.t, h.Tick(fmt.Sprint("cause-", l.chance.IntN(3)), l.chance.IntN(2) == 0))
}

func (l *life) begins(h *home) {
	kind := []record.TallyKind{record.Baseline, record.Programme, record.Stopped}[l.chance.IntN(3)]
	must(l.t, h.Mark([]record.Tally{{Kind: kind, Day: "2026-11-21", Name: "bedtime", Count: l.chance.IntN(2)}}))
}

// imports has a home import the diary of another, as it is, for its own.
func (l *life) imports(h *home) {
	file := journal.Import{
		Name: "diary.json", Text: strings.NewReader(l.anyHome().all(l.t)), Prefer: diary.PreferFile, Each: func(any, record.Standing) {},
	}
	_, _ = h.Import(file) // one of a clock that runs ahead is refused
}

// restores takes a home back to a backup, or makes one; what it had since, the others
// know.
func (l *life) restores(h *home) {
	if l.chance.IntN(4) > 0 || !h.Exists() {
		return
	}
	l.syncs(h)
	for _, other := range l.homes {
		l.syncs(other)
	}
	if _, err := os.Stat(l.backup); err != nil {
		must(l.t, h.Backup(l.backup))
		return
	}
	_, err := h.Restore(l.backup)
	must(l.t, errors.Join(err, os.Remove(l.backup)))
}

// syncs may meet files that were cut off.
func (l *life) syncs(h *home) {
	_, err := l.of(h).Run()
	must(l.t, err)
}

// cuts leaves a file of the folder half-written.
func (l *life) cuts(h *home) {
	path := filepath.Join(l.folder, fileOf(h.Device()))
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		must(l.t, os.Truncate(path, l.chance.Int64N(info.Size()+1)))
	}
}

// copies leaves a copy of a file, as Syncthing does where two versions meet.
func (l *life) copies(h *home) {
	if device := h.Device(); device != "" {
		l.put(l.t, "uncramp-"+device+".sync-conflict-20261121-223000-ABCDEFG.json", h.all(l.t))
	}
}

func (l *life) setsClock(h *home) {
	h.ahead = []time.Duration{0, 0, 3 * time.Hour, -50 * time.Hour}[l.chance.IntN(4)]
}

// TestNoGlassIsLost that is counted on two devices of which neither knows the other's.
func TestNoGlassIsLost(t *testing.T) {
	w := worldOf(t, 3)
	w.settle(t)
	day, said := stats.DayOf(evening), 0
	for round := range 3 {
		for i, h := range w.homes {
			_, err := h.AddGlasses(day, 1+i+round)
			must(t, err)
		}
		w.settle(t)
		said += (1 + round) + (2 + round) + (3 + round)
		for _, h := range w.homes {
			_, water, err := h.Days(evening, day)
			must(t, err)
			equal(t, "glasses", water[day], said)
		}
	}
	n, err := w.homes[0].AddGlasses(day, -said)
	must(t, err)
	equal(t, "glasses that were all taken back", n, 0)
	w.settle(t)
	equal(t, "what the others say", w.homes[2].all(t), w.homes[0].all(t))
}
