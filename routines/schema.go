package routines

import _ "embed"

// Schema is the JSON Schema of a routine's file, draft 7, for editors: it is made of the
// types of this package, their tags and their comments. What it can't say is told by
// [Library.Check].
//
//go:embed schema.json
var Schema []byte

// SchemaFile is the name of the schema's file, beside the folder of a person's own
// routines, and SchemaLine the first line of a routine's file, by which an editor finds
// it there.
const (
	SchemaFile = "routine.schema.json"
	SchemaLine = "# yaml-language-server: $schema=../" + SchemaFile + "\n"
)
