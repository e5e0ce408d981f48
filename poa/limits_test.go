package poa_test

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// list returns a JSON array of n items; item i is format with i.
func list(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteByte(",["[min(1, 1-min(i, 1))])
		fmt.Fprintf(&b, format, i)
	}
	return b.String() + "]"
}

// repeated returns a JSON array of n equal items.
func repeated(n int, item string) string {
	return "[" + strings.Repeat(item+",", n-1) + item + "]"
}

func requireLimit(t *testing.T, err error, code norm.Code, path norm.Path, limit int) {
	t.Helper()
	require.Error(t, err)
	require.Equal(t, code, poa.CodeOf(err), "%.300v", err)
	if !errors.Is(err, poa.ErrDocumentTooLong) && code != "too-deep" {
		require.ErrorIs(t, err, poa.ErrLimit)
	}
	var e *poa.DecodeError
	require.True(t, errors.As(err, &e))
	assert.Equal(t, path, e.Path)
	assert.Equal(t, fmt.Sprint(limit), argOf(t, e, "limit"))
	for _, language := range []string{"es-MX", "en"} {
		text := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, lang.New(language, nil).Error(err))
		assert.Contains(t, text, fmt.Sprint(limit), lang.New(language, nil).Error(err))
	}
}

func TestLimitsOfDocuments(t *testing.T) {
	long := strings.Repeat("x", poa.MaxText+1)
	for _, test := range []struct {
		name, members string
		code          norm.Code
		path          norm.Path
		limit         int
	}{
		{"elements", `"activities":` + list(poa.MaxElements+1, `{"id":"a%d"}`), "too-many", "activities", poa.MaxElements},
		{"one id", `"activities":` + repeated(10<<20/12, `{"id":"a1"}`), "too-many", "activities", poa.MaxElements},
		{"references", `"commitments":[{"id":"k","fulfilledBy":` + repeated(poa.MaxElements+1, `"k"`) + `}]`, "too-many", "commitments[k].fulfilledBy", poa.MaxElements},
		{"marks", `"illustrative":` + list(poa.MaxElements+1, `"title%d"`), "too-many", "illustrative", poa.MaxElements},
		{"pending texts", `"pending":` + list(poa.MaxElements+1, `{"path":"t%d","text":"x"}`), "too-many", "pending", poa.MaxElements},
		{
			"elements of the document", `"posts":` + list(180_000, `{"id":"p%d"}`) + `,"channels":` + list(180_000, `{"id":"c%d"}`) + `,"funds":` + list(180_000, `{"id":"f%d"}`),
			"too-many", "funds", poa.MaxDocumentElements,
		},
		{"a text", `"title":"` + long + `"`, "text-too-long", "title", poa.MaxText},
		{"a text of an element", `"posts":[{"id":"p","name":"` + long + `"}]`, "text-too-long", "posts[p].name", poa.MaxText},
		{"namespaces", `"ext":{` + strings.Trim(list(poa.MaxExtensions+1, `"x%d":1`), "[]") + `}`, "too-many", "ext", poa.MaxExtensions},
		{"extension data", `"ext":{"x":"` + strings.Repeat("x", poa.MaxExtension) + `"}`, "too-large", "ext.x", poa.MaxExtension},
		{"depth of extension data", `"ext":{"x":` + strings.Repeat("[", poa.MaxExtensionDepth+1) + strings.Repeat("]", poa.MaxExtensionDepth+1) + `}`, "too-deep", "ext.x", poa.MaxExtensionDepth},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := []byte(`{"schema":1,"id":"p",` + test.members + `}`)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := poa.DecodeDocument(data)
			runtime.ReadMemStats(&after)
			requireLimit(t, err, test.code, test.path, test.limit)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(100<<20+3*len(data)), "memory of %d bytes", len(data))
		})
	}
	_, err := poa.DecodeDocument([]byte(`{"schema":1,"id":"p","ext":{"x":"` + strings.Repeat("<", poa.MaxExtension/6-10) + `"}}`))
	require.NoError(t, err)
	expanded := list(8*16, `{"id":"p%d","name":"`+strings.Repeat("<", poa.MaxText)+`"}`)
	_, err = poa.DecodeDocument([]byte(`{"schema":1,"id":"p","posts":` + expanded + `}`))
	requireLimit(t, err, "too-large", "", poa.MaxDocument)
}

