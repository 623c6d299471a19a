package diary

// conflict is what is said of a row that comes from outside in another version than the
// diary has: in what they differ.
const conflict = "the diary has another version, and no later edit tells which is right: %s"
