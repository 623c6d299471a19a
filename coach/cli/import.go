package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"uncramp/coach/charset"
	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/journal"
	"uncramp/coach/private"
	"uncramp/coach/record"
)

func (a *App) importCommand() *cobra.Command {
	cmd := command("diary-import", oneFile)
	format := addWord(cmd, "format", "as what; without it, its content and ending tell", "", exchange.JSON, exchange.CSV)
	prefer := addWord(cmd, "prefer", "whose version stays where the two differ and no later edit tells", "",
		diary.PreferFile, diary.PreferDiary)
	dry := cmd.Flags().Bool("dry-run", false, "say what would come in, and keep nothing")
	file := journal.Import{Each: func(any, record.Standing) {}}
	cmd.Flags().Var(&parser{"", "NAME", taking(&file.Encoding, charset.Named)}, "encoding",
		"the encoding of a text that isn't Unicode, such as windows-1252")
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		file.Name, file.Text = standardInput, a.In
		if args[0] != fromInput {
			file.Name = args[0]
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer func() { _ = f.Close() }() // it was only read
			file.Text = f
		}
		file.Format, file.Prefer, file.DryRun = format.value, prefer.value, *dry
		return a.importFile(file)
	})
	return cmd
}

// openFile opens what a person named to be read.
func openFile(path string) (*os.File, error) {
	f, err := private.Open(path)
	info, unseen := os.Stat(path)
	switch {
	case err == nil:
		return f, nil
	case errors.Is(err, fs.ErrNotExist):
		err = fmt.Errorf(noFile, path)
	case unseen == nil && info.IsDir():
		err = fmt.Errorf(isFolder, path)
	case errors.Is(err, private.ErrIrregular):
		err = fmt.Errorf(isNoFile, path)
	case errors.Is(err, fs.ErrPermission):
		err = fmt.Errorf(notYours, path)
	}
	return nil, err
}

// importFile imports a file, and says what came in, or would.
func (a *App) importFile(file journal.Import) error {
	said := importedRows
	if file.DryRun {
		said, file.Each = wouldImport, a.printComing
	}
	done, err := a.Journal.Import(file)
	if err != nil {
		return err
	}
	return a.print(fmt.Sprintf(said, done.Rows, done.Changed))
}

// printComing prints a row that would come in.
func (a *App) printComing(row any, s record.Standing) {
	said := comesInLater
	if s == record.New {
		said = comesInNew
	}
	_ = a.print(fmt.Sprintf(said, a.rowLine(row))) // what can't be printed is told with what comes last
}

// rowLine names a row of the diary.
func (a *App) rowLine(row any) string {
	switch v := row.(type) {
	case *record.Episode:
		return v.Summary(a.now())
	case *record.Session:
		r, _ := a.Library.Find(v.Routine) // a routine that is gone has its id
		return v.Summary(r.Name, a.now())
	case *record.Tally:
		return v.Summary()
	}
	return ""
}
