package coach

import (
	"cmp"
	"context"
	"os"
	"regexp"
	"runtime"
	"strings"
	"time"

	"uncramp/coach/process"
)

// phoneTimeout is how long a phone may take to tell something of itself.
const phoneTimeout = time.Second

// findPhone has the program know what Android alone tells: the time zone, as Go knows
// of UTC alone there, and the region, as Termux says en_US to everybody.
func findPhone() {
	if runtime.GOOS != "android" {
		return
	}
	p := readPhone()
	if zone := p.zone(os.Getenv("TZ")); zone != nil {
		time.Local = zone
	}
	if locale := p.locale(os.Getenv); locale != "" {
		_ = os.Setenv("LC_TELEPHONE", locale) // it goes by LANG without
	}
}

// phone is what Android's properties say, by name.
type phone map[string]string

// readPhone asks for all properties at once; where nobody answers there are none.
func readPhone() phone {
	p, property := phone{}, regexp.MustCompile(`(?m)^\[([a-z.]+)\]: \[(.*)\]\r?$`)
	for _, m := range property.FindAllStringSubmatch(printed("getprop"), -1) {
		p[m[1]] = m[2]
	}
	return p
}

// zone is the phone's time zone, or that of the variable if it is known; nil where
// nobody tells. Of a zone that has no rules here only the present offset is known.
func (p phone) zone(variable string) *time.Location {
	for _, name := range []string{strings.TrimPrefix(variable, ":"), p["persist.sys.timezone"]} {
		if zone, err := time.LoadLocation(name); err == nil && name != "" {
			return zone
		}
	}
	if now, err := time.Parse("-0700", strings.TrimSpace(printed("date", "+%z"))); err == nil {
		return now.Location()
	}
	return nil
}

// locale is that of the phone, unless variables name the person's own.
func (p phone) locale(getenv func(string) string) string {
	if getenv("LC_ALL") != "" || getenv("LC_TELEPHONE") != "" {
		return ""
	}
	return cmp.Or(p["persist.sys.locale"], p["ro.product.locale"])
}

// printed is what a program prints, or nothing.
func printed(program string, args ...string) string {
	out, err := process.Run(context.Background(), process.Command{Program: program, Args: args, Timeout: phoneTimeout})
	if err != nil {
		return ""
	}
	return string(out)
}
