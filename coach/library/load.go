package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"

	"uncramp/coach/yamlfile"
)

const (
	folder = "articles"
	ending = ".yaml"
)

// Load reads the cards that articles/index.yaml names, each from
// articles/ID.yaml. An error of a file's contents is a [*yamlfile.Fault]. What
// a card may hold is checked by the tests, not here.
func Load(files fs.FS) (Library, error) {
	var index struct {
		Groups []Group `yaml:"groups"`
	}
	if err := decode(files, "index", &index); err != nil {
		return Library{}, err
	}
	s := Library{Groups: index.Groups}
	for _, g := range s.Groups {
		for _, id := range g.Cards {
			s.Cards = append(s.Cards, Card{ID: id, Group: g.Name})
		}
	}
	errs := make([]error, len(s.Cards))
	var wg sync.WaitGroup
	for i := range s.Cards {
		wg.Go(func() { errs[i] = decode(files, s.Cards[i].ID, &s.Cards[i]) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return Library{}, err
	}
	return s, nil
}

// decode reads the file of a card, or of the index.
func decode(files fs.FS, id string, into any) error {
	name := path.Join(folder, id+ending)
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("reading a card: %w; write the file, or take %q out of index.yaml", err, id)
	}
	return yamlfile.Read(name, data, into)
}
