package record

// Unanswered is what is said of what was not given.
const Unanswered = "not told"

// nameless stands for what was tried where nothing names it.
const nameless = "something without a name"
