package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"uncramp/coach/private"
	"uncramp/coach/session"
	"uncramp/coach/sheet"
)

func (a *App) sheetCommand() *cobra.Command {
	cmd := command("sheet", wants(1, math.MaxInt, whichRoutines))
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return a.routineNames(), cobra.ShellCompDirectiveNoFileComp
	}
	choice := addChoice(cmd)
	to := addOutput(cmd, "write to a `file` that only you can read", sheet.Ending, sheet.Begins)
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		if to.file == "" && a.onTerminal {
			return misusef(onPrinter, args[0])
		}
		if err := to.check(); err != nil {
			return err
		}
		page, err := a.sheets(args, choice())
		if err != nil {
			return err
		}
		return to.write(a, page)
	})
	return cmd
}

// sheets are routines as a page to print. Paper can't ask about the red flags: while one
// stands that allows no routine, there is none.
func (a *App) sheets(ids []string, c session.Choice) ([]byte, error) {
	if a.State.Finding().Blocks() {
		return nil, errors.Join(a.tellStanding(true), errBlocked)
	}
	var list []sheet.Sheet
	for _, id := range ids {
		p, err := a.findPlay(id, c)
		if err != nil {
			return nil, err
		}
		list = append(list, sheet.Sheet{Routine: p.Routine, Plan: p.Plan})
	}
	var page bytes.Buffer
	err := sheet.Write(&page, list, a.Figures, a.emergencyCall())
	return page.Bytes(), err
}

// keepSheet writes the sheet of a routine to a new file among the person's documents or,
// where she has no folder of them, where the program was started. It says which.
func (a *App) keepSheet(id string) (path string, err error) {
	page, err := a.sheets([]string{id}, session.Choice{})
	if err != nil {
		return "", err
	}
	folder := a.Places.Documents
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		if folder, err = os.Getwd(); err != nil {
			return "", fmt.Errorf(notWritten, err)
		}
	}
	path = filepath.Join(folder, id+sheet.Ending)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			break
		}
		path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", id, n, sheet.Ending))
	}
	if err := private.Write(path, page); err != nil {
		return "", fmt.Errorf(notWritten, err)
	}
	return path, nil
}
