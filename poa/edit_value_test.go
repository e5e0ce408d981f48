package poa

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

func testDocument() *Document {
	d := bigDocument(6)
	d.Campaigns = []*Campaign{{ID: "fiestas", Activities: []string{"a1", "a2"}, Media: []*Placement{
		{ID: "m1", Channel: "ch0", Line: "l0"}, {ID: "m2", Channel: "ch1"}, {ID: "m3"},
	}}}
	d.Lines = []*budget.Line{{ID: "l0", Activities: []string{"a0"}}}
	d.Indicators = []*kpi.Indicator{{ID: "i1", Formula: "a/b", Variables: []*kpi.Variable{{ID: "va", Symbol: "a"}, {ID: "vb", Symbol: "b"}}}}
	d.Progress = []*Progress{{ID: "r1", Activity: "a5", Month: 1, Date: calendar.MustDate(2027, 2, 1), By: "post1"}}
	d.Commitments = []*Commitment{{ID: "c1", FulfilledBy: []string{"i1", "a0"}}}
	return d
}

// edited calls f with a draft of d and, if it succeeds, sets d to the result.
func edited(d *Document, f func(*draft) error) error {
	x := newDraft(d, &idIndex{})
	if err := f(x); err != nil {
		return err
	}
	x.settle()
	*d = *x.doc
	return nil
}

func setValue(d *Document, path norm.Path, json string) (old string, err error) {
	err = edited(d, func(x *draft) (err error) {
		old, err = x.setValue(path, json)
		return err
	})
	return old, err
}

func insertElement(d *Document, path norm.Path, json, before string) (at norm.Path, err error) {
	err = edited(d, func(x *draft) (err error) {
		at, err = x.insertElement(path, json, before)
		return err
	})
	return at, err
}

func moveElement(d *Document, path norm.Path, before string) (oldBefore string, err error) {
	err = edited(d, func(x *draft) (err error) {
		oldBefore, err = x.moveElement(path, before)
		return err
	})
	return oldBefore, err
}

func removeElement(d *Document, path norm.Path) (json, before string, err error) {
	err = edited(d, func(x *draft) (err error) {
		json, before, err = x.removeElement(path)
		return err
	})
	return json, before, err
}

func valueAt(d *Document, path norm.Path) (json string, ok bool) { return newLookup(d).valueAt(path) }

// planOfDocument returns a plan of d that shares it.
func planOfDocument(d *Document) *Plan {
	ids, _ := indexOf(d)
	return &Plan{doc: d, ids: ids}
}

// applied returns d after a Change with some edits, and the inverse.
func applied(d *Document, edits ...norm.Edit) (*Document, *Change, error) {
	next, back, err := planOfDocument(d).Apply(&Change{Edits: edits})
	if err != nil {
		return nil, nil, err
	}
	return next.doc, back.(*Change), nil
}

