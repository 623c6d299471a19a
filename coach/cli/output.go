package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/private"
)

// output is where a command writes what it makes: a file or, without one, standard output.
type output struct {
	file   string // empty, or [standardOutput]: that
	force  bool
	begins func(start []byte) bool // reports whether a file is one that the command made
	ending string                  // of its name; empty: the command sees to that
}

// standardOutput is what its file is called by custom.
const standardOutput = "-"

// addOutput adds the flags of an output, with what is said of its file.
func addOutput(cmd *cobra.Command, about, ending string, begins func(start []byte) bool) *output {
	o := &output{begins: begins, ending: ending}
	cmd.Flags().StringVarP(&o.file, "output", "o", "", about)
	cmd.Flags().BoolVar(&o.force, "force", false, "overwrite a file that uncramp didn't write, too")
	return o
}

// check refuses a file whose name ends otherwise than its format does, and one in which
// something would be lost.
func (o *output) check() error {
	if o.file == standardOutput {
		return nil
	}
	if ext := filepath.Ext(o.file); o.ending != "" && ext != "" && !strings.EqualFold(ext, o.ending) {
		return misusef(otherEnding, ext, o.ending)
	}
	if o.file != "" && !o.force && !isOurs(o.file, o.begins) {
		return fmt.Errorf(notOurs, o.file)
	}
	return nil
}

// isOurs reports whether nothing is lost where a file is written: none is there, or an
// empty one, or one that begins as ours do. Of what is no file at all, who writes it
// says so.
func isOurs(path string, begins func(start []byte) bool) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return true
	}
	f, err := private.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	start := make([]byte, 2000)
	n, _ := io.ReadFull(f, start) // a shorter one is all there
	return begins(start[:n])
}

// write writes what was made, and says which file it is in.
func (o *output) write(a *App, made []byte) error {
	if o.file == "" || o.file == standardOutput {
		_, err := a.data.Write(made)
		return err
	}
	if err := private.Write(o.file, made); err != nil {
		return fmt.Errorf(notWritten, err)
	}
	return a.tellFile(o.file)
}

// tellFile prints the name of a file that was written: as it was given, for another
// program, or where it is, for who is led line by line.
func (a *App) tellFile(name string) error {
	if a.linear == 0 {
		return a.printName(name)
	}
	if whole, err := filepath.Abs(name); err == nil {
		name = whole
	}
	return a.print(fmt.Sprintf(fileWritten, name))
}
