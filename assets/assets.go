// Package assets holds the files the program carries.
package assets

import "embed"

// Man holds a manual page a command: man/uncramp.1, man/uncramp-diary.1, man/uncramp-diary-export.1.
// They are made by the tests of the command line.
//
//go:embed man/*.1
var Man embed.FS

// Figures holds how a move looks, figures/NAME.yaml; package figure says what
// stands in them.
//
//go:embed figures/*.yaml
var Figures embed.FS

// Articles holds what the articles teach, articles/ID.yaml, and the order of
// the cards, articles/index.yaml; package library says what stands in them.
//
//go:embed articles/*.yaml
var Articles embed.FS

// RedFlags holds the questions about red flags; package triage says what stands
// in them.
//
//go:embed red-flags.yaml
var RedFlags []byte

// Prevention holds what is done every day; package plan says what stands in it.
//
//go:embed prevention.json
var Prevention []byte
