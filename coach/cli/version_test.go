package cli

import (
	"runtime/debug"
	"testing"
)

func TestBuildsTellWhatTheyAre(t *testing.T) {
	commit := []debug.BuildSetting{
		{Key: "vcs", Value: "git"},
		{Key: "vcs.revision", Value: "819aee40d2b76a0f5b6d8b54e8cbd6f3a4b1f0aa"},
		{Key: "vcs.time", Value: "2026-11-29T02:26:38Z"},
	}
	for _, c := range []struct {
		version  string
		settings []debug.BuildSetting
		want     string
	}{
		{"v1.2.0", commit, "uncramp v1.2.0, commit 819aee40d2b7 of 2026-11-29"},
		{"v1.2.0+dirty", commit, "uncramp v1.2.0+dirty, commit 819aee40d2b7 of 2026-11-29"},
		{"(devel)", commit, "uncramp devel, commit 819aee40d2b7 of 2026-11-29"},
		{"v1.2.0", nil, "uncramp v1.2.0"}, // go install uncramp@v1.2.0
		{"(devel)", nil, "uncramp devel"}, // no git
		{"", commit[:2], "uncramp devel"},
	} {
		info := &debug.BuildInfo{Main: debug.Module{Version: c.version}, Settings: c.settings}
		if got := describeBuild(info); got != c.want {
			t.Errorf("%q with %v: %q, want %q", c.version, c.settings, got, c.want)
		}
	}
}
