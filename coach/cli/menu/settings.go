package menu

import (
	"fmt"
	"strings"

	"uncramp/coach/settings"
	"uncramp/routines"
)

// settings are all of them, each with its value.
func (m menu) settings() page {
	return page{title: settingsTitle, items: func() (items []item) {
		for _, v := range m.Settings() {
			items = append(items, item{fmt.Sprintf(settingLine, v.Label, v.Words), "", m.set(v)})
		}
		return items
	}}
}

// set is how a setting is changed: one of what there is, or a value that is typed.
func (m menu) set(v settings.Value) func() error {
	if v.Choices == nil {
		return func() error { return m.typeValue(v) }
	}
	return m.opens(page{title: v.Label, begin: func() error { return m.Print(v.About) }, once: true, items: func() (items []item) {
		for _, c := range v.Choices {
			items = append(items, item{v.Say(c), "", m.runs("settings", "set", v.Name, c)})
		}
		return items
	}})
}

// typeValue asks for a value.
func (m menu) typeValue(v settings.Value) error {
	if err := m.Print(fmt.Sprintf(aboutValue, v.About, v.Words, v.Allowed)); err != nil {
		return err
	}
	return m.askValue(fmt.Sprintf(askValue, v.Label), func(answer string) error {
		if strings.EqualFold(answer, defaultKey) {
			return m.Run("settings", "unset", v.Name)
		}
		return m.Run("settings", "set", v.Name, answer)
	})
}

// aboutYou is what decides which moves suit.
func (m menu) aboutYou() page {
	return page{title: meTitle, begin: func() error { return m.Print(aboutMe) }, items: func() (items []item) {
		about, err := m.Conditions()
		m.Complain(err)
		for _, c := range routines.Conditions() {
			items = append(items, m.condition(c, about.Has(c)))
		}
		return append(items, item{forgetTitle, "", func() error { return m.confirm(askForget, m.runs("me", "forget")) }})
	}}
}

// condition is one, and whether it is so; choosing it makes it the other.
func (m menu) condition(c routines.Condition, is bool) item {
	word, other := no, "on"
	if is {
		word, other = yes, "off"
	}
	return item{fmt.Sprintf(conditionLine, c.Question(), word), "", m.runs("me", "set", string(c), other)}
}
