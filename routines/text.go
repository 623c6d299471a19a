package routines

import "uncramp/coach/text"

// Hidden is [text.Hidden].
func Hidden(c rune) bool { return text.Hidden(c) }

// Clean is [text.Clean].
func Clean(s string) string { return text.Clean(s) }
