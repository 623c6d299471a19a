package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"uncramp/coach/doctor"
	"uncramp/routines"
)

func (a *App) doctorCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Say what works on this machine",
		Long: `doctor looks at the terminal, the ways out for sound, speech and notifications, and the
places where things are kept. It says what was chosen and why, and plays a sample.`,
		Example: "  uncramp doctor\n  uncramp doctor --quiet",
		Args:    cobra.NoArgs,
	}
	quiet := cmd.Flags().Bool("quiet", false, "play no sample")
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		s, fault := a.readSettings()
		m := doctor.Machine{Terminal: a.Terminal, Settings: s, Fault: fault, File: a.Places.settings(), Folders: a.Places.folders()}
		exams := m.Examine(!*quiet)
		if *asJSON {
			return a.writeJSON(exams)
		}
		return a.print(examText(exams))
	})
	return cmd
}

func examText(exams []doctor.Exam) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, e := range exams {
		mark := "ok"
		if !e.OK {
			mark = "--"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", mark, e.What, routines.Clean(e.Found))
		for _, because := range e.Because {
			fmt.Fprintf(w, "\t\t%s\n", routines.Clean(because))
		}
	}
	_ = w.Flush() // a strings.Builder takes everything
	return b.String()
}
