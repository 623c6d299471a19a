package audio

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"time"
)

// maxLength is how long a sound may take. It bounds what is read, sent and kept.
const maxLength = 30 * time.Second

// The sizes that programs write that cannot go back to tell the length:
// espeak-ng, and the rest.
const (
	openEnd      = 0x7ffff000
	otherOpenEnd = 0xffffffff
)

// format is how the samples of a WAV file are to be read.
type format struct {
	Coding   uint16
	Channels uint16
	Rate     uint32
	PerSec   uint32 // bytes a second
	Frame    uint16 // bytes of all channels together
	Bits     uint16
}

const pcm = 1

// encodeWAV returns a sound as the content of a WAV file.
func encodeWAV(s Sound) []byte {
	return append(WAVHead(Rate, uint32(2*len(s)), nil), s.bytes()...)
}

// WAVHead is what stands in a WAV file before so many bytes of samples, of 16 bits and
// one channel: their format, and other chunks.
func WAVHead(rate, size uint32, others []byte) []byte {
	form := format{Coding: pcm, Channels: 1, Rate: rate, PerSec: 2 * rate, Frame: 2, Bits: 16}
	formed, _ := binary.Append(nil, binary.LittleEndian, form) // fails for types without a size only
	within := slices.Concat([]byte("WAVE"), WAVChunk("fmt ", formed), others, chunkHead("data", size))
	return append(chunkHead("RIFF", uint32(len(within))+size), within...)
}

// WAVChunk is a chunk of a WAV file.
func WAVChunk(name string, content []byte) []byte {
	chunk := append(chunkHead(name, uint32(len(content))), content...)
	return append(chunk, make([]byte, len(content)%2)...) // an odd one is followed by a byte that counts for nothing
}

func chunkHead(name string, size uint32) []byte {
	return binary.LittleEndian.AppendUint32([]byte(name), size)
}

// bytes are the samples one after the other, the low byte first.
func (s Sound) bytes() []byte {
	b := make([]byte, 0, 2*len(s))
	for _, v := range s {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// decodeWAV reads the content of a WAV file: 8 or 16 bits, one or two channels,
// 8,000 to 48,000 samples a second, at most 30 s. Two channels become one.
func decodeWAV(b []byte) (Sound, error) {
	form, data, err := chunks(b)
	if err == nil {
		err = form.check(len(data))
	}
	if err != nil {
		return nil, err
	}
	return resample(form.mono(data), int(form.Rate)), nil
}

// chunks finds the format and the samples, in whatever order they stand.
func chunks(b []byte) (form format, data []byte, err error) {
	const top, head = 12, 8
	if len(b) < top || string(b[:4]) != "RIFF" || string(b[8:top]) != "WAVE" {
		return form, nil, errors.New("the WAV file does not begin with RIFF and WAVE")
	}
	formed := false
	for at := top; at+head <= len(b) && (!formed || data == nil); {
		name, size, body := string(b[at:at+4]), int64(binary.LittleEndian.Uint32(b[at+4:])), b[at+head:]
		if name == "data" && (size == openEnd || size == otherOpenEnd) {
			size = int64(len(body))
		}
		if size > int64(len(body)) {
			return form, nil, fmt.Errorf("the WAV file is cut off: chunk %q at byte %d has %d bytes of %d", name, at, len(body), size)
		}
		switch {
		case name == "fmt " && !formed:
			if _, err := binary.Decode(body[:size], binary.LittleEndian, &form); err != nil {
				return form, nil, fmt.Errorf("the WAV file has too short a chunk %q at byte %d: %d bytes", name, at, size)
			}
			formed = true
		case name == "data" && data == nil:
			data = body[:size]
		}
		at += head + int(size+size%2) // an odd chunk is followed by a byte that counts for nothing
	}
	switch {
	case !formed:
		return form, nil, errors.New("the WAV file has no chunk \"fmt \"")
	case data == nil:
		return form, nil, errors.New("the WAV file has no chunk \"data\"")
	}
	return form, data, nil
}

// check tells why so many bytes cannot be read in this format.
func (f format) check(length int) error {
	const slowest, fastest = 8000, 48000
	switch {
	case f.Coding != pcm:
		return fmt.Errorf("the WAV file has the coding %d: only PCM, 1, is read", f.Coding)
	case f.Channels != 1 && f.Channels != 2:
		return fmt.Errorf("the WAV file has %d channels: 1 or 2 are read", f.Channels)
	case f.Bits != 8 && f.Bits != 16:
		return fmt.Errorf("the WAV file has samples of %d bits: 8 or 16 are read", f.Bits)
	case f.Rate < slowest || f.Rate > fastest:
		return fmt.Errorf("the WAV file has %d samples a second: %d to %d are read", f.Rate, slowest, fastest)
	case f.Frame != f.Channels*f.Bits/8:
		return fmt.Errorf("the WAV file says %d bytes a frame where its samples take %d", f.Frame, f.Channels*f.Bits/8)
	case length%int(f.Frame) != 0:
		return fmt.Errorf("the WAV file is cut off within a sample: %d bytes of samples are no multiple of %d", length, f.Frame)
	case length/int(f.Frame) > int(f.Rate)*int(maxLength/time.Second):
		return fmt.Errorf("the WAV file is longer than %v", maxLength)
	}
	return nil
}

// mono reads samples that were checked; two channels are mixed into one.
func (f format) mono(data []byte) Sound {
	s := make(Sound, len(data)/int(f.Frame))
	for i := range s {
		sum := 0
		for c := range int(f.Channels) {
			sum += f.sample(data[(i*int(f.Channels)+c)*int(f.Bits/8):])
		}
		s[i] = int16(sum / int(f.Channels))
	}
	return s
}

// sample reads the first sample: 8 bits are without a sign, 16 with one.
func (f format) sample(b []byte) int {
	if f.Bits == 8 {
		return (int(b[0]) - 128) << 8
	}
	return int(int16(binary.LittleEndian.Uint16(b)))
}

// resample brings samples to [Rate], on straight lines between them.
func resample(s Sound, rate int) Sound {
	if rate == Rate {
		return s
	}
	out := make(Sound, len(s)*Rate/rate)
	for i := range out {
		at, rest := i*rate/Rate, i*rate%Rate
		next := min(at+1, len(s)-1)
		out[i] = int16((int(s[at])*(Rate-rest) + int(s[next])*rest) / Rate)
	}
	return out
}
