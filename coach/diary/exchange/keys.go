package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
)

// repeatedKey returns a key that an object of valid JSON, or one within it, has twice;
// empty: none. The JSON library would take the last of them, and leave the others out.
func repeatedKey(raw []byte) string {
	var open [][][]byte // the keys so far of what is not closed yet
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '{', '[':
			open = append(open, nil)
		case '}', ']':
			open = open[:max(len(open)-1, 0)]
		case '"':
			text := quotedText(raw[i:])
			i += len(text) - 1
			if !bytes.HasPrefix(bytes.TrimLeft(raw[i+1:], " \t\r\n"), []byte(":")) || len(open) == 0 {
				continue
			}
			key, keys := plainKey(text), &open[len(open)-1]
			if slices.ContainsFunc(*keys, func(k []byte) bool { return bytes.EqualFold(k, key) }) {
				return string(key)
			}
			*keys = append(*keys, key)
		}
	}
	return ""
}

// quotedText is the text with its quotes that JSON begins with.
func quotedText(raw []byte) []byte {
	for i := 1; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '"':
			return raw[:i+1]
		}
	}
	return raw
}

// plainKey is a key without its quotes, and without escapes.
func plainKey(quoted []byte) []byte {
	if bytes.IndexByte(quoted, '\\') >= 0 {
		var key string
		_ = json.Unmarshal(quoted, &key) // it is valid
		return []byte(key)
	}
	return bytes.Trim(quoted, `"`)
}
