// Package assets holds the files the program carries.
package assets

import "embed"

// Man holds a manual page a command, man/uncramp.1 and man/uncramp-COMMAND.1.
// They are made by the tests of the command line.
//
//go:embed man/*.1
var Man embed.FS
