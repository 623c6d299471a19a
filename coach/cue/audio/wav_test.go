package audio

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"uncramp/coach/cue"
)

func TestWAVRoundTrip(t *testing.T) {
	for _, s := range []Sound{{}, {0}, {math.MinInt16, -1, 0, 1, math.MaxInt16}, Tone(cue.Begin, 80), beep(maxLength)} {
		got, err := decodeWAV(encodeWAV(s))
		if err != nil || !slices.Equal(got, s) {
			t.Errorf("%v come back as %v, %v", s.Length(), got.Length(), err)
		}
	}
}

// chunk is a chunk of a WAV file, with the byte that evens it.
func chunk(name string, content []byte) []byte {
	b := append([]byte(name), binary.LittleEndian.AppendUint32(nil, uint32(len(content)))...)
	return append(append(b, content...), make([]byte, len(content)%2)...)
}

func file(chunks ...[]byte) []byte {
	body := slices.Concat(chunks...)
	b := append([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(4+len(body)))...)
	return append(append(b, "WAVE"...), body...)
}

func formatted(coding, channels, rate, bits int) []byte {
	frame := channels * bits / 8
	b, err := binary.Append(nil, binary.LittleEndian, format{
		uint16(coding), uint16(channels), uint32(rate), uint32(frame * rate), uint16(frame), uint16(bits),
	})
	if err != nil {
		panic(err) // the format has a fixed size
	}
	return chunk("fmt ", b)
}

func TestWAVThatOthersWrite(t *testing.T) {
	plainForm, data := formatted(pcm, 1, Rate, 16), []byte{1, 0, 2, 0, 0xff, 0xff}
	long := chunk("fmt ", append(slices.Clone(plainForm[8:]), 0, 0)) // with an empty extension
	open := chunk("data", data)
	for name, tt := range map[string]struct {
		file []byte
		want Sound
	}{
		"plain":                {file(plainForm, chunk("data", data)), Sound{1, 2, -1}},
		"a longer format":      {file(long, chunk("data", data)), Sound{1, 2, -1}},
		"the samples first":    {file(chunk("data", data), plainForm), Sound{1, 2, -1}},
		"others in between":    {file(chunk("LIST", []byte("odd")), plainForm, chunk("FLLR", make([]byte, 4000)), chunk("data", data), chunk("id3 ", []byte("x"))), Sound{1, 2, -1}},
		"cut off after it all": {append(file(plainForm, chunk("data", data)), "LIST\xff\xff\xff\xffno"...), Sound{1, 2, -1}},
		"the first of two":     {file(plainForm, chunk("data", data), formatted(pcm, 2, 8000, 8), chunk("data", nil)), Sound{1, 2, -1}},
		"espeak-ng's pipe":     {file(plainForm, slices.Replace(slices.Clone(open), 4, 8, 0x00, 0xf0, 0xff, 0x7f)), Sound{1, 2, -1}},
		"another pipe":         {file(plainForm, slices.Replace(slices.Clone(open), 4, 8, 0xff, 0xff, 0xff, 0xff)), Sound{1, 2, -1}},
		"8 bits":               {file(formatted(pcm, 1, Rate, 8), chunk("data", []byte{0, 128, 255})), Sound{-32768, 0, 32512}},
		"two channels":         {file(formatted(pcm, 2, Rate, 16), chunk("data", []byte{10, 0, 20, 0, 0xff, 0x7f, 0xff, 0x7f})), Sound{15, 32767}},
		"two channels, 8 bits": {file(formatted(pcm, 2, Rate, 8), chunk("data", []byte{128, 130})), Sound{256}},
		"half the rate":        {file(formatted(pcm, 1, Rate/2, 16), chunk("data", []byte{0, 0, 100, 0})), Sound{0, 50, 100, 100}},
		"empty":                {file(plainForm, chunk("data", nil)), Sound{}},
	} {
		if got, err := decodeWAV(tt.file); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, %v, want %v", name, got, err, tt.want)
		}
	}
}

