package coach

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
	_ "time/tzdata" // a machine may have none
)

// TestAPhoneTellsOfItself has stubs in the place of Android's programs.
func TestAPhoneTellsOfItself(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no shell scripts")
	}
	summer := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ getprop, date, variable, clock, locale string }{
		{"[ro.a]: [x]\n[persist.sys.timezone]: [Europe/Berlin]\n[persist.sys.locale]: [de-DE]\n", "", "", "14:00", "de-DE"},
		{"[persist.sys.timezone]: [Europe/Berlin]\n[persist.sys.locale]: []\n[ro.product.locale]: [en-GB]\n", "", ":Asia/Tokyo", "21:00", "en-GB"},
		{"[persist.sys.timezone]: [Europe/Berlin]\n", "", "CET-1CEST", "14:00", ""},
		{"[persist.sys.timezone]: [Mars/Olympus]\n", "+0530", "", "17:30", ""},
		{"[persist.sys.timezone]: [../../etc/passwd]\nno such line\n", "-0400", "", "08:00", ""},
		{"", "", "", "", ""},
	} {
		folder := t.TempDir()
		t.Setenv("PATH", folder)
		for name, says := range map[string]string{"getprop": tt.getprop, "date": tt.date} {
			script := "#!/bin/sh\nprintf '%s' '" + says + "'\n"
			if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		p, clock := readPhone(), ""
		if zone := p.zone(tt.variable); zone != nil {
			clock = summer.In(zone).Format("15:04")
		}
		if locale := p.locale(func(string) string { return "" }); clock != tt.clock || locale != tt.locale {
			t.Errorf("with %+v it is %q in %q", tt, clock, locale)
		}
		if locale := p.locale(func(name string) string { return map[string]string{"LC_ALL": "fr_FR"}[name] }); locale != "" {
			t.Errorf("over the person's own it is %q", locale)
		}
	}
}
