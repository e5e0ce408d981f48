package rpc_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

// opened returns the view of a document.
func opened(t *testing.T, doc *poa.Document) (*rpc.Server, *rpc.View) {
	t.Helper()
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	result, failed := call(t, s, "open", map[string]any{
		"context":  map[string]any{"today": "2027-01-11", "language": "es-MX"},
		"document": json.RawMessage(doc.AppendJSON(nil)),
	})
	require.False(t, failed)
	data, err := json.Marshal(result)
	require.NoError(t, err)
	var v rpc.View
	require.NoError(t, json.Unmarshal(data, &v))
	return s, &v
}

// Many findings of one kind are one item with a count, and each row has its own.
func TestFindingsOfManyRows(t *testing.T) {
	const n = 50
	doc, err := poa.Empty("p", 2027)
	require.NoError(t, err)
	doc.Calendar = "jalisco"
	reversed := calendar.Span{Start: calendar.MustDate(2027, 3, 2), End: calendar.MustDate(2027, 3, 1)}
	for i := range n {
		doc.Activities = append(doc.Activities, &poa.Activity{ID: fmt.Sprint("a", i), Name: "Gaceta", Period: "q1", Span: reversed})
		doc.Campaigns = append(doc.Campaigns, &poa.Campaign{ID: fmt.Sprint("c", i)})
		doc.OwnDays = append(doc.OwnDays, &office.Adjustment{ID: fmt.Sprint("d", i), Kind: office.LocalDay})
	}
	_, v := opened(t, doc)
	items := map[string]rpc.FindingItem{}
	total := map[norm.Severity]int{}
	for i, item := range v.Findings.Items {
		items[item.Code] = item
		total[item.Severity] += max(item.Count, 1)
		assert.True(t, i == 0 || v.Findings.Items[i-1].Severity <= item.Severity, "the most severe come first")
	}
	for _, c := range v.Findings.Counts {
		assert.Equal(t, c.Count, total[c.Severity], c.Severity)
	}
	for _, code := range []string{"activity.end-before-start", "activity.without-responsible", "campaign.undated", "calendar.adjustment-missing"} {
		assert.Equal(t, n, items[code].Count, code)
		assert.True(t, strings.HasSuffix(items[code].Text, "(y 49 más)."), items[code].Text)
	}
	codes := func(items []rpc.FindingItem) (list []string) {
		for _, item := range items {
			assert.Zero(t, item.Count)
			list = append(list, item.Code+" "+string(item.Path))
		}
		return list
	}
	assert.Equal(t, []string{"activity.without-responsible activities[a49].responsible", "activity.end-before-start activities[a49].span.end"}, codes(v.Activities.Rows[n-1].Findings))
	assert.Len(t, v.Activities.Rows[n-1].Findings[1].Fixes, 1)
	assert.Equal(t, norm.Blocking, v.Activities.Rows[n-1].Severity)
	assert.Equal(t, []string{"campaign.without-name campaigns[c49].name", "campaign.undated campaigns[c49].span"}, codes(v.Campaigns[n-1].Findings))
	assert.Equal(t, []string{"calendar.adjustment-missing ownDays[d49].span"}, codes(v.Calendar.Own[n-1].Findings))
	assert.Equal(t, norm.Blocking, v.Calendar.Own[n-1].Severity)
}

// A row has no findings of its own if the list has them one by one.
func TestFindingsOfFewRows(t *testing.T) {
	doc, err := poa.Empty("p", 2027)
	require.NoError(t, err)
	doc.Calendar = "jalisco"
	doc.Activities = []*poa.Activity{{ID: "a1", Name: "Gaceta", Period: "q1"}}
	_, v := opened(t, doc)
	assert.Empty(t, v.Activities.Rows[0].Findings)
	assert.Equal(t, norm.Warning, v.Activities.Rows[0].Severity)
}
