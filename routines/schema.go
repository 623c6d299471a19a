package routines

import _ "embed"

// Schema is the JSON Schema of a routine's file, draft 7, for editors: it is made of the
// types of this package, their tags and their comments. What it can't say is told by
// [Library.Check].
//
//go:embed schema.json
var Schema []byte
