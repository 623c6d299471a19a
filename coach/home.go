package coach

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"
)

// nowhere is the home of somebody who has none: nothing can be kept there.
const nowhere = "/nonexistent"

// findHome has the person's folders found where the environment does not name her
// home: the system's list of users does. The error says that nobody does.
func findHome() error {
	const home = "HOME"
	if runtime.GOOS == "windows" || filepath.IsAbs(os.Getenv(home)) {
		return nil
	}
	path, unknown := nowhere, errors.New(noHome)
	if u, err := user.Current(); err == nil && filepath.IsAbs(u.HomeDir) {
		path, unknown = u.HomeDir, nil
	}
	if err := os.Setenv(home, path); err != nil {
		return err
	}
	xdg.Reload()
	return unknown
}
