package remind

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"uncramp/coach/private"
)

// Apply carries a plan out. What can't be done to its end is taken back, and
// the error tells so.
func (m Machine) Apply(ctx context.Context, p Plan) error {
	err := m.carryOut(ctx, p)
	if err == nil || p.Undo == nil {
		return err
	}
	if left := m.carryOut(context.WithoutCancel(ctx), *p.Undo); left != nil {
		return fmt.Errorf("%w; taking it back failed too: %w", err, left)
	}
	return fmt.Errorf("%w; what was done of it is taken back", err)
}

func (m Machine) carryOut(ctx context.Context, p Plan) error {
	if err := m.runAll(ctx, p.Before); err != nil {
		return err
	}
	for _, f := range p.Files {
		if err := f.put(); err != nil {
			return err
		}
	}
	return m.runAll(ctx, p.After)
}

func (m Machine) runAll(ctx context.Context, list []Command) error {
	for _, c := range list {
		if _, err := m.Run(ctx, c); err != nil && !c.May {
			return err
		}
	}
	return nil
}

// put writes a file whole or not at all, or takes it away.
func (f File) put() error {
	if f.Data == nil {
		if err := os.Remove(f.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(f.Path), 0o700); err != nil {
		return err
	}
	return private.Write(f.Path, f.Data)
}
