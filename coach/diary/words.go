package diary

import (
	"syscall"

	sqlite3 "modernc.org/sqlite/lib"

	"uncramp/coach/private"
)

// faults are what is said in place of SQLite's words, by its codes: what is wrong, and
// what to do. Where a system has such a fault too, it is told in the same words.
var faults = map[int]string{
	sqlite3.SQLITE_FULL:     private.Explain(syscall.ENOSPC).Error(),
	sqlite3.SQLITE_BUSY:     private.Explain(syscall.EBUSY).Error(),
	sqlite3.SQLITE_LOCKED:   private.Explain(syscall.EBUSY).Error(),
	sqlite3.SQLITE_READONLY: cantWrite,
	sqlite3.SQLITE_PERM:     cantWrite,
	sqlite3.SQLITE_CANTOPEN: cantWrite,
	sqlite3.SQLITE_IOERR:    "the disk fails or is full; see that it has space",
	sqlite3.SQLITE_CORRUPT:  isDamaged,
	sqlite3.SQLITE_NOTADB:   isDamaged,
	sqlite3.SQLITE_NOMEM:    "there is too little memory; close other programs",
	sqlite3.SQLITE_TOOBIG:   "it is larger than a diary may be; shorten it",
	sqlite3.SQLITE_PROTOCOL: "other programs hold it again and again; close them and try again",
}

const (
	cantWrite   = "its file or folder can't be written to; see that it is yours"
	isDamaged   = "the file is damaged; start uncramp again, which puts it aside"
	tookTooLong = "it took too long; try again"
)

// conflict is what is said of a row that comes from outside in another version than the
// diary has: in what they differ.
const conflict = "the diary has another version, and no later edit tells which is right: %s"

// cantOpen is said of a diary that stays closed.
const cantOpen = "the diary can't be opened"

// What is said of a file that is to be restored.
const (
	noBackup     = "it is no backup of a diary; uncramp diary backup makes one, and uncramp diary import takes an export"
	actsByItself = "it holds %.40q, which acts by itself, as nothing in a diary does; " +
		"make a backup of the diary with uncramp diary backup"
)

// What was found amiss and put right.
const (
	damagedIsKept = "The diary was damaged. It is kept as %s, and a new one was begun."
	disarmed      = "The diary held %.40q, which acts by itself and may undo what you save. It was taken out."
	logIsKept     = "The diary's file is gone, and a new one was begun. What was saved last is kept in %[1]s-wal. " +
		"If you find the file, name it %[1]s and restore that with uncramp diary restore."
)
