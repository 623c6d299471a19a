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
	"uncramp/coach/text"
)

// Transaction is what setting a reminder or taking it away does, step by step.
type Transaction struct {
	Steps []Step
	// Rollback takes it back when it was half done; nil where it is done as a whole
	// or not at all.
	Rollback []Step
}

// Step is a [File] or a [Command]. Its String tells what would be done.
type Step interface {
	String() string
	do(ctx context.Context, run Runner) error
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

// mayFail are steps of which every command may fail.
func mayFail(steps []Step) []Step {
	steps = slices.Clone(steps)
	for i, s := range steps {
		if c, ok := s.(Command); ok {
			c.MayFail = true
			steps[i] = c
		}
	}
	return steps
}

// Apply carries a transaction out. What can't be done to its end is taken back,
// and the error tells so.
func (h Host) Apply(ctx context.Context, t Transaction) error {
	err := h.carryOut(ctx, t.Steps)
	if err == nil || t.Rollback == nil {
		return err
	}
	if left := h.carryOut(context.WithoutCancel(ctx), t.Rollback); left != nil {
		return fmt.Errorf(notTakenBack, err, left)
	}
	return fmt.Errorf(takenBack, err)
}

func (h Host) carryOut(ctx context.Context, steps []Step) error {
	for _, s := range steps {
		if err := s.do(ctx, h.Run); err != nil {
			return err
		}
	}
	return nil
}

// do implements Step.
func (c Command) do(ctx context.Context, run Runner) error {
	if _, err := run(ctx, c); !c.MayFail {
		return err
	}
	return nil
}

// do implements Step: it writes a file whole or not at all, or takes it away.
func (f File) do(context.Context, Runner) error {
	if f.Data == nil {
		if err := os.Remove(f.Path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := private.MakeFolder(filepath.Dir(f.Path)); err != nil {
		return err
	}
	return private.Write(f.Path, f.Data)
}

// String tells what would be done, step by step.
func (t Transaction) String() string {
	var b strings.Builder
	for _, s := range t.Steps {
		b.WriteString(s.String())
	}
	return b.String()
}

// safeLetters mean nothing to a shell, nor to Windows.
const safeLetters = `abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./\:`

// String is the command as it would be typed, and what it reads.
func (c Command) String() string {
	words := make([]string, len(c.Args))
	for i, arg := range c.Args {
		words[i] = text.Clean(arg)
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
		return fmt.Sprintf(removes, text.Clean(f.Path))
	}
	return fmt.Sprintf(writes, text.Clean(f.Path), printable(f.Data))
}

// printable is lines that may be printed, whoever wrote them.
func printable(data []byte) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimSuffix(decode(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		for i, cell := range cells {
			cells[i] = text.Clean(cell)
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return b.String()
}
