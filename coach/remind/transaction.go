package remind

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"uncramp/coach/private"
	"uncramp/routines"
)

// Transaction is what setting a reminder or taking it away does, in this order.
type Transaction struct {
	Before []Command
	Files  []File
	After  []Command
	// Rollback takes it back when it was half done; nil where it is done as a whole
	// or not at all.
	Rollback *Transaction
}

// File is a file that is written, or taken away where it has no data.
type File struct {
	Path string
	Data []byte
}

// Command is a program that is run, with what it reads.
type Command struct {
	Args    []string
	Input   []byte
	MayFail bool // what it ends need not be there
}

// withRollback is a transaction that is taken back by another, of which every
// command may fail.
func (t Transaction) withRollback(back Transaction) Transaction {
	back.Before, back.After = mayFail(back.Before), mayFail(back.After)
	t.Rollback = &back
	return t
}

func mayFail(list []Command) []Command {
	list = slices.Clone(list)
	for i := range list {
		list[i].MayFail = true
	}
	return list
}

// Apply carries a transaction out. What can't be done to its end is taken back,
// and the error tells so.
func (h Host) Apply(ctx context.Context, t Transaction) error {
	err := h.carryOut(ctx, t)
	if err == nil || t.Rollback == nil {
		return err
	}
	if left := h.carryOut(context.WithoutCancel(ctx), *t.Rollback); left != nil {
		return fmt.Errorf(notTakenBack, err, left)
	}
	return fmt.Errorf(takenBack, err)
}

func (h Host) carryOut(ctx context.Context, t Transaction) error {
	if err := h.runAll(ctx, t.Before); err != nil {
		return err
	}
	for _, f := range t.Files {
		if err := f.write(); err != nil {
			return err
		}
	}
	return h.runAll(ctx, t.After)
}

func (h Host) runAll(ctx context.Context, list []Command) error {
	for _, c := range list {
		if _, err := h.Run(ctx, c); err != nil && !c.MayFail {
			return err
		}
	}
	return nil
}

// write writes a file whole or not at all, or takes it away.
func (f File) write() error {
	if f.Data == nil {
		if err := os.Remove(f.Path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(f.Path), 0o700); err != nil {
		return err
	}
	return private.Write(f.Path, f.Data)
}

// String tells what would be done: the files with their contents, and the
// commands.
func (t Transaction) String() string {
	var b strings.Builder
	for _, c := range t.Before {
		b.WriteString(c.String())
	}
	for _, f := range t.Files {
		b.WriteString(f.String())
	}
	for _, c := range t.After {
		b.WriteString(c.String())
	}
	return b.String()
}

// safeLetters mean nothing to a shell, nor to Windows.
const safeLetters = `abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./\:`

// String is the command as it would be typed, and what it reads.
func (c Command) String() string {
	words := make([]string, len(c.Args))
	for i, arg := range c.Args {
		words[i] = routines.Clean(arg)
		if strings.Trim(arg, safeLetters) != "" {
			words[i] = shellQuote(words[i])
		}
	}
	line := strings.Join(words, " ")
	switch {
	case c.Input == nil:
		return fmt.Sprintf(runs, line)
	case len(c.Input) == 0:
		return fmt.Sprintf(runsWithNothing, line)
	}
	return fmt.Sprintf(runsWith, line, printable(c.Input))
}

// String is the file's path and what is written.
func (f File) String() string {
	if f.Data == nil {
		return fmt.Sprintf(removes, routines.Clean(f.Path))
	}
	return fmt.Sprintf(writes, routines.Clean(f.Path), printable(f.Data))
}

// printable is lines that may be printed, whoever wrote them.
func printable(data []byte) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimSuffix(decode(data), "\n"), "\n") {
		for i, part := range strings.Split(line, "\t") {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(routines.Clean(part))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
