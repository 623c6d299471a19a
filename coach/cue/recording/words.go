package recording

const (
	program   = "uncramp" // what made a file, told in it
	noFormat  = "a recording is a .wav or a .flac; end the file's name so"
	tooLong   = "it is too long for a .wav; end the file's name with .flac"
	notPacked = "it can't be packed as FLAC, %w; end the file's name with .wav"
)