func TestSetValue(t *testing.T) {
	tests := []struct {
		path      norm.Path
		json, old string
	}{
		{"title", `"Otro"`, `"Plan Operativo Anual de Comunicación Social"`},
		{"title", `null`, `"Plan Operativo Anual de Comunicación Social"`},
		{"mission", `"M"`, `null`},
		{"office.name", `"O"`, `"Dirección de Comunicación Social"`},
		{"office", `{"name":"N"}`, `{"name":"Dirección de Comunicación Social","municipality":"Valle de Juárez","state":"Jalisco","inegi":"14112"}`},
		{"norm.verified", `"2026-10-01"`, `null`},
		{"activities[a3].span.end", `"2027-05-05"`, `"2027-02-06"`},
		{"activities[a3].span", `null`, `{"start":"2027-01-07","end":"2027-02-06"}`},
		{"activities[a3].responsible", `null`, `"post3"`},
		{"activities[a3].channels", `["ch1"]`, `["ch0","ch1"]`},
		{"activities[a3].targets.3", `"7.5"`, `"5"`},
		{"activities[a3].targets.3", `null`, `"5"`},
		{"lines[l0].months.12", `"7.50"`, `null`},
		{"campaigns[fiestas].media[m2].cost", `"10.00"`, `null`},
		{"indicators[i1].baseline.value", `"1/3"`, `null`},
		{"indicators[i1].variables[vb].symbol", `"c"`, `"b"`},
		{"posts[post0].monthly", `"1.00"`, `"12345.50"`},
		{"ext[mx.gob]", `{"a":null}`, `null`},
		{"ext", `{"mx.gob":1}`, `null`},
	}
	for _, tt := range tests {
		t.Run(string(tt.path)+" "+tt.json, func(t *testing.T) {
			origin := testDocument()
			before := string(origin.AppendJSON(nil))
			d := *origin
			old, err := setValue(&d, tt.path, tt.json)
			require.NoError(t, err)
			assert.Equal(t, tt.old, old)
			now, ok := valueAt(&d, tt.path)
			require.True(t, ok)
			if tt.json == "null" && tt.path == "activities[a3].targets.3" {
				assert.Equal(t, `"0"`, now)
			} else {
				assert.Equal(t, tt.json, now)
			}
			assert.NotEqual(t, before, string(d.AppendJSON(nil)))
			assert.Equal(t, before, string(origin.AppendJSON(nil)), "the original changed")
			back, err := setValue(&d, tt.path, old)
			require.NoError(t, err)
			assert.Equal(t, now, back)
			assert.Equal(t, before, string(d.AppendJSON(nil)), "the inverse does not restore the original")
		})
	}
}

func TestSetValueRejects(t *testing.T) {
	tests := []struct {
		path norm.Path
		json string
		code wire.Code
		at   norm.Path
	}{
		{"schema", "2", wire.NotEditable, "schema"},
		{"id", `"x"`, wire.NotEditable, "id"},
		{"illustrative", "[]", wire.NotEditable, "illustrative"},
		{"pending", "[]", wire.NotEditable, "pending"},
		{"progress[r1].note", `"x"`, wire.NotEditable, "progress[r1].note"},
		{"activities[a1].id", `"x"`, wire.NotEditable, "activities[a1].id"},
		{"activities[a1]", `{}`, wire.NotEditable, "activities[a1]"},
		{"campaigns[fiestas].media", `[]`, wire.NotEditable, "campaigns[fiestas].media"},
		{"campaigns[fiestas].media.1", `{}`, wire.NoElement, "campaigns[fiestas].media.1"},
		{"activities", `[]`, wire.NotEditable, "activities"},
		{"activities[nobody].name", `"x"`, wire.NoElement, "activities[nobody].name"},
		{"activities[a1].color", `"x"`, wire.UnknownField, "activities[a1].color"},
		{"activities[a1].color", `null`, wire.UnknownField, "activities[a1].color"},
		{"color", `1`, wire.UnknownField, "color"},
		{"title.x", `1`, wire.NoElement, "title.x"},
		{"mission.x", `1`, wire.WrongType, "mission"},
		{"activities[a1].span.end", `"31/02"`, wire.ImpossibleDate, "activities[a1].span.end"},
		{"activities[a1].span.end", `5`, wire.WrongType, "activities[a1].span.end"},
		{"activities[a1].span", `{"end":null}`, wire.WrongType, "activities[a1].span.end"},
		{"activities[a1].span.end", `"2027-01-01"x`, wire.TrailingData, "activities[a1].span.end"},
		{"activities[a1].span.end", ``, wire.Syntax, "activities[a1].span.end"},
		{"activities[a1].name", `"x","key":"y"`, wire.TrailingData, "activities[a1].name"},
		{"activities[a1].targets.13", `"1"`, wire.NoElement, "activities[a1].targets.13"},
		{"activities[a1].targets.0", `"1"`, wire.NoElement, "activities[a1].targets.0"},
		{"activities[a1].", `"1"`, wire.NoElement, "activities[a1]."},
		{"", `"1"`, wire.NoElement, ""},
		{`a"b`, `"1"`, wire.NoElement, `a"b`},
		{"activities[a1][name]", `"1"`, wire.NoElement, "activities[a1][name]"},
		{"campaigns[fiestas].media[m1][name]", `"1"`, wire.NoElement, "campaigns[fiestas].media[m1][name]"},
		{"office[name]", `"1"`, wire.NoElement, "office[name]"},
		{"ext.mx", `1`, wire.NoElement, "ext.mx"},
		{"ext[mx].a", `1`, wire.NoElement, "ext[mx].a"},
	}
	for _, tt := range tests {
		t.Run(string(tt.path)+" "+tt.json, func(t *testing.T) {
			origin := testDocument()
			before := string(origin.AppendJSON(nil))
			d := *origin
			_, err := setValue(&d, tt.path, tt.json)
			require.ErrorIs(t, err, tt.code)
			assert.Equal(t, tt.at, err.(*wire.Error).Path)
			assert.Equal(t, before, string(origin.AppendJSON(nil)))
		})
	}
}

