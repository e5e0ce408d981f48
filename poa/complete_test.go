package poa_test

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// everything is a plan with a value in every field and an element in every list.
func everything(t testing.TB) *poa.Document {
	t.Helper()
	data, err := os.ReadFile("testdata/everything.json")
	require.NoError(t, err)
	doc, err := poa.DecodeDocument(data)
	require.NoError(t, err)
	return doc
}

// fieldsOf returns a path of each field that has a value in a document, by the path of
// the field in package model.
func fieldsOf(t testing.TB, doc *poa.Document) map[norm.Path]norm.Path {
	t.Helper()
	var root any
	require.NoError(t, json.Unmarshal(doc.AppendJSON(nil), &root))
	found := map[norm.Path]norm.Path{}
	var visit func(path norm.Path, v any)
	visit = func(path norm.Path, v any) {
		if f, ok := model.At(path); ok {
			found[f.Path] = path
		}
		switch v := v.(type) {
		case map[string]any:
			for name, below := range v {
				visit(path.Field(name), below)
			}
		case []any:
			for _, e := range v {
				if e, ok := e.(map[string]any); ok && e["id"] != nil {
					visit(path.Item(e["id"].(string)), e)
				}
			}
		}
	}
	visit("", root)
	return found
}

// Every field is in testdata/everything.json. Each is kept by an encoding, and can be
// cleared and restored, except for those that no edit changes. Of a list, an element is
// removed and restored, if no record is about it.
func TestEveryField(t *testing.T) {
	doc := everything(t)
	p, err := poa.New(mexico.Env(), doc)
	require.NoError(t, err)
	at := fieldsOf(t, doc)
	fixed := []norm.Path{"schema", "id", "illustrative", "pending"}
	for _, f := range model.Fields() {
		path, ok := at[f.Path]
		if !assert.True(t, ok, "testdata/everything.json has no value in %s", f.Path) {
			continue
		}
		_, ok = p.ValueAt(path)
		assert.True(t, ok, path)
		change := set(path, "null")
		if f.IsList() {
			change = remove(path.Item(firstOf(t, p, path)))
		}
		next, inverse, err := p.Apply(change)
		switch {
		case slices.Contains(fixed, path) || strings.HasSuffix(string(path), "].id") || recordsOf(path):
			assert.ErrorIs(t, err, poa.ErrNotEditable, path)
		case err != nil:
			bound := errors.Is(err, poa.ErrHasRecords) || errors.Is(err, poa.ErrBoundByRecords)
			assert.True(t, bound, "%s: %v", path, err)
		default:
			assert.NotEqual(t, bytesOf(p), bytesOf(next), path)
			requireInverse(t, p, next, inverse)
		}
	}
}

// firstOf returns the id of the first element of a list.
func firstOf(t testing.TB, p *poa.Plan, list norm.Path) string {
	t.Helper()
	text, _ := p.ValueAt(list)
	var elements []struct{ ID string }
	require.NoError(t, json.Unmarshal([]byte(text), &elements))
	return elements[0].ID
}

// requireUnshared requires that two plans, each with one record more than a third, do not
// share the new element of the list: a list has room for more only after some appends. Acts
// that apply only once, such as the close of a period, are left out.
func requireUnshared(t testing.TB, p *poa.Plan, c poa.Command) {
	t.Helper()
	switch c.(type) {
	case *poa.ClosePeriod, *poa.ReopenPeriod, *poa.Withdraw:
		return
	}
	withID := func(id string) poa.Command {
		text := regexp.MustCompile(`"id":"[^"]*"`).ReplaceAll(poa.AppendCommand(nil, c), []byte(`"id":"`+id+`"`))
		copied, err := poa.DecodeCommand(text)
		require.NoError(t, err)
		return copied
	}
	var err error
	for _, id := range []string{"n1", "n2", "n3"} {
		p, _, err = p.Apply(withID(id))
		require.NoError(t, err)
	}
	first, _, err := p.Apply(withID("n4"))
	require.NoError(t, err)
	before := bytesOf(first)
	_, _, err = p.Apply(withID("n5"))
	require.NoError(t, err)
	assert.Equal(t, before, bytesOf(first), "%s: apply writes into a list that plans share: append to slices.Clip", c.Kind())
}

