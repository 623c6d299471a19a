package routines

import (
	"slices"
	"strings"

	"uncramp/coach/text"
)

// OwnFile is a file of a person's own folder: a routine, or why it is none; of one that
// is played without something, both.
type OwnFile struct {
	File    string  `json:"file"`
	ID      string  `json:"id,omitempty"`
	Name    string  `json:"name,omitempty"`
	Purpose Purpose `json:"purpose,omitempty"`
	Minutes int     `json:"minutes,omitempty"`
	Fault   string  `json:"fault,omitempty"` // the first, in a line

	Length string `json:"-"` // of a routine
}

// OwnFiles lists what is in the person's folder, the routines first; of makes their heads.
func (l Library) OwnFiles(of func(Routine) Head) []OwnFile {
	heads, err := l.OwnHeads(of)
	files := make([]OwnFile, 0, len(heads))
	for _, h := range heads {
		files = append(files, OwnFile{
			File: h.ID + ending, ID: h.ID, Name: h.Name, Purpose: h.Purpose, Minutes: h.Minutes, Length: h.Length(),
		})
	}
	for _, fault := range FirstFaults(err) {
		name, _, _ := strings.Cut(fault, ":")
		i := slices.IndexFunc(files, func(f OwnFile) bool { return f.File == name })
		if i < 0 {
			i, files = len(files), append(files, OwnFile{File: name})
		}
		files[i].Fault = fault
	}
	return files
}

// FirstFaults is what is wrong with each file of some that are faulty or passed over, in
// a line each: of a faulty one the first fault.
func FirstFaults(err error) (said []string) {
	if err == nil {
		return nil
	}
	var files []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		file, _, _ := strings.Cut(line, ":")
		if !slices.Contains(files, file) {
			files, said = append(files, file), append(said, text.Clean(line))
		}
	}
	return said
}