func TestValueAt(t *testing.T) {
	d := testDocument()
	for path, want := range map[norm.Path]string{
		"campaigns[fiestas].media[m2]": `{"id":"m2","channel":"ch1"}`,
		"campaigns[fiestas].media":     `[{"id":"m1","channel":"ch0","line":"l0"},{"id":"m2","channel":"ch1"},{"id":"m3"}]`,
		"evaluations":                  "null",
		"indicators[i1].baseline":      "null",
		"indicators[i1].baseline.year": "null",
		"activities[a0].targets.1":     `"0"`,
		"lines[l0].months.1":           "null",
		"channels[ch0].kind":           `"loudspeaker"`,
		"illustrative":                 "null",
		"schema":                       "1",
		"progress[r1].activity":        `"a5"`,
	} {
		got, ok := valueAt(d, path)
		assert.True(t, ok, path)
		assert.Equal(t, want, got, path)
	}
	for _, path := range []norm.Path{"", "x", "activities[x]", "activities[a0].x", "activities[a0].span.x", "[a0]", "activities[a0", "lines[l0].months.13"} {
		_, ok := valueAt(d, path)
		assert.False(t, ok, path)
	}
}

func TestInsertRemoveMove(t *testing.T) {
	for _, list := range []norm.Path{"activities", "campaigns[fiestas].media", "indicators[i1].variables", "evaluations"} {
		for _, before := range []string{"", "a2", "m2", "vb"} {
			origin := testDocument()
			was := string(origin.AppendJSON(nil))
			if _, ok := valueAt(origin, list.Item(before)); before != "" && !ok {
				d := *origin
				_, err := insertElement(&d, list, `{"id":"new"}`, before)
				require.ErrorIs(t, err, wire.NoElement)
				continue
			}
			d := *origin
			at, err := insertElement(&d, list, `{"id":"new"}`, before)
			require.NoError(t, err)
			assert.Equal(t, list.Item("new"), at)
			json, next, err := removeElement(&d, list.Item("new"))
			require.NoError(t, err)
			assert.Equal(t, `{"id":"new"}`, json)
			assert.Equal(t, before, next)
			assert.Equal(t, was, string(d.AppendJSON(nil)))
			assert.Equal(t, was, string(origin.AppendJSON(nil)))
		}
	}
	d := testDocument()
	for path, code := range map[norm.Path]wire.Code{
		"progress": wire.NotEditable, "title": wire.NoElement, "nothing": wire.NoElement, "campaigns[x].media": wire.NoElement,
		"campaigns[fiestas].activities": wire.NoElement, "campaigns[fiestas]": wire.NoElement, "": wire.NoElement,
	} {
		_, err := insertElement(d, path, `{"id":"new"}`, "")
		assert.ErrorIs(t, err, code, path)
	}
	for json, code := range map[string]wire.Code{
		`{"id":"new","x":1}`: wire.UnknownField, `{}`: wire.MissingField, `{"id":"n"} x`: wire.TrailingData, `null`: wire.WrongType,
	} {
		_, err := insertElement(d, "activities", json, "")
		assert.ErrorIs(t, err, code, json)
	}
	for _, path := range []norm.Path{"activities", "activities[x]", "activities[a1].name", "title", "progress[r1]"} {
		_, _, err := removeElement(d, path)
		assert.Error(t, err, path)
		_, err = moveElement(d, path, "")
		assert.Error(t, err, path)
	}
}

