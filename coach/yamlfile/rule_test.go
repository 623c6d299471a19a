package yamlfile

import "testing"

// TestNumbersAreHeldToTheirLimits, wherever they stand; NaN lies within none.
func TestNumbersAreHeldToTheirLimits(t *testing.T) {
	var v struct {
		Near float64      `yaml:"near" check:"number -5 5"`
		Spot [2]float64   `yaml:"spot" check:"numbers 0 9"`
		Way  [][2]float64 `yaml:"way" check:"list 0 3 of numbers 0 9"`
	}
	if err := Read("a.yaml", []byte("near: -5\nspot: [9, 9]\nway: [[0, 0], [0, 0]]\n"), &v); err != nil || v.Near != -5 || len(v.Way) != 2 {
		t.Errorf("%+v, %v", v, err)
	}
	const want = `a.yaml:1:7: near is NaN; write -5 to 5
a.yaml:2:11: spot[1] is 9.5; write 0 to 9
a.yaml:3:16: way[1][0] is -1; write 0 to 9`
	if err := Read("a.yaml", []byte("near: NaN\nspot: [0, 9.5]\nway: [[0, 0], [-1, 0]]\n"), &v); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	v.Near = 0
	const many = "a.yaml:1:8: way has 4 way; write 0 to 3"
	if err := Read("a.yaml", []byte("way: [[0, 0], [0, 0], [0, 0], [0, 0]]\n"), &v); err == nil || err.Error() != many {
		t.Errorf("got\n%v\nwant\n%s", err, many)
	}
}

// TestADeviceOfWindowsIsNoID, on any system, and what only looks like one is.
func TestADeviceOfWindowsIsNoID(t *testing.T) {
	for name, is := range map[string]bool{
		"con": true, "prn": true, "aux": true, "nul": true, "com0": true, "com9": true, "lpt1": true,
		"": false, "a": false, "co": false, "cons": false, "nul-2": false, "com": false, "com10": false, "coma": false, "lpt-": false,
	} {
		if IsDevice(name) != is || is && IsID(name) {
			t.Errorf("%q is a device: %v, an id: %v", name, IsDevice(name), IsID(name))
		}
	}
	var v struct {
		ID string `yaml:"id" check:"id"`
	}
	const want = "a.yaml:1:5: id is nul, which Windows keeps for a device; write another, such as my-nul"
	if err := Read("a.yaml", []byte("id: nul\n"), &v); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
