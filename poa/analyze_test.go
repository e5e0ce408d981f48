package poa_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// results are all results of an analysis.
type results struct {
	Calendar, General *calendar.Calendar
	Periods           []poa.PeriodStatus
	Activities        []*poa.ActivityStatus
	Count             any
	Campaigns         []poa.CampaignStatus
	Budget            poa.BudgetStatus
	Indicators        []poa.IndicatorStatus
	Findings          []norm.Finding
	Soon, Due         []poa.Due
	OwnDays           []poa.OwnDay
	Administrations   []poa.AdministrationStatus
}

func resultsOf(a *poa.Analysis) results {
	return results{
		a.Calendar, a.General, a.Periods, a.Activities, a.Count, a.Campaigns, a.Budget, a.Indicators, a.Findings,
		a.Due(15), a.Due(400), a.OwnDays(), a.Administrations(),
	}
}

// requireSameFromScratch requires that the analysis of p, which may reuse parts of an
// earlier one, equals an analysis of the same plan from scratch.
func requireSameFromScratch(t require.TestingT, p *poa.Plan, on calendar.Date, why any) {
	scratch, err := poa.Open(p.Env(), p.AppendJSON(nil))
	require.NoError(t, err, why)
	require.Equal(t, resultsOf(scratch.Analyze(on)), resultsOf(p.Analyze(on)), why)
}

// An analysis depends on the plan and the day only, not on earlier analyses. The test
// changes and clears each value of the plan of each fixture.
func TestAnalyzeIsPure(t *testing.T) {
	occurred := map[norm.Code]bool{}
	for i, f := range fixtures {
		p, on := planOf(t, i)
		for _, found := range p.Analyze(on).Findings {
			occurred[found.Code] = true
		}
		changed := 0
		for _, e := range everyEdit(t, p) {
			next, _, err := p.Apply(&poa.Change{Edits: []norm.Edit{e}})
			if err != nil {
				continue // an id, or a value of another kind
			}
			changed++
			requireSameFromScratch(t, next, on, []any{f.code, e})
		}
		assert.Greater(t, changed, 100, f.code)
	}
	for _, k := range findingKinds() {
		assert.True(t, occurred[k.Code], "no plan of this test has the finding %s", k.Code)
	}
}

// everyEdit returns the edits that clear a value of the plan, set it to another value of
// its kind, or remove or move an element.
func everyEdit(t *testing.T, p *poa.Plan) (edits []norm.Edit) {
	var document map[string]any
	require.NoError(t, json.Unmarshal(p.AppendJSON(nil), &document))
	var walk func(at norm.Path, v any)
	walk = func(at norm.Path, v any) {
		set := func(json string) { edits = append(edits, norm.Edit{Op: norm.OpSet, Path: at, Value: json}) }
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				walk(at.Field(name), value)
			}
			return
		case []any:
			for _, item := range v {
				element, ok := item.(map[string]any)
				if id, _ := element["id"].(string); ok && id != "" {
					walk(at.Item(id), item)
					edits = append(edits, norm.Edit{Op: norm.OpRemove, Path: at.Item(id)}, norm.Edit{Op: norm.OpMove, Path: at.Item(id)})
				}
			}
		case string:
			set(strconv.Quote(otherText(v)))
		case float64:
			set(strconv.Itoa(int(v) + 1))
		}
		set("null")
	}
	walk("", document)
	slices.SortFunc(edits, func(a, b norm.Edit) int { return strings.Compare(string(a.Path)+a.Value, string(b.Path)+b.Value) })
	return edits
}

// otherText returns another text of the same kind: a date, an amount, a number or text.
func otherText(text string) string {
	if d, err := calendar.ParseDate(text); err == nil {
		return d.AddDays(45).String()
	}
	if m, err := budget.ParseMoney(text); err == nil {
		if m, err = m.Add(budget.MustPesos(7)); err == nil {
			return m.String()
		}
	}
	if n, err := exact.Parse(text); err == nil {
		if n, err = n.Add(exact.Int(1)); err == nil {
			return n.String()
		}
	}
	return text + "x"
}

// The finding about a record that a post signed out of office has the current name of the
// line of the record.
func TestFindingHasTheCurrentNameOfALine(t *testing.T) {
	on := calendar.MustDate(2027, 12, 1)
	p := plan(t, func(d *poa.Document) {
		d.Ledger = []*budget.Entry{{ID: "g1", Date: calendar.MustDate(2027, 10, 4), Line: "l1", Kind: budget.Approved, Amount: budget.MustPesos(1000), By: "jefa"}}
	})
	about := func(p *poa.Plan) (names []string) {
		for _, f := range p.Check(on) {
			if f.Path == "ledger[g1].by" {
				what, err := f.Args[1].Value.MarshalText()
				require.NoError(t, err)
				names = append(names, string(what))
			}
		}
		return names
	}
	assert.Equal(t, []string{"Difusión"}, about(p))
	next, _, err := p.Apply(set("lines[l1].name", `"Publicidad"`))
	require.NoError(t, err)
	assert.Equal(t, []string{"Publicidad"}, about(next))
	requireSameFromScratch(t, next, on, "renamed")
}

// Every step uses only earlier parts, and an undeclared read panics.
func TestStepsAreDeclared(t *testing.T) {
	keys, uses := poa.Steps()
	for i, list := range uses {
		for _, used := range list {
			assert.Contains(t, keys[:i], used, "%s uses %s", keys[i], used)
		}
	}
	for read, want := range map[string]string{"field": "nil pointer", "today": "uses today", "part": "uses business-days"} {
		panicked := poa.Undeclared(read)
		require.NotNil(t, panicked, read)
		text, ok := panicked.(string)
		if err, isError := panicked.(error); isError {
			text, ok = err.Error(), true
		}
		assert.True(t, ok)
		assert.Contains(t, text, want)
	}
}

// findingKinds returns all kinds of findings that an analysis may have.
func findingKinds() []norm.FindingKind {
	return slices.Concat(poa.FindingKinds(), office.FindingKinds(), budget.FindingKinds(), kpi.FindingKinds(), mexico.FindingKinds())
}
