package recording

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"

	"uncramp/coach/cue/audio"
	"uncramp/coach/text"
)

// wav is a WAV file that is being written: its head tells how long it is, and is
// written again when that is known.
type wav struct {
	file  io.WriteSeeker
	out   *bufio.Writer
	title string
	size  int64 // of the samples, in bytes
}

func newWAV(w io.WriteSeeker, title string) (encoder, error) {
	e := &wav{file: w, out: bufio.NewWriter(w), title: title}
	err := e.writeHead()
	return e, err
}

// writeHead writes what stands before the samples.
func (e *wav) writeHead() error {
	_, err := e.out.Write(audio.WAVHead(audio.RecordingRate, uint32(e.size), e.info()))
	return err
}

// info is the chunk that names what a file is, and what made it.
func (e *wav) info() []byte {
	content := append([]byte("INFO"), audio.WAVChunk("INAM", append([]byte(text.Clean(e.title)), 0))...)
	content = append(content, audio.WAVChunk("ISFT", append([]byte(program), 0))...)
	return audio.WAVChunk("LIST", content)
}

// Write implements encoder.
func (e *wav) Write(samples []int16) error {
	const each, head = 2, 1 << 10
	if e.size += each * int64(len(samples)); e.size > math.MaxUint32-head {
		return errors.New(tooLong)
	}
	return binary.Write(e.out, binary.LittleEndian, samples)
}

// Close implements encoder.
func (e *wav) Close() error {
	if err := e.out.Flush(); err != nil {
		return err
	}
	if _, err := e.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return errors.Join(e.writeHead(), e.out.Flush())
}
