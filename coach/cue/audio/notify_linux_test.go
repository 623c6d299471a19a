package audio

import (
	"os"
	"path/filepath"
	"testing"

	"uncramp/coach/skip"
)

// TestADesktopInAnotherRoomIsLeftAlone over SSH.
func TestADesktopInAnotherRoomIsLeftAlone(t *testing.T) {
	sh := skip.Without(t, "sh")
	for ssh, want := range map[string]bool{"": true, "10.0.0.2 50022 10.0.0.1 22": false} {
		folder := t.TempDir()
		script := "#!" + sh + "\necho shown >" + filepath.Join(folder, "shown") + "\n"
		if err := os.WriteFile(filepath.Join(folder, "notify-send"), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PATH", folder)
		t.Setenv("SSH_CONNECTION", ssh)
		t.Setenv("PULSE_SERVER", "")
		m := newMixer(nil)
		m.Notify("Time", "to stretch")
		m.tasks.Wait()
		if _, err := os.Stat(filepath.Join(folder, "shown")); (err == nil) != want {
			t.Errorf("with SSH_CONNECTION=%q it is shown: %v", ssh, err == nil)
		}
	}
}
