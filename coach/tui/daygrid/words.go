package daygrid

// What stands beside the squares of a week.
const (
	diaryWord = "Diary"
	weekWord  = "Week %d"
	noCramp   = "no cramp"
)
