package charset

// unknown is what is said of an encoding that nobody knows.
const unknown = "choose one such as windows-1252, latin1, macintosh, cp850, shift_jis or utf-16le"