// recordsOf reports whether a path is in a list of records.
func recordsOf(path norm.Path) bool {
	return slices.ContainsFunc(model.Lists(), func(l model.List) bool {
		return l.Record && path.Within(norm.Path(l.Name))
	})
}

// Every kind of command is in testdata/commands.json, and applies to the town, or undoes
// the act before it. The record
// that one adds has a new id, and is signed by a post that exists; if the administration of
// the post has ended, as here, it is a finding.
func TestEveryCommand(t *testing.T) {
	data, err := os.ReadFile("testdata/commands.json")
	require.NoError(t, err)
	var commands poa.Commands
	require.NoError(t, json.Unmarshal(data, &commands))
	kinds, signed := map[string]bool{}, map[string]bool{}
	var after *poa.Plan
	for _, c := range commands {
		kinds[c.Kind()] = true
		before := plan(t, nil)
		if previous := after; c.Kind() == "withdraw" || c.Kind() == "reopen-period" {
			before = previous
		}
		var inverse poa.Command
		after, inverse, err = before.Apply(c)
		require.NoError(t, err, c.Kind())
		if inverse != nil {
			requireInverse(t, before, after, inverse)
			continue
		}
		for _, change := range []struct {
			pattern, text string
			err           error
		}{
			{`"id":"[^"]*"`, `"id":"radio"`, poa.ErrDuplicateID},
			{`"by":"jefa"`, `"by":"nadie"`, poa.ErrDangling},
		} {
			changed, err := poa.DecodeCommand(regexp.MustCompile(change.pattern).ReplaceAll(poa.AppendCommand(nil, c), []byte(change.text)))
			require.NoError(t, err)
			_, _, err = before.Apply(changed)
			assert.ErrorIs(t, err, change.err, "%s with %s", c.Kind(), change.text)
		}
		require.NotPanics(t, func() {
			_, _, err = before.Apply(reflect.Zero(reflect.TypeOf(c)).Interface().(poa.Command))
		}, "%s: apply of a nil %T", c.Kind(), c)
		assert.ErrorIs(t, err, poa.ErrEmptyCommand, "%s: apply of a nil %T", c.Kind(), c)
		requireUnshared(t, before, c)
		record := reflect.ValueOf(c).Elem().Field(0)
		if record.Kind() == reflect.Slice {
			record = record.Index(0).Elem()
		}
		own := string(after.AppendJSON(nil))
		record.FieldByName("Date").SetZero()
		assert.Equal(t, own, string(after.AppendJSON(nil)), "%s: apply keeps the record of its caller: copy it", c.Kind())
		_, _, err = before.Apply(c)
		assert.ErrorIs(t, err, poa.ErrInvalidRecord, "%s: apply accepts a record without date", c.Kind())
		for _, f := range after.Check(span("2027-10-05", "2027-10-05").Start) {
			list, below, _ := strings.Cut(string(f.Path), "[")
			if f.Code == "post.term-ended" && strings.HasSuffix(below, "].by") {
				want := norm.Blocking
				if list == "withdrawals" || list == "reopenings" {
					want = norm.Warning // no act takes them back
				}
				assert.Equal(t, want, f.Severity, list)
				signed[list] = true
			}
		}
	}
	for _, kind := range model.Commands() {
		assert.True(t, kinds[kind], "testdata/commands.json has no %s", kind)
	}
	for _, l := range model.Lists() {
		assert.Equal(t, l.Record, signed[l.Name], "%s: nothing checks who signed, or testdata/commands.json adds no record", l.Name)
	}
}

// A finding leads to a field, to an element of a list, or to the plan.
func TestFindingsLeadSomewhere(t *testing.T) {
	for i := range fixtures {
		p, on := planOf(t, i)
		for _, f := range p.Check(on) {
			path := norm.Path(strings.TrimRight(string(f.Path), ".0123456789")) // an amount of a month
			_, field := model.At(path)
			assert.True(t, field || path == "" || strings.HasSuffix(string(path), "]"), "%s %s", f.Code, f.Path)
		}
	}
}
