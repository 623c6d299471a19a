package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"uncramp/routines"
)

const (
	folder  = "articles"
	ending  = ".yaml"
	maxFile = 48 << 10 // bytes
)

// Load reads the cards that articles/index.yaml names, each from
// articles/ID.yaml. An error of a file's contents is a [*routines.Error]. What
// a card may hold is checked by the tests, not here.
func Load(files fs.FS) (Shelf, error) {
	var index struct {
		Groups []Group `yaml:"groups"`
	}
	if err := decode(files, "index", &index); err != nil {
		return Shelf{}, err
	}
	s := Shelf{Groups: index.Groups}
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
		return Shelf{}, err
	}
	return s, nil
}

// decode reads the one YAML document of a file, strictly.
func decode(files fs.FS, id string, into any) error {
	name := path.Join(folder, id+ending)
	data, err := fs.ReadFile(files, name)
	switch {
	case err != nil:
		return fmt.Errorf("reading a card: %w; write the file, or take %q out of index.yaml", err, id)
	case len(data) > maxFile:
		return &routines.Error{File: name, Problem: fmt.Sprintf("the file has %d bytes", len(data)), Remedy: fmt.Sprintf("keep a card under %d", maxFile)}
	}
	tokens := lexer.Tokenize(string(data))
	for _, t := range tokens {
		switch t.Type {
		case token.AnchorType, token.AliasType, token.TagType, token.MergeKeyType, token.DocumentHeaderType, token.DocumentEndType:
			return fault(name, t, fmt.Sprintf("%.20q is an anchor, an alias, a tag or another document", t.Value), "write one card a file, each value where it stands")
		}
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		return syntaxFault(name, err)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil || file.Docs[0].Body.Type() == ast.CommentType {
		return &routines.Error{File: name, Line: 1, Column: 1, Problem: "the file is empty", Remedy: "write one card in it"}
	}
	if err := yaml.NodeToValue(file.Docs[0].Body, into, yaml.Strict()); err != nil {
		return syntaxFault(name, err)
	}
	return nil
}

// syntaxFault is an error of the YAML reader in our form.
func syntaxFault(name string, err error) error {
	const remedy = "mend its spelling, its indentation or its kind of value"
	var theirs yaml.Error
	if errors.As(err, &theirs) && theirs.GetToken() != nil {
		return fault(name, theirs.GetToken(), theirs.GetMessage(), remedy)
	}
	return &routines.Error{File: name, Problem: routines.Clean(err.Error()), Remedy: remedy}
}

func fault(name string, t *token.Token, problem, remedy string) error {
	return &routines.Error{File: name, Line: t.Position.Line, Column: t.Position.Column, Problem: routines.Clean(problem), Remedy: remedy}
}