func TestLimitsOfCommands(t *testing.T) {
	p := plan(t, nil)
	long := strings.Repeat("x", poa.MaxText+1)
	_, _, err := p.Apply(&poa.Change{Edits: make([]norm.Edit, poa.MaxElements+1)})
	requireLimit(t, err, "too-many", "", poa.MaxElements)
	_, err = poa.DecodeCommand([]byte(`{"kind":"change","edits":` + repeated(poa.MaxElements+1, `{"op":"remove","path":"x"}`) + `}`))
	requireLimit(t, err, "too-many", "edits", poa.MaxElements)
	var commands poa.Commands
	requireLimit(t, commands.UnmarshalJSON([]byte(repeated(poa.MaxCommands+1, `{"kind":"change"}`))), "too-many", "", poa.MaxCommands)
	_, _, err = p.Apply(set("title", `"`+long+`"`))
	requireLimit(t, err, "text-too-long", "title", poa.MaxText)
	_, _, err = p.Apply(set("posts[jefa].name", `"`+long+`"`))
	requireLimit(t, err, "text-too-long", "posts[jefa].name", poa.MaxText)
	_, _, err = p.Apply(&poa.Change{Pending: []poa.Pending{{Path: "title", Text: long}}})
	requireLimit(t, err, "text-too-long", "title", poa.MaxText)
	_, _, err = p.Apply(&poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(1), Note: long}})
	requireLimit(t, err, "text-too-long", "progress.note", poa.MaxText)

	// What can be decoded as a document can be decoded as a command.
	deep := strings.Repeat("[", poa.MaxExtensionDepth) + strings.Repeat("]", poa.MaxExtensionDepth)
	next, inverse, err := p.Apply(set("ext[mx.a]", deep))
	require.NoError(t, err)
	_, err = poa.Open(nil, next.AppendJSON(nil))
	require.NoError(t, err)
	_, undo, err := next.Apply(inverse)
	require.NoError(t, err)
	_, err = poa.DecodeCommand(poa.AppendCommand(nil, undo))
	require.NoError(t, err)

	// Texts that are not UTF-8 cannot be encoded.
	_, _, err = p.Apply(&poa.Change{Pending: []poa.Pending{{Path: "title", Text: "a\xff"}}})
	assert.Equal(t, norm.Code("invalid-utf8"), poa.CodeOf(err))
	_, _, err = p.Apply(&poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(1), Note: "a\xff"}})
	assert.Equal(t, norm.Code("invalid-utf8"), poa.CodeOf(err))
}

// A command cannot make a document that exceeds a limit and so could not be opened again.
func TestCommandsKeepTheLimits(t *testing.T) {
	insert := func(list norm.Path) *poa.Change {
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: list, Value: `{"id":"one-more"}`}}}
	}
	open := func(members string) *poa.Plan {
		p, err := poa.Open(nil, []byte(`{"schema":1,"id":"p",`+members+`}`))
		require.NoError(t, err)
		return p
	}
	full := open(`"posts":` + list(poa.MaxElements, `{"id":"p%d"}`))
	_, _, err := full.Apply(insert("posts"))
	requireLimit(t, err, "too-many", "posts", poa.MaxElements)
	next, _, err := full.Apply(&poa.Change{Edits: append(remove("posts[p7]").Edits, insert("posts").Edits...)})
	require.NoError(t, err)
	requireValid(t, next, "one for another")

	full = open(`"posts":` + list(poa.MaxElements, `{"id":"p%d"}`) + `,"channels":` + list(poa.MaxElements, `{"id":"c%d"}`) + `,"funds":` + list(poa.MaxDocumentElements-2*poa.MaxElements, `{"id":"f%d"}`))
	_, _, err = full.Apply(insert("lines"))
	requireLimit(t, err, "too-many", "", poa.MaxDocumentElements)

	entries := &poa.PostEntries{}
	for i := range poa.MaxElements/2 + 1 {
		entries.Entries = append(entries.Entries, &budget.Entry{ID: fmt.Sprint("entry", i), Date: today, Line: "l1", Kind: budget.Committed, Amount: budget.MustPesos(1)})
	}
	p, _, err := plan(t, nil).Apply(entries)
	require.NoError(t, err)
	for i, e := range entries.Entries {
		e.ID = fmt.Sprint("more", i)
	}
	_, _, err = p.Apply(entries)
	requireLimit(t, err, "too-many", "ledger", poa.MaxElements)

	value := `"` + strings.Repeat("x", poa.MaxExtension-2) + `"`
	p = open(`"title":"x"`)
	for i := range poa.MaxDocument/poa.MaxExtension - 1 {
		p, _, err = p.Apply(set(norm.Path("ext").Item(fmt.Sprint("x", i)), value))
		require.NoError(t, err)
	}
	_, _, err = p.Apply(set("ext[last]", value))
	requireLimit(t, err, "too-large", "", poa.MaxDocument)
	requireValid(t, p, "almost full")
	for i := range poa.MaxExtensions {
		p, _, err = p.Apply(set(norm.Path("ext").Item(fmt.Sprint("y", i)), "1"))
		if err != nil {
			break
		}
	}
	requireLimit(t, err, "too-many", "ext", poa.MaxExtensions)
}

