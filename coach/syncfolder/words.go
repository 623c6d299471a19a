package syncfolder

// What is said of the folder.
const (
	noFolder   = "there is no folder %s; make it first, or see whether its disk is connected"
	isNoFolder = "%s is no folder; name the one that your devices share"
	notWritten = "what this diary has is not written: %w"
	inUse      = "another uncramp syncs this diary; try again when it is done"
)

// skipped is said of another device's file.
const skipped = "%w; nothing of it comes in until its device syncs again"
