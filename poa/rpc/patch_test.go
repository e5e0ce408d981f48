package rpc_test

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

// page holds the parts of a view, by name, as updated by patches.
type page map[string]json.RawMessage

func call(t *testing.T, s *rpc.Server, method string, params any) (result page, failed bool) {
	t.Helper()
	request, err := json.Marshal(map[string]any{"id": 1, "method": method, "params": params})
	require.NoError(t, err)
	var answer struct {
		Result page
		Error  json.RawMessage
	}
	require.NoError(t, json.Unmarshal(s.Call(request), &answer))
	return answer.Result, answer.Error != nil
}

// After any change, the previous view updated with the patch equals a new view of the
// plan.
func TestPatchUpdatesView(t *testing.T) {
	const every = 5
	document, err := os.ReadFile("../../examples/valledejuarez/plan.json")
	require.NoError(t, err)
	context := map[string]any{"today": "2027-05-10", "language": "es-MX"}
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	current, failed := call(t, s, "open", map[string]any{"context": context, "document": json.RawMessage(document)})
	require.False(t, failed)
	view := reflect.TypeFor[rpc.View]()
	for i := range view.NumField() {
		f := view.Field(i)
		name := strings.ToLower(f.Name[:1]) + f.Name[1:]
		if name != "journal" && name != "changed" {
			_, ok := current[name]
			require.True(t, ok, "nothing fills rpc.View.%s: add it to viewParts in poa/rpc/view.go", f.Name)
		}
	}
	check := func(patch page, why any) { current.update(t, s, context, patch, why) }
	var values any
	require.NoError(t, json.Unmarshal(document, &values))
	n, applied := 0, 0
	walk("", values, func(at norm.Path, value any) {
		if n++; n%every != 0 {
			return
		}
		for _, text := range []string{otherValue(value), "null"} {
			edit := map[string]any{"op": "set", "path": at, "value": json.RawMessage(text)}
			patch, failed := call(t, s, "edit", map[string]any{"commands": []any{map[string]any{"kind": "change", "edits": []any{edit}}}})
			if failed {
				continue // an id, or a value of the wrong type
			}
			applied++
			check(patch, edit)
			if applied%2 == 0 {
				patch, failed = call(t, s, "undo", map[string]any{})
				require.False(t, failed)
				check(patch, "undo")
			}
		}
	})
	require.Greater(t, applied, 100)
}

// update adds a patch to the parts of a page and compares them with those of a fresh session
// that opens the saved plan.
func (p page) update(t *testing.T, s *rpc.Server, context map[string]any, patch page, why any) {
	t.Helper()
	for name, part := range patch {
		p[name] = part
	}
	saved, _ := call(t, s, "save", map[string]any{})
	fresh := rpc.NewServer(mexico.Env(), rpc.Options{})
	want, failed := call(t, fresh, "open", map[string]any{"context": context, "document": saved["document"]})
	require.False(t, failed)
	for _, own := range []string{"revision", "history", "journal", "changed"} {
		delete(want, own)
	}
	for name, part := range want {
		require.Equal(t, string(part), string(p[name]), "%s after %v", name, why)
	}
}

// After an edit of any field of the head of a document, after its undo and after its redo,
// every part of the view equals that of a fresh session: nothing derived from the field
// stays old.
func TestHeadFieldsUpdateView(t *testing.T) {
	values := map[string][]string{
		"fiscalYear": {"2026", "2028", "1", "9999", "null"},
		"calendar":   {`"lft"`, `"jalisco + bancos"`, `"nope"`, "null"},
		"workWeek":   {`["monday","tuesday"]`, "null"},
		"ext":        {`{"mx.example":{"a":1}}`, "null"},
		"norm":       {`{"id":"other"}`, "null"},
	}
	head := reflect.TypeFor[poa.Document]()
	edited := map[string]bool{}
	var documents [][]byte
	for _, file := range []string{"../../examples/valledejuarez/plan.json", "../testdata/everything.json"} {
		document, err := os.ReadFile(file)
		require.NoError(t, err)
		documents = append(documents, document, withoutRecords(t, document))
	}
	for _, document := range documents {
		for n, today := range []string{"2027-05-10", "2026-12-31"} {
			context := map[string]any{"today": today, "language": "es-MX"}
			s := rpc.NewServer(mexico.Env(), rpc.Options{})
			current, failed := call(t, s, "open", map[string]any{"context": context, "document": json.RawMessage(document)})
			require.False(t, failed)
			edit := func(path, value string) {
				change := map[string]any{"kind": "change", "edits": []any{map[string]any{"op": "set", "path": path, "value": json.RawMessage(value)}}}
				patch, failed := call(t, s, "edit", map[string]any{"commands": []any{change}})
				if failed {
					return // not editable, or a value of the wrong type
				}
				why := path + " = " + value
				current.update(t, s, context, patch, why)
				if len(patch["journal"]) == 0 || !strings.Contains(string(patch["history"]), `"undo"`) {
					return
				}
				for _, step := range []string{"undo", "redo", "undo"} {
					patch, failed := call(t, s, step, map[string]any{})
					if failed {
						break // the value was the same
					}
					current.update(t, s, context, patch, step+" of "+why)
				}
				edited[path] = true
			}
			for i := range head.NumField() {
				field := head.Field(i)
				name := wireName(field.Name)
				switch {
				case n > 0 && name != "fiscalYear": // the other days are for what depends on the year
				case values[name] != nil:
					for _, value := range values[name] {
						edit(name, value)
					}
				case field.Type.Kind() == reflect.String:
					edit(name, `"otro texto"`)
					edit(name, "null")
				case field.Type.Kind() == reflect.Struct:
					for j := range field.Type.NumField() {
						member := wireName(field.Type.Field(j).Name)
						edit(name+"."+member, `"Jalisco"`)
						edit(name+"."+member, "null")
					}
				}
			}
		}
	}
	for _, name := range []string{"fiscalYear", "calendar", "workWeek", "title", "mission", "office.name", "office.state"} {
		require.True(t, edited[name], "%s was not edited: %v", name, edited)
	}
}

// withoutRecords returns a document without its records, whose fiscal year can be changed.
func withoutRecords(t *testing.T, document []byte) []byte {
	t.Helper()
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(document, &members))
	for _, l := range model.Lists() {
		if l.Record {
			delete(members, l.Name)
		}
	}
	document, err := json.Marshal(members)
	require.NoError(t, err)
	return document
}

// wireName returns the name on the wire of a field of a document.
func wireName(field string) string {
	if strings.ToUpper(field) == field {
		return strings.ToLower(field)
	}
	return strings.ToLower(field[:1]) + field[1:]
}

// walk visits the values of a document that an edit may set.
func walk(at norm.Path, value any, visit func(norm.Path, any)) {
	switch value := value.(type) {
	case map[string]any:
		for name, v := range value {
			walk(at.Field(name), v, visit)
		}
	case []any:
		for _, v := range value {
			element, _ := v.(map[string]any)
			if id, ok := element["id"].(string); ok {
				walk(at.Item(id), v, visit)
			}
		}
		visit(at, value)
	default:
		visit(at, value)
	}
}

// otherValue returns the JSON of another value of the same type.
func otherValue(value any) string {
	switch value := value.(type) {
	case string:
		if d, err := calendar.ParseDate(value); err == nil {
			return strconv.Quote(d.AddDays(30).String())
		}
		return strconv.Quote(value + "x")
	case float64:
		return fmt.Sprint(value + 1)
	}
	return "[]"
}