func TestDropReferences(t *testing.T) {
	origin := testDocument()
	was := string(origin.AppendJSON(nil))
	_, back, err := applied(origin, norm.Edit{Op: norm.OpRemove, Path: "activities[a0]"})
	require.NoError(t, err)
	assert.Equal(t, []norm.Edit{
		{Op: norm.OpInsert, Path: "activities", Value: origin.list(listActivities).json(0), Before: "a1"},
		{Op: norm.OpSet, Path: "commitments[c1].fulfilledBy", Value: `["i1","a0"]`},
		{Op: norm.OpSet, Path: "lines[l0].activities", Value: `["a0"]`},
	}, back.Edits)
	assert.Equal(t, was, string(origin.AppendJSON(nil)))

	_, _, err = applied(origin, norm.Edit{Op: norm.OpRemove, Path: "activities[a5]"})
	assert.ErrorIs(t, err, ErrHasRecords)
	_, _, err = applied(origin, norm.Edit{Op: norm.OpRemove, Path: "activities[a4]"})
	assert.NoError(t, err)
	_, back, err = applied(origin, norm.Edit{Op: norm.OpRemove, Path: "channels[ch0]"})
	require.NoError(t, err)
	assert.Len(t, back.Edits, 8, "the channel, six activities and a placement")
	assert.Equal(t, was, string(origin.AppendJSON(nil)))
}

// References are checked when all edits are applied: a reference set after the removal of
// its element is kept if the element is inserted again, and rejected otherwise.
func TestReferencesToRemovedElements(t *testing.T) {
	remove := norm.Edit{Op: norm.OpRemove, Path: "activities[a0]"}
	insert := norm.Edit{Op: norm.OpInsert, Path: "activities", Value: `{"id":"a0"}`}
	refer := norm.Edit{Op: norm.OpSet, Path: "lines[l0].activities", Value: `["a1","a0"]`}
	line := norm.Edit{Op: norm.OpInsert, Path: "lines", Value: `{"id":"l9","activities":["a0"]}`}
	for _, test := range []struct {
		name  string
		edits []norm.Edit
		l0    string
		l9    string
		err   error
	}{
		{"removed", []norm.Edit{remove}, "null", "", nil},
		{"removed and inserted", []norm.Edit{remove, insert}, "null", "", nil},
		{"set before", []norm.Edit{refer, remove}, `["a1"]`, "", nil},
		{"set after", []norm.Edit{remove, refer}, "", "", wire.DanglingReference},
		{"set and inserted", []norm.Edit{remove, refer, insert}, `["a1","a0"]`, "", nil},
		{"removed twice", []norm.Edit{remove, refer, insert, remove}, `["a1"]`, "", nil},
		{"new element before", []norm.Edit{line, remove}, "null", "null", nil},
		{"new element after", []norm.Edit{remove, line}, "", "", wire.DanglingReference},
		{"new elements", []norm.Edit{remove, line, insert}, "null", `["a0"]`, nil},
		{"of the wrong list", []norm.Edit{{Op: norm.OpSet, Path: "activities[a1].responsible", Value: `"q1"`}}, "", "", wire.DanglingReference},
	} {
		t.Run(test.name, func(t *testing.T) {
			origin := testDocument()
			next, back, err := applied(origin, test.edits...)
			if test.err != nil {
				require.ErrorIs(t, err, test.err)
				return
			}
			require.NoError(t, err)
			for path, want := range map[norm.Path]string{"lines[l0].activities": test.l0, "lines[l9].activities": test.l9} {
				got, _ := valueAt(next, path)
				assert.Equal(t, want, got, path)
			}
			_, _, err = next.copied()
			require.NoError(t, err)
			again, _, err := planOfDocument(next).Apply(back)
			require.NoError(t, err)
			assert.Equal(t, string(origin.AppendJSON(nil)), string(again.AppendJSON(nil)))
		})
	}
}

