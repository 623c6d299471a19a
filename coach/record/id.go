package record

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
)

const (
	// digits sort as what they stand for, and no two of them look alike.
	digits = "0123456789abcdefghjkmnpqrstvwxyz"
	// IDLength is that of an id of [NewID].
	IDLength = 26
	// longestID leaves room for ids of other programs.
	longestID = 64
)

var idText = base32.NewEncoding(digits).WithPadding(base32.NoPadding)

// NewID makes an id for what is written at a moment: 26 small letters and digits,
// 48 bits of milliseconds and 80 of chance. Ids sort by their moment.
func NewID(at time.Time) ID {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(max(at.UnixMilli(), 0))<<16)
	_, _ = rand.Read(b[6:]) // it never fails
	return ID(idText.EncodeToString(b[:]))
}

func (id ID) check() error {
	odd := strings.ContainsFunc(string(id), func(c rune) bool {
		return (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '_'
	})
	if id == "" || len(id) > longestID || odd {
		return fmt.Errorf("the id %.80q is none; write 1 to %d letters, digits, - and _", id, longestID)
	}
	return nil
}

// DevicePattern is what the name of a device is like, of [NewDevice].
const DevicePattern = "[a-z2-7]{8}"

// NewDevice makes a name, by chance, for a device that shares the diary with others.
func NewDevice() string { return strings.ToLower(rand.Text()[:8]) }

// IsDevice reports whether a name is one of a device.
func IsDevice(name string) bool { return devices().MatchString(name) }

var devices = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^" + DevicePattern + "$") })

// checkDevice refuses what is neither empty nor the name of a device.
func checkDevice(field, name string) error {
	if name == "" || IsDevice(name) {
		return nil
	}
	return checkEmpty(field, name)
}

// DerivedID makes an id of what a row without one says of itself: wherever and as
// often as that is read, it is the same.
func DerivedID(said ...string) ID {
	sum := sha256.Sum256([]byte(strings.Join(said, "\x00")))
	return ID(idText.EncodeToString(sum[:15])) // 24, not as long as those of NewID
}
