package poa

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// MergeConflict is a value that two versions of a plan changed in different ways. The
// values are canonical JSON, "null" if there is no value.
type MergeConflict struct {
	// Path is the path of the value: a field, an element, or a list whose order both
	// changed, of which the values are the ids of the elements that all versions have. It
	// is "pending" for a pending text, of which the values are the path and the text.
	Path               norm.Path
	Base, Mine, Theirs string
}

// Merge merges two versions of a plan, mine and theirs, which are derived from base. It
// returns the plan with the changes of both, and the conflicts in the order of their
// paths. The plan has the Env of theirs.
//
//   - Fields, months and namespaces of extension data are merged one by one. If both
//     changed one differently, it is a conflict, and the plan has the value of theirs.
//   - An element that either inserted is in the plan. One that either removed is not,
//     unless the other changed or moved it, or refers to it where base does not: then it
//     is a conflict, and the plan has the element of the other.
//   - A list of ids has the ids that either added, and not those that either removed.
//   - The elements of a list are in the order of the version that moved some. If both did,
//     differently, it is a conflict, and they are in the order of theirs.
//   - The records of both are in the plan. A record of base that a version lacks is a
//     conflict, and in the plan. A record that would be rejected because of those of the
//     other version is a conflict, and in the plan, such as one that is about a period that
//     the other closed; see ErrPeriodClosed, ErrRecordAmount and budget.CheckEntries. Of
//     the entries of the ledger, at most MaxAlike of each version are.
//   - If both closed a period, reopened a close or withdrew a record, their records are a
//     conflict, and the plan has the one of theirs.
//   - What the acts of a version established, such as the dates of a period that it
//     closed, is in the plan. A change of it by the other version is a conflict.
//   - Marks and pending texts are merged as fields are.
//   - If both used one id for different elements, the plan has one of them, and all are
//     conflicts; so are the references to the others, which the plan does not have.
//
// Every change of each version is in the plan or in a conflict. Merge(b, b, t) is t, and
// Merge(b, m, b) is m, except for records that they lack. The conflicts of Merge(b, t, m)
// are those of Merge(b, m, t) with Mine and Theirs exchanged.
//
// Merge returns an error if the plan exceeds a limit, such as MaxElements.
func Merge(base, mine, theirs *Plan) (*Plan, []MergeConflict, error) {
	return MergeUntil(base, mine, theirs, nil)
}

// MergeUntil is Merge for a caller that may not wait for the result: expired is asked after
// each thousand elements or conflicts. Once it returns true, MergeUntil returns ErrExpired. A
// nil function never expires.
func MergeUntil(base, mine, theirs *Plan, expired func() bool) (merged *Plan, conflicts []MergeConflict, err error) {
	m := &merger{keep: make(map[string]bool), counter: interrupt.New(expired)}
	if !interrupt.Run(func() { merged, err = m.plan(base, mine, theirs); conflicts = m.sorted() }) {
		return nil, nil, newRefusal(ErrExpired, "")
	}
	if err != nil {
		return nil, nil, decodeError(err)
	}
	return merged, conflicts, nil
}

// plan returns the merged plan, and leaves the conflicts in m.
func (m *merger) plan(base, mine, theirs *Plan) (*Plan, error) {
	for n, p := range [...]*Plan{base, mine, theirs} {
		m.counter.Ask()
		m.docs[n], m.texts[n] = p.doc, string(p.AppendJSON(nil))
	}
	m.keepUsed(mine, theirs)
	m.keepUsed(theirs, mine)
	doc, err := m.merged()
	if err != nil {
		return nil, err
	}
	m.repair(doc, mine, theirs)
	m.counter.Ask()
	own, ids, err := doc.copied()
	if err != nil {
		return nil, err
	}
	m.counter.Ask()
	return newPlan(theirs.env, own, ids), nil
}

// merger merges the JSON of three versions of a document: 0 is base, 1 mine, 2 theirs.
type merger struct {
	docs      [3]*Document
	texts     [3]string
	conflicts []MergeConflict

	keep map[string]bool // elements that stay although one version removed them

	counter *interrupt.Counter // counts elements and conflicts
}

// merged returns the merged document, which may have duplicate ids and references to
// missing elements.
func (m *merger) merged() (*Document, error) {
	doc := &Document{}
	d := wire.NewStringDecoder(m.object("", m.texts[0], m.texts[1], m.texts[2]))
	d.Count(m.counter)
	if decodeDocument(d, doc); !d.End() {
		return nil, d.Err()
	}
	return doc, nil
}

// null is the JSON of a value that does not exist.
const null = "null"

func (m *merger) conflict(path norm.Path, base, mine, theirs string) {
	m.counter.Count(1 + (len(base)+len(mine)+len(theirs))/bytesCounted)
	m.conflicts = append(m.conflicts, MergeConflict{path, strings.Clone(base), strings.Clone(mine), strings.Clone(theirs)})
}

// sorted returns the conflicts by path, without duplicates.
func (m *merger) sorted() []MergeConflict {
	slices.SortStableFunc(m.conflicts, func(a, b MergeConflict) int {
		if order := comparePaths(a.Path, b.Path); order != 0 {
			return order
		}
		return strings.Compare(a.Base+a.Mine+a.Theirs, b.Base+b.Mine+b.Theirs)
	})
	return slices.Compact(m.conflicts)
}