// The edits of diffDocuments turn a into b. For equal documents there are no edits.
func TestDiffDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := testDocument()
		b := a.clone()
		require.Equal(t, string(a.AppendJSON(nil)), string(b.AppendJSON(nil)))
		shuffle := func(name string, n int, swap func(i, j int)) {
			for range rapid.IntRange(0, 3).Draw(t, name) {
				if n > 1 {
					swap(rapid.IntRange(0, n-1).Draw(t, "i"), rapid.IntRange(0, n-1).Draw(t, "j"))
				}
			}
		}
		if rapid.Bool().Draw(t, "drop an activity") {
			id := b.Activities[2].ID
			b.Activities = slices.Delete(b.Activities, 2, 3)
			b.Lines[0].Activities = slices.DeleteFunc(b.Lines[0].Activities, func(a string) bool { return a == id })
			b.Campaigns[0].Activities = slices.DeleteFunc(b.Campaigns[0].Activities, func(a string) bool { return a == id })
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "new") {
			at := rapid.IntRange(0, len(b.Activities)).Draw(t, "at")
			b.Activities = slices.Insert(b.Activities, at, &Activity{ID: fmt.Sprint("new", i), Responsible: "boss"})
			if i == 0 {
				b.Posts = append(b.Posts, &Post{ID: "boss"})
			}
		}
		shuffle("activities", len(b.Activities), func(i, j int) { b.Activities[i], b.Activities[j] = b.Activities[j], b.Activities[i] })
		media := b.Campaigns[0].Media
		shuffle("media", len(media), func(i, j int) { media[i], media[j] = media[j], media[i] })
		if rapid.Bool().Draw(t, "fields") {
			b.Title, b.Mission = "", "M"
			b.Office.Name = "O"
			b.Activities[0].Span.End = b.Activities[0].Span.End.AddDays(3)
			b.Campaigns[0].Media[0].Cost = budget.MustParseMoney("5.00")
			b.Indicators[0].Baseline = &kpi.Baseline{Year: 2026}
			b.Indicators[0].Variables = b.Indicators[0].Variables[1:]
			b.Ext = Ext{{"mx.gob", `{"a":1}`}}
		}
		edits := diffDocuments(a, b)
		got, _, err := applied(a, edits...)
		require.NoError(t, err)
		require.Equal(t, string(b.AppendJSON(nil)), string(got.AppendJSON(nil)), "%v", edits)
		require.Empty(t, diffDocuments(b, got))
		// And back.
		got, _, err = applied(got, diffDocuments(b, a)...)
		require.NoError(t, err)
		require.Equal(t, string(a.AppendJSON(nil)), string(got.AppendJSON(nil)))
	})
}

func TestDiffDocumentsIsMinimal(t *testing.T) {
	a := testDocument()
	b := a.clone()
	b.Activities = append(b.Activities[5:], b.Activities[:5]...)
	b.Activities[1].Name = "Otro"
	assert.Equal(t, []norm.Edit{
		{Op: norm.OpMove, Path: "activities[a5]", Before: "a0"},
		{Op: norm.OpSet, Path: "activities[a0].name", Value: `"Otro"`},
	}, diffDocuments(a, b))
	b = a.clone()
	b.Progress[0].Note = "x"
	assert.Empty(t, diffDocuments(a, b))
	assert.Equal(t, "progress", changedRecords(a, b))
	assert.Equal(t, "", changedRecords(a, a.clone()))
}

