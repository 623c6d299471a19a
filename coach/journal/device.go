package journal

import (
	"path/filepath"
	"strings"

	"uncramp/coach/private"
	"uncramp/coach/record"
)

// deviceFile is the file beside the diary that has the name of this device.
const deviceFile = "device"

func (j *Journal) devicePath() string { return filepath.Join(filepath.Dir(j.path), deviceFile) }

// Device is the name of this device among those that share the diary; empty where it
// has none, or none that can be read.
func (j *Journal) Device() string {
	const most = 100 // more bytes than a name has
	written, _ := private.Read(j.devicePath(), most)
	if name := strings.TrimSpace(string(written)); record.IsDevice(name) {
		return name
	}
	return ""
}

// NameDevice gives this device a name.
func (j *Journal) NameDevice(name string) error {
	if err := private.MakeFolder(filepath.Dir(j.path)); err != nil {
		return err
	}
	return private.Write(j.devicePath(), []byte(name+"\n"))
}
