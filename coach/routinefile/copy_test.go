package routinefile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"uncramp/coach/prescription"
	"uncramp/coach/routinefile"
	"uncramp/coach/session"
	"uncramp/routines"
)

// schema is what the file beside a folder says, as an independent validator reads it.
func schema(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("routine.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("routine.json")
}

// named is the schema that the first line of a routine's file names, from where it lies.
func named(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	name, is := strings.CutPrefix(line, "# yaml-language-server: $schema=")
	if !is {
		t.Fatalf("the first line is %q", line)
	}
	return schema(t, filepath.Join(filepath.Dir(file), name))
}

func validate(t *testing.T, s *jsonschema.Schema, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v", file, err)
	}
}

// TestACopyIsPlayedAsWhatItIsACopyOf: every built-in routine, copied, and copied once more.
// An editor finds the schema and has nothing to say.
func TestACopyIsPlayedAsWhatItIsACopyOf(t *testing.T) {
	folder := routinefile.Folder(filepath.Join(t.TempDir(), "routines"))
	for _, id := range (routines.Library{}).Names() {
		for _, step := range [][2]string{{id, "first-" + id}, {"first-" + id, "second-" + id}} {
			file, err := folder.Copy(step[0], step[1])
			if err != nil {
				t.Fatal(err)
			}
			if err := folder.Keep(step[1], file, false); err != nil {
				t.Fatal(err)
			}
			validate(t, named(t, folder.Path(step[1])), folder.Path(step[1]))
			was, err := routines.Library{}.Find(id)
			if err != nil {
				t.Fatal(err)
			}
			is, err := routines.Read(step[1], file)
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.ToUpper(step[1][:1]) + strings.ReplaceAll(step[1][1:], "-", " "); is.ID != step[1] || is.Name != want {
				t.Errorf("it is %s, %q", is.ID, is.Name)
			}
			before, err := session.NewPlan(was, session.Choice{})
			if err != nil {
				t.Fatal(err)
			}
			if after, err := session.NewPlan(is, session.Choice{}); err != nil || !reflect.DeepEqual(before.Phases, after.Phases) {
				t.Errorf("the copy of %s is another routine: %v", id, err)
			}
		}
	}
}

// TestACopyExplainsItsFields where each is written first.
func TestACopyExplainsItsFields(t *testing.T) {
	file, err := routinefile.Folder(t.TempDir()).Copy("desk", "my-desk")
	if err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, file)
}

// TestACopyKeepsWhatAPersonWrote, comments too.
func TestACopyKeepsWhatAPersonWrote(t *testing.T) {
	folder := routinefile.Folder(t.TempDir())
	const head = "id: 'a' # mine\n# as the leaflet has it\nname:   Old name   # x\n"
	const rest = "purpose: day\nsummary: Mine.\nsteps: [{move: calf-wall}]\n"
	if err := os.WriteFile(folder.Path("a"), []byte(head+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := folder.Copy("a", "new-one")
	if err != nil {
		t.Fatal(err)
	}
	const want = "id: new-one # mine\n# as the leaflet has it\nname:   \"New one\"   # x\n" + rest
	if !strings.HasSuffix(string(file), "\n"+want) {
		t.Errorf("the copy is\n%s", file)
	}
	if err := os.WriteFile(folder.Path("b"), []byte("{id: b, name: B, purpose: day, summary: Mine., steps: [{move: calf-wall}]}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Copy("b", "new-one"); err == nil || !strings.Contains(err.Error(), "id of b does not stand on a line of its own; write it so") {
		t.Errorf("it says %v", err)
	}
}

// TestWhatIsMadeOfAPrescriptionFitsTheSchema.
func TestWhatIsMadeOfAPrescriptionFitsTheSchema(t *testing.T) {
	folder := routinefile.Folder(filepath.Join(t.TempDir(), "routines"))
	for i, line := range []string{
		"calf-wall 3x30s each rest 10s; hamstring-chair 3x10s alternate; heel-raise 2x10 up 3s down 5s",
		`other: "Lift the big toe" 2x10 hold 3s each; calf-towel 3x30s left, twice daily for 6 weeks`,
		"sit-to-stand 3x8 rest 60s between sets, Mon, Wed, Fri, for 8 weeks",
	} {
		p, questions := prescription.Parse(line)
		if len(questions) > 0 {
			t.Fatal(questions)
		}
		id := "r" + string(rune('a'+i))
		if err := folder.Keep(id, p.File(id), false); err != nil {
			t.Fatal(err)
		}
		validate(t, named(t, folder.Path(id)), folder.Path(id))
	}
}

// TestACopyIsOfWhateverIsRead: with a mark, in UTF-16, with Windows' line ends, with a # in
// the name.
func TestACopyIsOfWhateverIsRead(t *testing.T) {
	folder := routinefile.Folder(t.TempDir())
	const text = "id: a\nname: Mrs Brown's #1\npurpose: day\nsummary: Mine.\nsteps: [{move: calf-wall}]\n"
	wide := []byte{0xff, 0xfe}
	for _, c := range []byte(text) {
		wide = append(wide, c, 0)
	}
	for name, data := range map[string][]byte{
		"plain": []byte(text), "marked": []byte("\ufeff" + text), "wide": wide, "of Windows": []byte(strings.ReplaceAll(text, "\n", "\r\n")),
		"with a # in the name": []byte(strings.Replace(text, " #1", "#1", 1)),
	} {
		if err := os.WriteFile(folder.Path("a"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := folder.Copy("a", "b")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r, err := routines.Read("b", file); err != nil || r.Name != "B" || len(r.Steps) != 1 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		if n := strings.Count(string(file), "\r"); name == "of Windows" && n != 5 {
			t.Errorf("%d of 5 line ends are Windows' own", n)
		}
	}
}