func TestWAVThatIsNone(t *testing.T) {
	form, data := formatted(pcm, 1, Rate, 16), chunk("data", []byte{1, 0, 2, 0})
	liar := formatted(pcm, 1, Rate, 16)
	liar[8+12] = 0 // a frame of no bytes
	for why, b := range map[string][]byte{
		"does not begin with RIFF":              nil,
		"RIFF and WAVE":                         []byte("RIFF1234AVI fmt "),
		"no chunk \"fmt \"":                     file(data),
		"no chunk \"data\"":                     file(form),
		"has 4 bytes of 9":                      file(form, slices.Replace(slices.Clone(data), 4, 5, 9)),
		"has 4 bytes of 4294967294":             file(form, slices.Replace(slices.Clone(data), 4, 8, 0xfe, 0xff, 0xff, 0xff)),
		"is cut off: chunk \"fmt \" at byte 12": file(form[:20]),
		"too short a chunk \"fmt \"":            file(chunk("fmt ", make([]byte, 15)), data),
		"coding 3":                              file(formatted(3, 1, Rate, 16), data),
		"0 channels":                            file(formatted(pcm, 0, Rate, 16), data),
		"3 channels":                            file(formatted(pcm, 3, Rate, 16), data),
		"24 bits":                               file(formatted(pcm, 1, Rate, 24), data),
		"0 samples a second":                    file(formatted(pcm, 1, 0, 16), data),
		"7999 samples":                          file(formatted(pcm, 1, 7999, 16), data),
		"48001 samples":                         file(formatted(pcm, 1, 48001, 16), data),
		"0 bytes a frame":                       file(liar, data),
		"cut off within a sample":               file(form, chunk("data", []byte{1, 0, 2})),
		"longer than 30s":                       encodeWAV(make(Sound, samples(maxLength)+1)),
	} {
		s, err := decodeWAV(b)
		if err == nil || s != nil || !strings.Contains(err.Error(), why) {
			t.Errorf("want an error that says %q, got %v, %v", why, s.Length(), err)
		}
	}
}

func TestResamplingKeepsPitchAndLength(t *testing.T) {
	for _, rate := range []int{8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000} {
		var data []byte
		for i := range rate {
			v := int16(8000 * math.Sin(2*math.Pi*440*float64(i)/float64(rate)))
			data = binary.LittleEndian.AppendUint16(data, uint16(v))
		}
		s, err := decodeWAV(file(formatted(pcm, 1, rate, 16), chunk("data", data)))
		if err != nil {
			t.Fatalf("%d: %v", rate, err)
		}
		if s.Length() != time.Second || math.Abs(pitch(s)-440) > 1 {
			t.Errorf("a second of 440 Hz at %d becomes %v of %.1f Hz", rate, s.Length(), pitch(s))
		}
		if got, want := loudness(s), 8000/math.Sqrt2; math.Abs(got-want) > 0.03*want {
			t.Errorf("at %d its loudness becomes %.0f, want %.0f", rate, got, want)
		}
	}
}

func FuzzDecodeWAV(f *testing.F) {
	form, data := formatted(pcm, 1, 22050, 16), chunk("data", []byte{1, 0, 2, 0})
	for _, seed := range [][]byte{
		nil, encodeWAV(Tone(cue.Tick, 100)), file(form, data), file(data, form), file(formatted(pcm, 2, 8000, 8), data),
		file(form, data)[:40], file(form, slices.Replace(slices.Clone(data), 4, 8, 0xff, 0xff, 0xff, 0xff)),
		file(chunk("LIST", []byte("odd")), form, data), file(formatted(0xfffe, 6, 192000, 24), data),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := decodeWAV(b)
		if err != nil {
			if s != nil || strings.ContainsFunc(err.Error(), func(r rune) bool { return !unicode.IsPrint(r) }) {
				t.Fatalf("a sound of %v with the error %q", s.Length(), err)
			}
			return
		}
		if s.Length() > maxLength || len(s) > 6*len(b) {
			t.Fatalf("%d bytes become %v", len(b), s.Length())
		}
		again, err := decodeWAV(encodeWAV(s))
		if err != nil || !slices.Equal(again, s) {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
	})
}
