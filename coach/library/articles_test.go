package library

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"uncramp/coach/triage"
)

var straight = strings.NewReplacer("’", "'", "“", `"`, "”", `"`)

// articles returns the three articles' texts where they are at hand. They are
// other people's, so they are no part of this repository, and the test is skipped
// wherever they don't lie beside it.
func articles(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, a := range sources(t).Articles {
		b, err := os.ReadFile("../../../shared/documents/" + a.ID + ".txt")
		if err != nil {
			t.Skipf("nothing is compared: the articles are not at hand: %v", err)
		}
		texts[a.ID] = straight.Replace(string(b))
	}
	return texts
}

func TestHeadingsStandInTheArticles(t *testing.T) {
	texts := articles(t)
	for _, a := range sources(t).Articles {
		for _, h := range a.Headings {
			if !strings.Contains(texts[a.ID], h) {
				t.Errorf("%s: %q does not stand in it", a.ID, h)
			}
		}
	}
}

// TestNoSixWordsOfAnArticle holds everything the program teaches, leads
// through and asks against the articles: no run of six words stands in one.
func TestNoSixWordsOfAnArticle(t *testing.T) {
	texts := articles(t)
	for id, text := range texts {
		texts[id] = inARow(wordsOf(text))
	}
	for where, told := range everythingTold(t) {
		words := wordsOf(told)
		for i := range max(len(words)-5, 0) {
			run := inARow(words[i : i+6])
			for id, text := range texts {
				if strings.Contains(text, run) {
					t.Errorf("%s copies from %s:%s", where, id, run)
				}
			}
		}
	}
}

var headings = regexp.MustCompile(`heading:.*`) // quoted on purpose

// everythingTold is all that the program says of cramps, by where it stands.
func everythingTold(t *testing.T) map[string]string {
	t.Helper()
	told := map[string]string{}
	for _, pattern := range []string{"../../assets/articles/*.yaml", "../../routines/builtin/*.yaml", "../../routines/moves/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files %s, %v", pattern, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			told[filepath.ToSlash(f)] = headings.ReplaceAllString(string(data), "")
		}
	}
	for _, g := range triage.Groups() {
		for _, q := range g.Questions {
			told["the red flag "+q.ID] = q.Text
		}
		told["the red flags of "+string(g.Level)] = g.Ask + "\n" + g.Advice + "\n" + g.Because
	}
	return told
}

// inARow puts a space around each word, so that no half of one is found.
func inARow(words []string) string { return " " + strings.Join(words, " ") + " " }

// wordsOf splits a text into its words, without case and punctuation.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(straight.Replace(s)), func(c rune) bool { return c != '\'' && !inWord(c) })
}
