package daygrid

// What stands beside the squares of a week.
const (
	diaryWord = "Diary"
	weekWord  = "Week %d"
	doneOf    = "%d of %d"
	noCramp   = "no cramp"
)