// one merges a value that is not divided further.
func (m *merger) one(path norm.Path, base, mine, theirs string) string {
	switch {
	case mine == theirs, mine == base:
		return theirs
	case theirs == base:
		return mine
	}
	m.conflict(path, base, mine, theirs)
	return theirs
}

// object merges objects member by member. A version may be null, as an empty object.
func (m *merger) object(path norm.Path, base, mine, theirs string) string {
	var e wire.Encoder
	e.Open()
	for _, v := range columns(base, mine, theirs) {
		at := path.Field(v.name)
		if path == "ext" {
			at = path.Item(v.name)
		}
		if value := m.value(at, v.of[0], v.of[1], v.of[2]); value != null {
			e.Field(v.name)
			e.Verbatim(value)
		}
	}
	if e.Len() == 1 {
		return null
	}
	e.Close()
	return string(e.Bytes())
}

// column is a member of up to three objects.
type column struct {
	name string
	of   [3]string
}

// columns returns the members of objects, those of the last version first.
func columns(versions ...string) []column {
	var list []column
	at := map[string]int{}
	for n := len(versions) - 1; n >= 0; n-- {
		if versions[n] == null {
			continue
		}
		for _, member := range wire.Members(versions[n]) {
			i, ok := at[member.Name]
			if !ok {
				i, at[member.Name] = len(list), len(list)
				list = append(list, column{member.Name, [3]string{null, null, null}})
			}
			list[i].of[n] = member.Value
		}
	}
	return list
}

// value merges the values of a field.
func (m *merger) value(path norm.Path, base, mine, theirs string) string {
	f, known := model.At(path)
	switch {
	case known && f.IsList():
		return m.list(path, base, mine, theirs)
	case mine == theirs, mine == base, theirs == base:
		return m.one(path, base, mine, theirs)
	case path == "ext":
		return m.object(path, base, mine, theirs)
	case path == "pending":
		return m.pending(base, mine, theirs)
	}
	switch f.Type {
	case "[]string", "[]calendar.Weekday", "[]norm.Path":
		if merged, ok := mergeIDs(base, mine, theirs); ok {
			return merged
		}
	case "budget.Months":
		return m.months(path, `"0.00"`, base, mine, theirs)
	case "kpi.MonthlyTargets":
		return m.months(path, `"0"`, base, mine, theirs)
	default:
		if known && isObject(base) && isObject(mine) && isObject(theirs) {
			return m.object(path, base, mine, theirs)
		}
	}
	return m.one(path, base, mine, theirs)
}

func isObject(json string) bool { return json[0] == '{' }

// items returns the items of an array, or nil for another value.
func items(json string) []string {
	if json[0] != '[' {
		return nil
	}
	var list []string
	d := wire.NewStringDecoder(json)
	for d.OpenList(); d.More(); {
		item, _ := d.Raw()
		list = append(list, item)
	}
	return list
}

// months merges the values of the months. An absent array is one of zeros.
func (m *merger) months(path norm.Path, zero string, versions ...string) string {
	var of [3][]string
	for n, v := range versions {
		if of[n] = items(v); v == null {
			of[n] = slices.Repeat([]string{zero}, wire.Months)
		}
	}
	var e wire.Encoder
	e.OpenList()
	for i := range wire.Months {
		e.Item()
		e.Verbatim(m.one(path.Field(strconv.Itoa(i+1)), of[0][i], of[1][i], of[2][i]))
	}
	e.CloseList()
	return string(e.Bytes())
}

// mergeIDs returns the items of theirs and those that mine added, without those that mine
// removed. ok is false if both changed the order of the items that all have, or how often
// they occur.
func mergeIDs(base, mine, theirs string) (merged string, ok bool) {
	was, my, their := items(base), items(mine), items(theirs)
	inBase, inMine, inTheirs := setOf(was), setOf(my), setOf(their)
	common := func(list []string) (c []string) {
		for _, x := range list {
			if inBase[x] && inMine[x] && inTheirs[x] {
				c = append(c, x)
			}
		}
		return c
	}
	b, x, y := common(was), common(my), common(their)
	from, other := their, my // the order of from is kept
	inFrom, inOther := inTheirs, inMine
	ok = slices.Equal(b, x) || slices.Equal(x, y)
	if !ok && slices.Equal(b, y) {
		from, other, inFrom, inOther, ok = my, their, inMine, inTheirs, true
	}
	var list []string
	for _, item := range from {
		if !inBase[item] || inOther[item] {
			list = append(list, item)
		}
	}
	for _, item := range other {
		if !inBase[item] && !inFrom[item] {
			list = append(list, item)
		}
	}
	if len(list) == 0 {
		return null, ok
	}
	return "[" + strings.Join(list, ",") + "]", ok
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, x := range list {
		set[x] = true
	}
	return set
}

// pending merges pending texts by their path.
func (m *merger) pending(versions ...string) string {
	var list []column
	at := map[string]int{}
	for n := len(versions) - 1; n >= 0; n-- {
		for _, item := range items(versions[n]) {
			path, _ := wire.NewStringDecoder(item).Peek("path")
			i, ok := at[path]
			if !ok {
				i, at[path] = len(list), len(list)
				list = append(list, column{path, [3]string{null, null, null}})
			}
			list[i].of[n] = item
		}
	}
	var e wire.Encoder
	e.OpenList()
	for _, v := range list {
		if item := m.one("pending", v.of[0], v.of[1], v.of[2]); item != null {
			e.Item()
			e.Verbatim(item)
		}
	}
	if e.Len() == 1 {
		return null
	}
	e.CloseList()
	return string(e.Bytes())
}
