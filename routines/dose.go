package routines

// Dose is how much of a move is done: what a step says beside it.
type Dose struct {
	Sides   Sides
	Sets    Count   // 1 at least
	Times   Count   // a leg and a set, 1 at least
	Hold    Seconds // of one time; of a move that is counted the way up
	Lower   Seconds // the way back; 0: it has none
	Rest    Seconds // between two times; 0: none
	SetRest Seconds // between two sets; 0: none
}

// Dose is how much the step has of its move.
func (s Step) Dose() Dose {
	d := Dose{Sides: s.Sides, Sets: 1, Times: 1}
	if s.Hold != nil {
		d.Hold = s.Hold.Time
	}
	if s.Release != nil {
		d.Lower = s.Release.Time
	}
	if s.Rest != nil {
		d.Rest = s.Rest.Time
	}
	if s.Repeat != nil {
		d.Times = s.Repeat.Times
	}
	if s.Sets != nil {
		d.Sets, d.SetRest = s.Sets.Times, s.Sets.Rest
	}
	return d
}

// The most that a dose may have, as the check tags of a step's parts say.
const (
	MaxSets    = Count(20)
	MaxTimes   = Count(100)
	MaxTime    = Seconds(30 * 60) // of a hold, a way back, a rest between two times
	MaxSetRest = Seconds(10 * 60)
)

// Rests that nobody said. None has a source: they are ours.
const (
	usualRest    = Seconds(10) // between two holds, which last no less
	usualSetRest = Seconds(30)
)

// Rested is a dose of the move with the rests that it leaves open, of which the source
// is [Default]: between two sets and, where nothing else lets go of a hold, between two
// of those.
func (m Move) Rested(d Dose) Dose {
	letsGo := m.Counted || m.Release != nil || d.Lower > 0 || d.Sides == Alternate
	if d.Rest == 0 && d.Times > 1 && !letsGo {
		d.Rest = min(usualRest, d.Hold)
	}
	if d.SetRest == 0 && d.Sets > 1 {
		d.SetRest = usualSetRest
	}
	return d
}
