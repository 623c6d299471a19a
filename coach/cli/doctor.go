package cli

import (
	"github.com/spf13/cobra"

	"uncramp/coach/doctor"
)

func (a *App) doctorCommand() *cobra.Command {
	cmd := command("doctor", nothing)
	quiet := cmd.Flags().Bool("quiet", false, "play no sample")
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		s, fault := a.readSettings()
		m := doctor.Machine{Terminal: a.Terminal, Settings: s, Fault: fault, File: a.Places.settings(), Folders: a.Places.folders(),
			Locale: a.lacksUTF8(), OnNetwork: a.Journal.OnNetwork()}
		exams := m.Examine(!*quiet)
		return a.printText(*asJSON, exams, "doctor", exams)
	})
	return cmd
}
