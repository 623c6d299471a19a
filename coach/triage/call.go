package triage

import (
	"slices"
	"strings"
)

// Call is the number at which the emergency services are called.
type Call struct {
	Number string
	Chosen bool   // the person set it
	Region string // otherwise the one whose number it is, as two letters; empty: none is known
}

// anyNumber is called where no region is known: mobile phones take it nearly
// everywhere.
const anyNumber = "112"

// numbers are the emergency services' numbers by region. Each is an emergency
// number of that region in Google's libphonenumber (ShortNumberMetadata.xml, July
// 2026). Which of several is taken, the ambulance's or the one number for all, is
// general knowledge.
var numbers = map[string]string{
	"000": "AU CC CX", "101": "PS", "103": "AM KG MN", "104": "CU", "111": "NZ PG",
	anyNumber: "AD AL AO AT AX AZ BE BG BI BJ BQ BT BY CO CW CY CZ DE DK DZ EE ER ES FI FO FR GE GI GL GR HR HU ID IE IL IN IR IS IT KP " +
		"KW KZ LB LI LS LT LU LV MC MD ME MK MQ MT NL NP NR PK PL PT RE RO RS RU RW SA SE SI SJ SK ST SY TJ TL TR TZ UA VA VU XK YT ZA",
	"113": "NO", "115": "VN", "119": "JP KH KR LK TW", "120": "CN", "122": "IQ", "123": "EG", "131": "CL", "144": "CH", "15": "MA",
	"1669": "TH", "190": "TN", "192": "BR",
	"911": "AG AI AR AS AW BB BM BS BZ CA CR DM DO EC FJ GD GU JM JO KN KY LC LR MH MP MX PA PH PR PW PY SV TV US UY VC VE VG VI",
	"995": "SG", "998": "AE", "999": "BD BH BW FK GB GG HK IM JE KE MO MY QA SB SC UG ZM ZW", "9999": "OM",
}

// localeVariables name the region of a person, the nearest to it first: one
// variable for all, for telephones, for messages, and for what no other names.
var localeVariables = []string{"LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG"}

// CallFor returns the number that a person chose or, with an empty one, that of
// the region that the environment names.
func CallFor(chosen string, getenv func(string) string) Call {
	if chosen != "" {
		return Call{Number: chosen, Chosen: true}
	}
	for _, v := range localeVariables {
		r := region(getenv(v))
		if r == "" {
			continue
		}
		for number, regions := range numbers {
			if slices.Contains(strings.Fields(regions), r) {
				return Call{Number: number, Region: r}
			}
		}
		break
	}
	return Call{Number: anyNumber}
}

// region is that of a locale such as en_GB.UTF-8 or sr-Latn-RS, or empty.
func region(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.FieldsFunc(locale, func(c rune) bool { return c == '_' || c == '-' })
	if last := len(parts) - 1; last > 0 && len(parts[last]) == 2 {
		return strings.ToUpper(parts[last])
	}
	return ""
}
