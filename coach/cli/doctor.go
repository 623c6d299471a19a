package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/doctor"
	"uncramp/routines"
)

func (a *App) doctorCommand() *cobra.Command {
	cmd := command("doctor", cobra.NoArgs)
	quiet := cmd.Flags().Bool("quiet", false, "play no sample")
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		s, fault := a.readSettings()
		m := doctor.Machine{Terminal: a.Terminal, Settings: s, Fault: fault, File: a.Places.settings(), Folders: a.Places.folders()}
		exams := m.Examine(!*quiet)
		return a.printAs(*asJSON, exams, examText(exams))
	})
	return cmd
}

func examText(exams []doctor.Exam) string {
	var b strings.Builder
	for _, e := range exams {
		mark := "ok"
		if !e.OK {
			mark = "--"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", mark, e.What, routines.Clean(e.Found))
		for _, because := range e.Because {
			fmt.Fprintf(&b, "\t\t%s\n", routines.Clean(because))
		}
	}
	return aligned(b.String())
}
