package menu

import (
	"cmp"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// history is what the diary holds: the answers first.
func (m menu) history() page {
	return page{title: historyTitle, begin: m.sayHistory, items: func() []item {
		return []item{
			{crampsTitle, "", m.opens(m.cramps())},
			{tablesTitle, "", m.runs("diary")},
			{allTablesTitle, "", m.runs("diary", "--days=0")},
			{undoTitle, "u", m.runs("diary", "undo")},
			{redoTitle, "", m.runs("diary", "undo", "--redo")},
			{backupTitle, "", m.withFile(askBackup, "diary", "backup")},
			{restoreTitle, "", m.withFile(askRestore, "diary", "restore")},
			{tryImportTitle, "", m.withFile(askImport, "diary", "import", "--dry-run")},
			{syncTitle, "", m.withFile(askSync, "diary", "sync")},
			{importTitle, "", m.withFile(askImport, "diary", "import")},
		}
	}}
}

func (m menu) sayHistory() error {
	sentences, err := m.Answers()
	if err != nil {
		return m.tell(err)
	}
	return m.Print(strings.Join(sentences, "\n"))
}

// cramps are all in the diary, the latest first.
func (m menu) cramps() page {
	return page{title: crampsTitle, none: noCramp, items: func() (items []item) {
		cramps, err := m.Cramps()
		m.Complain(err)
		for _, e := range cramps {
			items = append(items, item{e.Summary(m.Now()), "", m.opens(m.cramp(e))})
		}
		return items
	}}
}

// cramp is one of the diary: what was told of it, and what can be done.
func (m menu) cramp(e record.Episode) page {
	return page{title: crampTitle, once: true, begin: func() error { return m.sayCramp(e.ID) }, items: func() []item {
		return []item{
			{changeTitle, "", func() error { return m.change(e.ID) }},
			{deleteTitle, "", func() error { return m.confirm(askDelete, func() error { return m.delete(e.ID) }) }},
		}
	}}
}

// sayCramp says all that was told of a cramp, each once.
func (m menu) sayCramp(id record.ID) error {
	e, err := m.Cramp(id)
	if err != nil {
		return m.tell(err)
	}
	summary := e.Summary(m.Now())
	e.Length, e.Severity = 0, record.Rating{} // they are in it
	return m.Print(summary + ".\n" + cmp.Or(strings.Join(stats.Details(e), "\n"), nothingElse))
}

// delete takes a cramp out of the diary, as it is there now.
func (m menu) delete(id record.ID) error {
	e, err := m.Cramp(id)
	if err == nil {
		err = m.Delete(e)
	}
	if err != nil {
		return m.tell(err)
	}
	return m.Print(deleted)
}
