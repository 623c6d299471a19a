package journal

// What is said of an import that was refused.
const (
	nothingImported  = "%s: nothing was imported; put right what is named above, then import it again"
	nothingCame      = "%s: nothing was imported"
	nothingPreferred = "%s: nothing was imported; --prefer file takes what the file says, --prefer diary leaves the diary as it is"
	moreFaults       = "%s: %d more lines are faulty; put these right first"
	importStopped    = "the import stopped: %w; nothing was imported"
)
