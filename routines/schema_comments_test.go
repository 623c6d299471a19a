package routines_test

import (
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// commentsOf are the comments of the types of a folder, and of their fields as
// Type.Field. A field without one has that of the one before, where it is named in it.
func commentsOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	files, err := fs.Glob(os.DirFS(folder), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.TYPE {
				typeComments(all, d)
			}
			return true
		})
	}
	return all
}

func typeComments(all map[string]string, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		of := spec.(*ast.TypeSpec)
		doc := of.Doc
		if doc == nil {
			doc = d.Doc
		}
		all[of.Name.Name] = plain(doc)
		s, ok := of.Type.(*ast.StructType)
		if !ok {
			continue
		}
		before := ""
		for _, f := range s.Fields.List {
			for _, name := range f.Names {
				own := strings.TrimSpace(plain(f.Doc) + " " + plain(f.Comment))
				if own == "" && word.MatchString(name.Name) && strings.Contains(" "+before, " "+name.Name+" ") {
					own = before
				}
				all[of.Name.Name+"."+name.Name], before = own, own
			}
		}
	}
}

// plain is a comment as text on one line, without the brackets of links.
func plain(c *ast.CommentGroup) string {
	if c == nil {
		return ""
	}
	var p comment.Parser
	p.LookupSym = func(string, string) bool { return true }
	p.LookupPackage = func(name string) (string, bool) { return name, true }
	return strings.Join(strings.Fields(string((&comment.Printer{TextWidth: -1}).Text(p.Parse(c.Text())))), " ")
}
