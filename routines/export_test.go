package routines

// MaxTime is how long anything in a routine may take.
const MaxTime = maxTime

// TimeRemedy says how a length of time is written.
var TimeRemedy = noLength.Remedy
