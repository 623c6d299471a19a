package settings

import "uncramp/coach/yamlfile"

// What a person is told of a file, around an error.
const (
	defaultsServe = "the settings can't be read, and the defaults serve: %w"
	otherName     = "%s has another name than the settings; rename it %s"
	notKept       = "the settings are not kept: %w"
	badFileStays  = "the settings are not kept, and the bad file stays: %w"
	badVariable   = "the variable %s: %w"
)

// What a person is told of a name or a value, and of what there is to choose.
var (
	unknownSetting = yamlfile.Message{Problem: "unknown setting %.40q", Remedy: "uncramp settings lists what there is"}
	misspelt       = yamlfile.Message{Problem: "unknown setting %.40[1]q", Remedy: "did you mean %[2]s?"}
	notAllowed     = yamlfile.Message{Problem: "%[1]s is %.40[2]q", Remedy: "choose %[3]s"}
)

const (
	orNothing    = "or nothing"
	fromTo       = "%d to %d"
	aTimeOfDay   = "a time of day, such as 22:00"
	aPhoneNumber = "auto, or a number such as 112"
	someHooks    = "programs, such as {began: [notify-send, Stretch], ended: [lamp, off]}, or nothing"
	aName        = "a name of up to %d characters"
)

// The headings of settings.
const (
	looks   Group = "Looks"
	hearing Group = "Sound"
	leading Group = "Routines"
	helping Group = "In an emergency"
)

// How numbers are told.
const (
	percent     = "%d %%"
	perMinute   = "%d words a minute"
	moreSeconds = "%+d s"
)

// Values that are told in other words than the file's.
var (
	themeWords   = map[string]string{"auto": "auto, by the hour", "mono": "none"}
	stillWords   = map[string]string{"off": "move", "on": "keep still"}
	figureWords  = map[string]string{"auto": "auto, by terminal", "image": "as pictures", "cells": "in blocks", "ascii": "in letters"}
	soundWords   = map[string]string{"auto": "auto, by day"}
	voiceWords   = map[string]string{"auto": "auto, off"}
	vibrateWords = map[string]string{"auto": "auto, on a phone"}
	speakerWords = map[string]string{"": "the system's own"}
	ownWords     = map[string]string{"": "the routine's own"}
	hookWords    = map[string]string{"": "none"}
	numberWords  = map[string]string{"auto": "auto, by region"}
)
