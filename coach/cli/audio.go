package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"uncramp/coach/cue"
	"uncramp/coach/cue/audio"
	"uncramp/coach/cue/recording"
	"uncramp/coach/triage"
)

func (a *App) audioCommand() *cobra.Command {
	cmd := command("audio", oneRoutine)
	cmd.ValidArgsFunction = completeFirst(a.routineNames)
	choice := addChoice(cmd)
	sound := cmd.Flags().Bool("sound", true, "tones at each phase")
	voice := cmd.Flags().Bool("voice", true, "a voice that leads")
	to := addOutput(cmd, "write to a `file` that only you can read; it ends with .wav or .flac", "", recording.Begins)
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		on := cue.Switches{Sound: *sound, Voice: *voice, Volume: a.preferred().Volume}
		switch f := a.State.Finding(); {
		case f.Blocks():
			return a.refuse(f)
		case !recording.HasFormat(to.file):
			return misusef(howToRecord)
		case !on.On() || on.Volume == 0:
			return misusef(nothingHeard)
		}
		if err := to.check(); err != nil {
			return err
		}
		p, err := a.findPlay(args[0], choice())
		if err != nil {
			return err
		}
		return a.record(recording.Recording{Plan: p.Plan, On: on, Opening: triage.Warning}, to.file)
	})
	return cmd
}

// record writes a recording to a file. Where there is no voice, it has tones alone.
func (a *App) record(r recording.Recording, file string) error {
	if r.On.Voice {
		s := a.preferred()
		say, err := audio.OpenVoice(audio.VoiceSettings{Rate: s.Rate, Speaker: s.Speaker}, a.Places.speech())
		if err != nil {
			a.complain(fmt.Errorf(tonesAlone, err))
			r.On.Sound, r.On.Voice = true, false
		}
		r.Say = say
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	written := make(chan error, 1)
	go func() { written <- r.WriteFile(ctx, file) }()
	var ended error // by a signal
	for {
		select {
		case code := <-a.Signals:
			if code != 0 {
				stop()
				ended = exitCode(code)
			}
		case err := <-written:
			switch {
			case ended != nil:
				return ended
			case err != nil:
				return fmt.Errorf(notRecorded, err)
			}
			untold, err := r.Untold(ctx)
			if untold != "" {
				err = fmt.Errorf(noTimeFor, untold)
			}
			a.complain(err)
			return a.tellFile(file)
		}
	}
}
