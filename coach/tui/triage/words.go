package triage

// What is said of a check, beside the words of its questions.
const (
	clearAdvice  = "None of these. You may go on."
	clearBecause = "Stop at any time if one of them comes up."
	disclaimer   = "This is a coach, not a doctor. It can't tell what is wrong."

	reasonFormat = "You said yes to: %s."            // the question
	sinceFormat  = "On %s. Press c if it is not so." // the day and the time
	dayAndTime   = "2 January, 15:04"                // as package time writes it
	moreFormat   = "not these: %d more"              // how many questions are out of sight
)
