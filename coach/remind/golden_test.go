package remind

import (
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// TestPlans holds what each system is told, as --dry-run prints it.
func TestPlans(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the paths in these files are those of Unix")
	}
	const program = "/home/anna lee/go/bin/uncramp"
	for host := range hosts {
		for name, r := range map[string]Reminder{
			"bedtime": reminder(t, "bedtime", "22:30", ""),
			"water":   reminder(t, "water", "9:00 12:00 15:05", "mon,tue,sun"),
			"folders": reminder(t, "bedtime", "22:30", ""),
		} {
			t.Run(host+"-"+name, func(t *testing.T) {
				m := newRig(t, host)
				m.Config, m.Home = "/home/anna lee/.config", "/Users/anna & <lee>"
				if name == "folders" {
					m.Folders = []Variable{{"XDG_DATA_HOME", "/mnt/anna & lee"}, {"XDG_CONFIG_HOME", `/mnt/100%/$"o'brien\`}}
				}
				p, err := m.scheduler(t).Set(t.Context(), r, program)
				if err != nil {
					t.Fatal(err)
				}
				golden.RequireEqual(t, p.String())
			})
		}
	}
}

// TestPlansToTakeAway holds what is done by off.
func TestPlansToTakeAway(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the paths in these files are those of Unix")
	}
	for host := range hosts {
		t.Run(host, func(t *testing.T) {
			m := newRig(t, host)
			for _, name := range []string{"bedtime", "water"} {
				if err := m.set(t, reminder(t, name, "22:30", ""), "/usr/bin/uncramp"); err != nil {
					t.Fatal(err)
				}
			}
			p, err := m.scheduler(t).Off(t.Context(), "bedtime", "water")
			if err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, strings.ReplaceAll(p.String(), filepath.Dir(m.Config), "/anna"))
		})
	}
}
