package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (a *App) versionCommand() *cobra.Command {
	return action("version", nothing, func(*cobra.Command, []string) error { return a.print(version()) })
}

// version tells which build this is.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return describeBuild(info)
}

// describeBuild tells the version of a build, and the commit with its day, as
// far as Go has noted them in it. Go adds +dirty to the version of a build with
// changes that are not in the commit.
func describeBuild(info *debug.BuildInfo) string {
	version := info.Main.Version
	if version == "" || version == "(devel)" {
		version = "devel"
	}
	noted := map[string]string{}
	for _, s := range info.Settings {
		noted[s.Key] = s.Value
	}
	commit, moment := noted["vcs.revision"], noted["vcs.time"]
	if len(commit) < 12 || len(moment) < len("2006-01-02") {
		return fmt.Sprintf(versionAlone, version)
	}
	return fmt.Sprintf(versionCommit, version, commit[:12], moment[:len("2006-01-02")])
}
