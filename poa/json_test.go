//go:build !lean

package poa_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// A document can be a field of a message for encoding/json.
func ExampleDocument_MarshalJSON() {
	type message struct {
		Office string        `json:"office"`
		Plan   *poa.Document `json:"plan"`
	}
	doc, _ := poa.Empty("press-2027", 2027)
	doc.Periods = doc.Periods[:1]
	data, err := json.Marshal(message{"Comunicación Social", doc})
	fmt.Println(string(data), err)

	var back message
	err = json.Unmarshal(data, &back)
	fmt.Println(back.Plan.Periods[0].Span, err)
	err = json.Unmarshal([]byte(`{"plan":{"schema":1,"id":"p","mision":"Informar"}}`), &back)
	fmt.Println(poa.CodeOf(err))
	// Output:
	// {"office":"Comunicación Social","plan":{"schema":1,"id":"press-2027","fiscalYear":2027,"periods":[{"id":"q1","span":{"start":"2027-01-01","end":"2027-03-31"}}]}} <nil>
	// 2027-01-01/2027-03-31 <nil>
	// unknown-field
}

// Commands are encoded as an array of objects with a kind.
func ExampleCommands() {
	step := poa.Commands{&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"POA 2027"`}}}}
	data, err := json.Marshal(step)
	fmt.Println(string(data), err)
	var back poa.Commands
	err = json.Unmarshal(data, &back)
	fmt.Println(len(back), back[0].Kind(), err)
	// Output:
	// [{"kind":"change","edits":[{"op":"set","path":"title","value":"POA 2027"}]}] <nil>
	// 1 change <nil>
}

func samplePlan(t *testing.T) *poa.Plan {
	data, err := os.ReadFile("../examples/valledejuarez/plan.json")
	require.NoError(t, err)
	p, err := poa.Open(mexico.Env(), data)
	require.NoError(t, err)
	return p
}

func TestJSONIsTheWireFormat(t *testing.T) {
	p := samplePlan(t)
	doc := p.Document()
	for name, v := range map[string]any{"a document": *doc, "a pointer to one": doc, "a plan": p} {
		data, err := json.Marshal(v)
		require.NoError(t, err, name)
		assert.Equal(t, bytesOf(p), string(data), name)
	}
	var back poa.Document
	require.NoError(t, json.Unmarshal(p.AppendJSON(nil), &back))
	assert.Equal(t, doc, &back)

	// An invalid document is an error.
	doc.Activities = append(doc.Activities, nil)
	_, err := json.Marshal(doc)
	assert.Error(t, err)
	assert.ErrorContains(t, json.Unmarshal([]byte(`{}`), &poa.Plan{}), "Env")
	_, err = json.Marshal(p.Analyze(today))
	assert.ErrorContains(t, err, "Findings")
	_, err = json.Marshal(p.Analyze(today).Calendar)
	assert.ErrorContains(t, err, "Profile")
}

// The encoding of an element alone is that in its document, and can be decoded.
func TestJSONOfElements(t *testing.T) {
	for _, p := range []*poa.Plan{samplePlan(t), plan(t, nil), plan(t, withRecords)} {
		doc := reflect.ValueOf(p.View()).Elem()
		elements := 0
		for i := range doc.NumField() {
			list := doc.Field(i)
			if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Pointer {
				continue
			}
			name := doc.Type().Field(i).Name
			for j := range list.Len() {
				e := list.Index(j)
				path := norm.Path(string(name[0]+'a'-'A') + name[1:]).Item(e.Elem().FieldByName("ID").String())
				want, ok := p.ValueAt(path)
				require.True(t, ok, path)
				data, err := json.Marshal(e.Interface())
				require.NoError(t, err, path)
				assert.JSONEq(t, want, string(data), path)
				back := reflect.New(e.Type().Elem())
				require.NoError(t, json.Unmarshal(data, back.Interface()), path)
				assert.Equal(t, e.Interface(), back.Interface(), path)
				elements++
			}
		}
		assert.NotZero(t, elements)
	}
}

// withRecords adds a record of each kind.
func withRecords(d *poa.Document) {
	one := exact.MustParse("1/3")
	d.Ledger = []*budget.Entry{{ID: "g1", Date: today, Line: "l1", Kind: budget.Approved, Amount: budget.MustPesos(1000), By: "jefa"}}
	d.Measurements = []*kpi.Measurement{{
		ID: "m9", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: today, By: "jefa",
		Values: []kpi.Reading{{Symbol: "B", Value: &one}, {Symbol: "B", NoData: "sin encuesta"}},
	}}
	d.Progress = []*poa.Progress{{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(0)}}
	d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1), By: "jefa"}}
	d.Ext = poa.Ext{{Namespace: "mx.gob.tonaya", JSON: `{"a":[1,"b"]}`}}
}

func TestJSONOfAnalysis(t *testing.T) {
	a := samplePlan(t).Analyze(calendar.MustDate(2027, 7, 20))
	for name, v := range map[string]any{
		"findings": a.Findings, "activities": a.Activities, "periods": a.Periods, "campaigns": a.Campaigns, "budget": a.Budget,
		"indicators": a.Indicators, "due": a.Due(400), "own days": a.OwnDays(), "administrations": a.Administrations(),
	} {
		_, err := json.Marshal(v)
		assert.NoError(t, err, name)
	}
	var results []poa.IndicatorStatus
	data, err := json.Marshal(a.Indicators)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &results))
	assert.Equal(t, a.Indicators, results)
	data, err = json.Marshal(kpi.Result{})
	require.NoError(t, err, "a result without a value")
	assert.Contains(t, string(data), `"hasValue":false`)
}

func TestJSONOfCommands(t *testing.T) {
	step := poa.Commands{
		&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: "null"}}, Pending: []poa.Pending{{Path: "title", Text: "?"}}},
		&poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(1)}},
		&poa.Measure{Measurement: kpi.Measurement{ID: "m1", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: today}},
		&poa.PostEntries{Entries: []*budget.Entry{{ID: "g1", Date: today, Line: "l1", Kind: budget.Approved, Amount: budget.MustPesos(1)}}},
		&poa.ClosePeriod{Close: poa.Close{ID: "x1", Period: "s1", Date: today}},
	}
	batch := store.Batch{Commands: step, Author: "titular", Date: today}
	data, err := json.Marshal(batch)
	require.NoError(t, err)
	var back store.Batch
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, batch, back)
	for _, c := range step {
		data, err := json.Marshal(c)
		require.NoError(t, err)
		assert.Equal(t, string(poa.AppendCommand(nil, c)), string(data))
		again := reflect.New(reflect.TypeOf(c).Elem())
		require.NoError(t, json.Unmarshal(data, again.Interface()))
		assert.Equal(t, c, again.Interface())
	}
	assert.Equal(t, norm.Code("bad-enum"), poa.CodeOf(json.Unmarshal([]byte(`{"kind":"measure","measurement":{"id":"m","indicator":"i","span":{},"date":"2027-01-01"}}`), &poa.Change{})))
	_, err = json.Marshal(poa.Commands{nil})
	assert.ErrorIs(t, err, poa.ErrEmptyCommand)
	err = json.Unmarshal([]byte(`[{"kind":"change","edits":[{"op":"set","path":"title","value":1,"x":2}]}]`), &step)
	assert.Equal(t, norm.Code("unknown-field"), poa.CodeOf(err))
	assert.Len(t, step, 5, "an error changed the commands")
}

// encoding/gob preserves a document, and rejects a plan.
func TestGob(t *testing.T) {
	for _, p := range []*poa.Plan{samplePlan(t), plan(t, withRecords)} {
		var b bytes.Buffer
		require.NoError(t, gob.NewEncoder(&b).Encode(p.View()))
		var back poa.Document
		require.NoError(t, gob.NewDecoder(&b).Decode(&back))
		assert.Equal(t, bytesOf(p), string(back.AppendJSON(nil)))
		assert.Error(t, gob.NewEncoder(&b).Encode(p))
	}
}

// CodeOf and errors.Is find the same error, however it is wrapped.
func TestCodeOfAgreesWithErrorsIs(t *testing.T) {
	p := plan(t, nil)
	_, _, applyErr := p.Apply(remove("activities[nadie]"))
	_, openErr := poa.Open(nil, []byte(`{"schema":99,"id":"p"}`))
	for _, test := range []struct {
		err  error
		is   error
		code norm.Code
	}{
		{poa.ErrHasRecords, poa.ErrHasRecords, "has-records"},
		{applyErr, poa.ErrNotFound, "no-element"},
		{openErr, poa.ErrNewerSchema, "newer-schema"},
		{store.ErrConflict, store.ErrConflict, "conflict"},
		{&poa.Refusal{Err: poa.ErrUnbalanced}, poa.ErrUnbalanced, "unbalanced-transfer"},
	} {
		for _, wrapped := range []error{
			test.err,
			fmt.Errorf("saving: %w", test.err),
			errors.Join(io.EOF, test.err),
			fmt.Errorf("%w: %w", io.EOF, errors.Join(errors.New("x"), test.err)),
		} {
			assert.ErrorIs(t, wrapped, test.is)
			assert.Equal(t, test.code, poa.CodeOf(wrapped), "%v", wrapped)
		}
	}
	assert.Empty(t, poa.CodeOf(errors.Join(io.EOF, errors.New("x"))))
	assert.Empty(t, poa.CodeOf(nil))
}
