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
	check := func(patch page, why any) {
		for name, part := range patch {
			current[name] = part
		}
		saved, _ := call(t, s, "save", map[string]any{})
		fresh := rpc.NewServer(mexico.Env(), rpc.Options{})
		want, failed := call(t, fresh, "open", map[string]any{"context": context, "document": saved["document"]})
		require.False(t, failed)
		for _, own := range []string{"revision", "history", "journal", "changed"} {
			delete(want, own)
		}
		for name, part := range want {
			require.Equal(t, string(part), string(current[name]), "%s after %v", name, why)
		}
	}
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
