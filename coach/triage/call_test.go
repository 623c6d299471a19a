package triage

import (
	"regexp"
	"strings"
	"testing"
)

func TestCallFor(t *testing.T) {
	for _, c := range []struct {
		chosen, all, telephone, messages, lang string
		want                                   Call
	}{
		{want: Call{Number: "112"}},
		{lang: "C.UTF-8", want: Call{Number: "112"}},
		{lang: "POSIX", want: Call{Number: "112"}},
		{lang: "en", want: Call{Number: "112"}},
		{lang: "de_DE.UTF-8@euro", want: Call{Number: "112", Region: "DE"}},
		{lang: "en_GB", want: Call{Number: "999", Region: "GB"}},
		{lang: "en-AU", want: Call{Number: "000", Region: "AU"}},
		{lang: "zh_Hant_TW", want: Call{Number: "119", Region: "TW"}},
		{lang: "sr_RS@latin", want: Call{Number: "112", Region: "RS"}},
		{lang: "en_XX.UTF-8", want: Call{Number: "112"}},
		{lang: "en_US", messages: "fr_CA", want: Call{Number: "911", Region: "CA"}},
		{lang: "en_US", telephone: "de_DE", messages: "en_US", want: Call{Number: "112", Region: "DE"}},
		{all: "en_NZ", lang: "en_US", telephone: "de_DE", want: Call{Number: "111", Region: "NZ"}},
		{all: "C", lang: "en_US", want: Call{Number: "911", Region: "US"}},
		{chosen: "144", lang: "en_US", want: Call{Number: "144", Chosen: true}},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_TELEPHONE": c.telephone, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := CallFor(c.chosen, func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

func TestEveryRegionHasOneNumber(t *testing.T) {
	digits, letters, seen := regexp.MustCompile(`^[0-9]{2,4}$`), regexp.MustCompile(`^[A-Z]{2}$`), map[string]string{}
	for number, regions := range numbers {
		if !digits.MatchString(number) {
			t.Errorf("%q is no number", number)
		}
		for _, r := range strings.Fields(regions) {
			if !letters.MatchString(r) || seen[r] != "" {
				t.Errorf("%s has %s, and %s", r, number, seen[r])
			}
			seen[r] = number
		}
	}
}
