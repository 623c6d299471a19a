package tui

// foundElsewhere is told where a routine is not followed because of another
// program.
const foundElsewhere = "You reported this in another window."

// windowTitle is the title of the window where a screen has none of its own.
const windowTitle = "uncramp"
