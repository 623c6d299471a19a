//go:build !linux && !darwin && !windows

package awake

import "context"

// hold does nothing where the system offers nothing.
func hold(context.Context, string) {}
