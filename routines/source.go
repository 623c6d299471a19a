package routines

import "embed"

//go:embed builtin/*.yaml
var builtinFiles embed.FS

// BuiltinFile is the file that a built-in routine is written in, with its comments; nil:
// there is no such routine.
func BuiltinFile(id string) []byte {
	data, err := builtinFiles.ReadFile("builtin/" + id + ending)
	if err != nil {
		return nil
	}
	return data
}