func TestCloneSharesNothing(t *testing.T) {
	a := testDocument()
	was := string(a.AppendJSON(nil))
	b := a.clone()
	b.Activities[0].Channels[0] = "x"
	b.Campaigns[0].Media[0].Name = "x"
	b.Indicators[0].Variables[0].Symbol = "x"
	b.Commitments[0].FulfilledBy[0] = "x"
	b.Posts = append(b.Posts[:1], b.Posts[2:]...)
	assert.Equal(t, was, string(a.AppendJSON(nil)))
}

// setValue does not change the original document. An accepted value leaves a document
// that can be encoded and decoded, and setting the old value restores the original.
func FuzzSetValue(f *testing.F) {
	origin := testDocument()
	was := string(origin.AppendJSON(nil))
	f.Add("activities[a1].span.end", `"2027-05-05"`)
	f.Add("activities[a1].targets.3", `null`)
	f.Add("lines[l0].months.12", `"1.00"`)
	f.Add("campaigns[fiestas].media[m1].span.start", `"2027-05-05"`)
	f.Add("indicators[i1].baseline", `{"value":"1/3"}`)
	f.Add("ext[a.b]", `[{"x":"<"}]`)
	f.Add("office", `{}`)
	f.Fuzz(func(t *testing.T, path, json string) {
		d := *origin
		old, err := setValue(&d, norm.Path(path), json)
		require.Equal(t, was, string(origin.AppendJSON(nil)))
		_, ok := valueAt(origin, norm.Path(path))
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.True(t, ok)
		canonical := d.AppendJSON(nil)
		if back, err := DecodeDocument(canonical); err == nil {
			require.Equal(t, string(canonical), string(back.AppendJSON(nil)))
		} else {
			require.ErrorIs(t, err, wire.DanglingReference)
		}
		_, err = setValue(&d, norm.Path(path), old)
		require.NoError(t, err)
		require.Equal(t, was, string(d.AppendJSON(nil)))
	})
}

func TestValidate(t *testing.T) {
	validate := func(d *Document) error {
		_, _, err := d.copied()
		return err
	}
	require.NoError(t, validate(testDocument()))
	for name, tt := range map[string]struct {
		change func(*Document)
		code   wire.Code
	}{
		"nil element":  {func(d *Document) { d.Posts[0] = nil }, wire.WrongType},
		"unknown enum": {func(d *Document) { d.Channels[0].Kind = 77 }, wire.BadEnum},
		"not UTF-8":    {func(d *Document) { d.Title = "a\xff" }, wire.InvalidUTF8},
		"no id":        {func(d *Document) { d.Posts[0].ID = "" }, wire.BadID},
		"no plan id":   {func(d *Document) { d.ID = "" }, wire.BadID},
		"no schema":    {func(d *Document) { d.Schema = 0 }, wire.BadNumber},
		"newer schema": {func(d *Document) { d.Schema = 9 }, wire.NewerSchema},
		"duplicate":    {func(d *Document) { d.Posts[0].ID = "a1" }, wire.DuplicateID},
		"dangling":     {func(d *Document) { d.Posts[0].ReportsTo = "x" }, wire.DanglingReference},
		"invalid ext":  {func(d *Document) { d.Ext = Ext{{"a", "{"}} }, wire.Syntax},
		"empty ext":    {func(d *Document) { d.Ext = Ext{{"a", ""}} }, wire.Syntax},
	} {
		d := testDocument()
		tt.change(d)
		assert.ErrorIs(t, validate(d), tt.code, name)
	}
}
