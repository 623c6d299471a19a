package settings

import (
	"errors"

	"uncramp/coach/yamlfile"
)

// parse reads a file: flat, one NAME: VALUE a line, each name once. The error
// joins what is wrong, each a [*yamlfile.Fault]; with one the settings are the
// defaults, and there are no pairs.
func parse(file string, data []byte) (Settings, []yamlfile.Pair, error) {
	f, err := yamlfile.Parse(file, data)
	if err != nil {
		return Defaults(), nil, err
	}
	s := Defaults()
	pairs := f.Pairs()
	for _, p := range pairs {
		at := p.ValueAt
		if _, err := find(p.Name); err != nil {
			at = p.At
		}
		var why *yamlfile.Fault
		if err := s.Set(p.Name, p.Text, File); errors.As(err, &why) {
			f.Add(at, yamlfile.Message{Problem: why.Problem, Remedy: why.Remedy})
		}
	}
	if err := f.Err(); err != nil {
		return Defaults(), nil, err
	}
	return s, pairs, nil
}
