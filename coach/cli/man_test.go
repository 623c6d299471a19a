package cli

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"uncramp/assets"
	"uncramp/coach/triage"
	"uncramp/routines"
)

var update = flag.Bool("update", false, "rewrite the manual pages and transcripts")

// TestManualPages holds the pages to the commands. They are made here, and not
// when they are asked for: what makes them would cost every command its start.
func TestManualPages(t *testing.T) {
	a := newTypist(t, triage.Finding{}).App
	var visit func(*cobra.Command)
	visit = func(cmd *cobra.Command) {
		manualPage(t, cmd)
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() { // which excepts help
				visit(sub)
			}
		}
	}
	visit(a.root())
}

// manualPage holds the page of one command to it, or writes it.
func manualPage(t *testing.T, cmd *cobra.Command) {
	t.Helper()
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	var want bytes.Buffer
	cmd.DisableAutoGenTag = true
	year := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	header := &doc.GenManHeader{Title: "UNCRAMP", Section: "1", Source: "uncramp", Date: &year}
	if err := doc.GenMan(cmd, header, &want); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("../../assets/man/"+name+".1", want.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := assets.Man.ReadFile("man/" + name + ".1")
	if err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%s is not what the command says now; run go test ./coach/cli -update (%v)", name, err)
	}
}

// TestEveryCommandHasItsHelp, and each help its command.
func TestEveryCommandHasItsHelp(t *testing.T) {
	files, err := help.ReadDir("help")
	if err != nil {
		t.Fatal(err)
	}
	unused := map[string]bool{}
	for _, f := range files {
		unused[f.Name()] = true
	}
	var visit func(*cobra.Command)
	visit = func(cmd *cobra.Command) {
		name := strings.TrimPrefix(strings.ReplaceAll(cmd.CommandPath(), " ", "-"), "uncramp-")
		if !unused[name+".txt"] {
			t.Errorf("no help/%s.txt", name)
		}
		delete(unused, name+".txt")
		if cmd.Short == "" || !cmd.Hidden && !strings.HasPrefix(cmd.Example, "  ") {
			t.Errorf("help/%s.txt has %q, %q, and the examples %q", name, cmd.Use, cmd.Short, cmd.Example)
		}
		for _, c := range cmd.Commands() {
			visit(c)
		}
	}
	root := newTypist(t, triage.Finding{}).App.root()
	root.InitDefaultHelpCmd()
	visit(root)
	for name := range unused {
		t.Errorf("help/%s is no command's", name)
	}
}

// TestTheReadmeNamesEveryCommand, and every routine that is built in.
func TestTheReadmeNamesEveryCommand(t *testing.T) {
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, cmd := range newTypist(t, triage.Finding{}).root().Commands() {
		if cmd.IsAvailableCommand() && !regexp.MustCompile("`(uncramp )?"+cmd.Name()+"[` ]").Match(page) {
			t.Errorf("the README's table of commands lacks %s", cmd.CommandPath())
		}
	}
	for _, r := range routines.BuiltinHeads() {
		if !bytes.Contains(page, []byte("`"+r.ID+"`")) {
			t.Errorf("the README's list of routines lacks %s", r.ID)
		}
	}
}