// Two pending texts for one path are rejected: neither is dropped in silence. In a Change,
// the last is used.
func TestDuplicatePending(t *testing.T) {
	_, err := poa.Open(nil, []byte(`{"schema":1,"id":"p","pending":[{"path":"title","text":"a"},{"path":"vision","text":"b"},{"path":"title","text":"c"}]}`))
	assert.Equal(t, norm.Code("duplicate-key"), poa.CodeOf(err))
	var e *poa.DecodeError
	require.True(t, errors.As(err, &e))
	assert.Equal(t, norm.Path("pending[#2].path"), e.Path)
	next, _, err := plan(t, nil).Apply(&poa.Change{Pending: []poa.Pending{{Path: "title", Text: "a"}, {Path: "title", Text: "c"}}})
	require.NoError(t, err)
	assert.Equal(t, []poa.Pending{{Path: "title", Text: "c"}}, next.View().Pending)
}

// The pending texts and marks of a removed element are restored with it, also those about
// values that it does not have.
func TestUndoRestoresNotesOfRemovedElements(t *testing.T) {
	h := poa.NewHistory(plan(t, func(d *poa.Document) {
		for _, path := range []norm.Path{
			"campaigns[c1]", "campaigns[c1].color", "campaigns[c1].media[m1].cost", "campaigns[c1].media[m9].cost", "campaigns[c1].name", "lines[l1].activities",
		} {
			d.Pending = append(d.Pending, poa.Pending{Path: path, Text: "?"})
			d.Illustrative = append(d.Illustrative, path)
		}
	}))
	before := bytesOf(h.Plan())
	require.NoError(t, h.Do(remove("campaigns[c1]"), remove("activities[informe]")))
	_, err := h.Undo()
	require.NoError(t, err)
	requireSameText(t, before, bytesOf(h.Plan()))
}

func TestSameValueIsNotAStep(t *testing.T) {
	h := poa.NewHistory(plan(t, nil))
	for _, commands := range [][]poa.Command{
		{set("title", `"Plan operativo anual"`)},
		{set("activities[gaceta].targets.1", `"1.0"`)},
		{set("title", `"A"`), set("title", `"Plan operativo anual"`)},
		{&poa.Change{Edits: []norm.Edit{{Op: norm.OpMove, Path: "posts[jefa]", Before: "redactor"}}}},
	} {
		require.NoError(t, h.Do(commands...))
		assert.Nil(t, h.CanUndo(), string(poa.Commands(commands).AppendJSON(nil)))
	}
	require.NoError(t, h.Do(&poa.Change{Mark: []norm.Path{"title"}}))
	require.NoError(t, h.Do(set("title", `"Plan operativo anual"`)), "the mark is removed")
	assert.Len(t, h.CanUndo(), 1)
	assert.Empty(t, h.Plan().View().Illustrative)
}

func ExampleHistory_Limit() {
	doc, _ := poa.Empty("press-2027", 2027)
	p, _ := poa.New(nil, doc)
	h := poa.NewHistory(p)
	h.Limit(poa.HistoryLimits{Steps: 2})
	for _, title := range []string{`"A"`, `"B"`, `"C"`} {
		_ = h.Do(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: title}}})
	}
	for h.CanUndo() != nil {
		_, _ = h.Undo()
	}
	fmt.Println(h.Plan().View().Title)
	// Output: A
}

func TestHistoryLimits(t *testing.T) {
	steps := func(h *poa.History) (n int) {
		for h.CanUndo() != nil {
			_, err := h.Undo()
			require.NoError(t, err)
			n++
		}
		return n
	}
	do := func(h *poa.History, n int) {
		for i := range n {
			require.NoError(t, h.Do(set("title", fmt.Sprintf(`"%d"`, i))))
		}
	}
	h := poa.NewHistory(plan(t, nil))
	do(h, 30)
	h.Limit(poa.HistoryLimits{Steps: 20})
	assert.Equal(t, 20, steps(h))
	do(h, 30)
	assert.Equal(t, 20, steps(h))
	for range 3 {
		_, err := h.Redo()
		require.NoError(t, err)
	}
	assert.Equal(t, 3, steps(h))

	h = poa.NewHistory(plan(t, nil))
	h.Limit(poa.HistoryLimits{Bytes: 1000})
	do(h, 30)
	kept := steps(h)
	assert.Greater(t, kept, 2)
	assert.Less(t, kept, 12)
	require.NoError(t, h.Do(set("title", `"`+strings.Repeat("x", 2000)+`"`)))
	assert.Equal(t, 1, steps(h), "the last step is kept")
}

