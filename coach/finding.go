package coach

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"uncramp/coach/private"
	"uncramp/coach/triage"
)

// findingPath is where the latest check's finding stands: it holds for now and
// start until the check is taken again.
func findingPath() string { return filepath.Join(xdg.StateHome, name, "check.json") }

// readFinding returns the latest finding. Without one, or where the file can't
// be read, nothing is known, and nothing stands in the way of relief.
func readFinding() triage.Finding {
	data, err := os.ReadFile(findingPath())
	if err != nil {
		return triage.Finding{}
	}
	var f triage.Finding
	if json.Unmarshal(data, &f) != nil {
		return triage.Finding{}
	}
	return f
}

func keepFinding(f triage.Finding) error {
	data, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("writing down the check: %w", err)
	}
	path := findingPath()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the check holds only until you leave: %w", err)
	}
	if err := private.Write(path, append(data, '\n')); err != nil {
		return fmt.Errorf("the check holds only until you leave: %w", err)
	}
	return nil
}
