// Package syncfolder keeps the diaries of several devices the same, through a folder
// that something else carries from one to the other, such as Syncthing or a stick.
//
// Its contract: each device writes one file there, its own, with all that its diary
// has, and reads the others'. What comes in is merged row by row as an import is: the
// later edit stays, whatever the order in which files come and however often. So the
// diaries say the same once each device has read what the others wrote. A file that
// isn't whole changes nothing.
package syncfolder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/journal"
	"uncramp/coach/private"
	"uncramp/coach/record"
)

// Sync is what a diary and a folder are brought together with.
type Sync struct {
	Folder  string
	Journal *journal.Journal
	Lock    string // the file by which two at once are kept apart
	Now     func() time.Time
	DryRun  bool // nothing is kept or written
}

// Result says what was done.
type Result struct {
	Files   []File // those of other devices, by name
	Own     string // the name of this device's own file; empty: it has none yet
	Written bool   // its own file; false: it said the same already
	Former  string // the file that was its own until now; empty: it still is
}

// File is one that another device wrote.
type File struct {
	Name string
	journal.Imported
	Ahead time.Duration // by how much the latest of its new edits is in the future
	Fault error         // why nothing of it came in
}

// clockTolerance is by how much the clocks of devices differ that go right.
const clockTolerance = 5 * time.Minute

// maxFile is more bytes than a diary of fifty years has.
const maxFile = 64 << 20

// Run brings in what other devices wrote, and writes this one's own file, if it would
// say something else than it does. With an error the diary is whole, and what came in
// before stays. Files of others at which something is wrong are told in the result.
func (s Sync) Run() (r Result, err error) {
	if err := checkFolder(s.Folder); err != nil {
		return r, err
	}
	if s.DryRun {
		return s.run()
	}
	err = alone(s.Lock, func() (err error) {
		private.Sweep(s.Folder)
		r, err = s.run()
		return err
	})
	return r, err
}

func (s Sync) run() (r Result, err error) {
	names, err := s.files()
	if err != nil {
		return r, err
	}
	device := s.Journal.Device()
	own := fileOf(device)
	for _, name := range names {
		f, err := s.bringIn(name)
		if err != nil {
			return r, err
		}
		switch {
		case name != own:
			r.Files = append(r.Files, f)
		case f.Changed > 0, errors.Is(f.Fault, exchange.ErrNewer): // another writes it too, or this diary went back
			r.Files, r.Former, device = append(r.Files, f), own, ""
		}
	}
	if s.DryRun {
		r.Own = fileOf(device)
		return r, nil
	}
	if device == "" {
		device = record.NewDevice()
		if err := s.Journal.NameDevice(device); err != nil {
			return r, fmt.Errorf(notWritten, err)
		}
	}
	r.Own = fileOf(device)
	r.Written, err = s.write(filepath.Join(s.Folder, r.Own))
	return r, err
}

// fileOf is the name of a device's file; empty for none.
func fileOf(device string) string {
	if device == "" {
		return ""
	}
	return fmt.Sprintf(fileName, device)
}

const fileName = "uncramp-%s.json"

// isOurs reports whether a name is that of a device's file, or of a copy that whatever
// carries the folder made of one where two versions of it met.
func isOurs(name string) bool { return fileNames().MatchString(name) }

var fileNames = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^uncramp-` + record.DevicePattern + `(?:[^a-z0-9\pC][^\pC]*)?\.json$`)
})

// files are the names of all devices' files, in order.
func (s Sync) files() (names []string, err error) {
	entries, err := os.ReadDir(s.Folder)
	for _, e := range entries {
		if isOurs(e.Name()) && !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names, private.Explain(err)
}

// bringIn merges the rows of a file into the diary. The error is one of the diary; what
// is wrong with the file is told in its place.
func (s Sync) bringIn(name string) (f File, err error) {
	f.Name = name
	path := filepath.Join(s.Folder, name)
	text, err := open(path)
	if errors.Is(err, fs.ErrNotExist) { // it was taken away meanwhile
		return f, nil
	}
	if err != nil {
		f.Fault = fmt.Errorf(skipped, err)
		return f, nil
	}
	defer func() { _ = text.Close() }() // it was only read
	limit := s.Now().Add(clockTolerance)
	f.Imported, err = s.Journal.Import(journal.Import{
		Name: name, Text: text, Format: exchange.JSON, Prefer: diary.PreferLater, DryRun: s.DryRun,
		Each: func(row any, _ record.Standing) {
			if edited := editOf(row); edited.After(limit) {
				f.Ahead = max(f.Ahead, edited.Sub(s.Now()))
			}
		},
	})
	var fault *exchange.Fault
	if errors.As(err, &fault) {
		return File{Name: name, Fault: fmt.Errorf(skipped, record.In(path, fault))}, nil
	}
	return f, err
}

// open opens a file of the folder. A link is none: it may lead anywhere.
func open(path string) (*os.File, error) {
	info, err := os.Lstat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		err = record.In(path, private.ErrIrregular)
	case err == nil && info.Size() > maxFile:
		err = record.In(path, private.ErrTooLarge)
	}
	if err != nil {
		return nil, private.Explain(err)
	}
	f, err := private.Open(path)
	return f, private.Explain(err)
}

// editOf is when a row was edited.
func editOf(row any) time.Time {
	switch v := row.(type) {
	case *record.Episode:
		return v.Edited
	case *record.Session:
		return v.Edited
	case *record.Tally:
		return v.Edited
	}
	return time.Time{}
}