// leaves calls visit with a function for each value of v that sets it to another one.
func leaves(v reflect.Value, name string, visit func(name string, change func())) {
	switch {
	case v.Kind() == reflect.Struct && v.NumField() > 0 && v.Type().Field(0).IsExported():
		for i := range v.NumField() {
			leaves(v.Field(i), name+"."+v.Type().Field(i).Name, visit)
		}
		return
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), fmt.Sprintf("%s[%d]", name, i), visit)
		}
	case v.Kind() == reflect.Array:
		leaves(v.Index(3), name+"[3]", visit)
	case v.Kind() == reflect.Pointer && !v.IsNil():
		leaves(v.Elem(), name, visit)
		if v.Elem().Kind() == reflect.Struct {
			return
		}
	}
	visit(name, func() {
		switch v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Int:
			v.SetInt(v.Int() + 1)
		case reflect.Uint8:
			v.SetUint(1 + v.Uint()%2)
		case reflect.Bool:
			v.SetBool(!v.Bool())
		default:
			v.SetZero()
		}
	})
}

// Edit changes whatever its function changes, or returns an error with a code: it loses
// nothing in silence.
func TestEditOfEveryField(t *testing.T) {
	p, err := poa.New(nil, everything(t))
	require.NoError(t, err)
	count := 0
	leaves(reflect.ValueOf(p.Document()).Elem(), "", func(string, func()) { count++ })
	require.Greater(t, count, 250)
	rejected := map[norm.Code]int{}
	for n := range count {
		var want, changed string
		next, _, inverse, err := p.Edit(func(d *poa.Document) error {
			i := 0
			leaves(reflect.ValueOf(d).Elem(), "", func(name string, change func()) {
				if i == n {
					changed = name
					change()
				}
				i++
			})
			want = string(d.AppendJSON(nil))
			return nil
		})
		if want == bytesOf(p) {
			require.NoError(t, err, changed) // a zero value
			continue
		}
		if err != nil {
			rejected[poa.CodeOf(err)]++
			continue
		}
		clean, err := poa.DecodeDocument([]byte(want))
		require.NoError(t, err, changed)
		sorted, err := poa.New(nil, clean)
		require.NoError(t, err)
		requireSameText(t, bytesOf(sorted), bytesOf(next), changed)
		require.NotEqual(t, bytesOf(p), bytesOf(next), changed)
		requireInverse(t, p, next, inverse)
	}
	assert.Zero(t, rejected[""])
	assert.NotZero(t, rejected["not-editable"])
	for _, change := range []func(*poa.Document){
		func(d *poa.Document) { d.ID = "other" },
		func(d *poa.Document) { d.Ledger = d.Ledger[1:] },
	} {
		_, _, _, err := p.Edit(func(d *poa.Document) error { change(d); return nil })
		assert.ErrorIs(t, err, poa.ErrNotEditable)
	}
	_, _, _, err = p.Edit(func(d *poa.Document) error {
		d.Pending = append(d.Pending, poa.Pending{Path: "posts[nobody].name", Text: "?"})
		return nil
	})
	assert.ErrorIs(t, err, poa.ErrNotFound)
}

// An element can get another id in Edit, if the references to it do as well.
func TestEditRenamesAnID(t *testing.T) {
	p := plan(t, nil)
	next, _, inverse, err := p.Edit(func(d *poa.Document) error {
		d.Activities[1].ID = "difusion"
		d.Campaigns[0].Activities[0], d.Lines[0].Activities[0] = "difusion", "difusion"
		return nil
	})
	require.NoError(t, err)
	assert.Equal(t, "difusion", next.View().Activities[1].ID)
	requireInverse(t, p, next, inverse)
	_, _, _, err = p.Edit(func(d *poa.Document) error {
		d.Activities[1].ID = "difusion"
		return nil
	})
	assert.ErrorIs(t, err, poa.ErrDangling)
}

// A pending text about a value that does not exist can be removed.
func TestRemovePendingOfAbsentValue(t *testing.T) {
	p := plan(t, func(d *poa.Document) { d.Pending = []poa.Pending{{Path: "posts[nobody].name", Text: "?"}} })
	next, _, err := p.Apply(&poa.Change{Pending: []poa.Pending{{Path: "posts[nobody].name"}}})
	require.NoError(t, err)
	assert.Empty(t, next.View().Pending)
}
