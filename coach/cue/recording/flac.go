package recording

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/frame"
	"github.com/mewkiz/flac/meta"

	"uncramp/coach/cue/audio"
	"uncramp/coach/text"
)

// flacSignature is what a FLAC file begins with.
const flacSignature = "fLaC"

// block is how many samples are packed together. Every recording is a multiple of it
// long: readers are not sure of a last block that is shorter.
const block = 1024

const bits = 16

// flacFile is a FLAC file that is being written.
type flacFile struct {
	encoder *flac.Encoder
	out     *seekingWriter
	rest    []int32 // less than a block, not written yet
}

func newFLAC(w io.WriteSeeker, title string) (encoder, error) {
	info := &meta.StreamInfo{BlockSizeMin: block, BlockSizeMax: block, SampleRate: audio.RecordingRate, NChannels: 1, BitsPerSample: bits}
	tags := &meta.VorbisComment{Vendor: program, Tags: [][2]string{{"TITLE", text.Clean(title)}}}
	head := meta.Header{Type: meta.TypeVorbisComment, Length: int64(len(program))} // it counts anew, but for none
	out := &seekingWriter{bufio.NewWriter(w), w}
	e, err := flac.NewEncoder(out, info, &meta.Block{Header: head, Body: tags})
	return &flacFile{encoder: e, out: out}, out.explain(err)
}

// Write implements encoder.
func (f *flacFile) Write(samples []int16) error {
	for _, v := range samples {
		if f.rest = append(f.rest, int32(v)); len(f.rest) == block {
			if err := f.writeBlock(); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeBlock writes the rest, which is a block.
func (f *flacFile) writeBlock() error {
	packed := &frame.Frame{
		Header: frame.Header{
			HasFixedBlockSize: true, BlockSize: block, SampleRate: audio.RecordingRate, Channels: frame.ChannelsMono, BitsPerSample: bits,
		},
		Subframes: []*frame.Subframe{{
			SubHeader: frame.SubHeader{Pred: frame.PredVerbatim}, Samples: f.rest, NSamples: block, // the encoder finds a shorter one
		}},
	}
	f.rest = f.rest[:0]
	return f.out.explain(f.encoder.WriteFrame(packed))
}

// Close implements encoder.
func (f *flacFile) Close() error {
	if n := len(f.rest); n > 0 {
		f.rest = append(f.rest, make([]int32, block-n)...)
		if err := f.writeBlock(); err != nil {
			return err
		}
	}
	return cmp.Or(f.out.explain(f.encoder.Close()), f.out.Flush())
}

// seekingWriter is a buffer before a file, which stays open.
type seekingWriter struct {
	*bufio.Writer
	file io.WriteSeeker
}

// explain returns why the file could not be written, where that is why the encoder
// failed: its own errors hide it.
func (w *seekingWriter) explain(err error) error {
	if err == nil {
		return nil
	}
	return cmp.Or(w.Flush(), fmt.Errorf(notPacked, err))
}

// Seek implements io.Seeker.
func (w *seekingWriter) Seek(offset int64, whence int) (int64, error) {
	if err := w.Flush(); err != nil {
		return 0, err
	}
	return w.file.Seek(offset, whence)
}
