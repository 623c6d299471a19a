package remind

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"uncramp/routines"
)

// Plan is what setting a reminder or taking it away does, in this order.
type Plan struct {
	Before []Command
	Files  []File
	After  []Command
	Undo   *Plan // takes it back when it was half done; nil where it is done as a whole or not at all
}

// File is a file that is written, or taken away where it has no data.
type File struct {
	Path string
	Data []byte
}

// Command is a program that is run, with what it reads.
type Command struct {
	Args  []string
	Input []byte
	May   bool // it may fail: what it ends need not be there
}

// String tells what would be done: the files with their contents, and the
// commands.
func (p Plan) String() string {
	var b strings.Builder
	for _, c := range p.Before {
		b.WriteString(c.String())
	}
	for _, f := range p.Files {
		b.WriteString(f.String())
	}
	for _, c := range p.After {
		b.WriteString(c.String())
	}
	return b.String()
}

// String is the command as it would be typed, and what it reads.
func (c Command) String() string {
	words := make([]string, len(c.Args))
	for i, arg := range c.Args {
		words[i] = routines.Clean(arg)
		if strings.Trim(arg, harmless) != "" {
			words[i] = quoted(words[i])
		}
	}
	line := "run " + strings.Join(words, " ")
	switch {
	case c.Input == nil:
		return line + "\n"
	case len(c.Input) == 0:
		return line + ", which reads nothing\n"
	}
	return line + ", which reads\n" + contents(c.Input)
}

// harmless are characters that mean nothing to a shell, nor to Windows.
const harmless = `abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./\:`

// String is the file's path and what is written.
func (f File) String() string {
	if f.Data == nil {
		return fmt.Sprintf("remove %s\n", routines.Clean(f.Path))
	}
	return fmt.Sprintf("write %s\n%s", routines.Clean(f.Path), contents(f.Data))
}

// contents are lines that may be printed, whoever wrote them.
func contents(data []byte) string {
	lines := strings.Split(strings.TrimSuffix(text(data), "\n"), "\n")
	for i, line := range lines {
		parts := strings.Split(line, "\t")
		for j := range parts {
			parts[j] = routines.Clean(parts[j])
		}
		lines[i] = strings.Join(parts, "\t") + "\n"
	}
	return strings.Join(lines, "")
}

// forgiving is a plan of which every command may fail.
func (p Plan) forgiving() Plan {
	p.Before, p.After = forgive(p.Before), forgive(p.After)
	return p
}

func forgive(list []Command) []Command {
	list = slices.Clone(list)
	for i := range list {
		list[i].May = true
	}
	return list
}

// text is what a file says, in UTF-16 too.
func text(data []byte) string {
	if bytes.HasPrefix(data, byteOrder) {
		return fromUTF16(data)
	}
	return string(data)
}
