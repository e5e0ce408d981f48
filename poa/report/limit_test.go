package report_test

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// wide returns a document with n elements in each list that the report has a table of.
func wide(n int) *poa.Document {
	d := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Calendar: "jalisco"}
	d.Evaluations = []*poa.Evaluation{{ID: "e", Name: "E"}}
	for i := range n {
		id := strconv.Itoa(i)
		d.OwnDays = append(d.OwnDays, &office.Adjustment{ID: "o" + id})
		d.Administrations = append(d.Administrations, &poa.Administration{ID: "adm" + id, Name: "x"})
		d.Periods = append(d.Periods, &poa.Period{ID: "p" + id, Name: "x"})
		d.Posts = append(d.Posts, &poa.Post{ID: "b" + id, Name: "x"})
		d.Equipment = append(d.Equipment, &poa.Equipment{ID: "q" + id, Name: "x"})
		d.Channels = append(d.Channels, &poa.Channel{ID: "c" + id, Name: "x"})
		d.Activities = append(d.Activities, &poa.Activity{ID: "a" + id, Name: "x", Period: "p" + strconv.Itoa(i%3)})
		d.Campaigns = append(d.Campaigns, &poa.Campaign{ID: "k" + id, Name: "x"})
		d.Funds = append(d.Funds, &budget.Fund{ID: "f" + id, Name: "x"})
		d.Lines = append(d.Lines, &budget.Line{ID: "l" + id, Name: "x", Item: "361"})
		d.Indicators = append(d.Indicators, &kpi.Indicator{ID: "i" + id, Name: "x"})
		d.Evaluations[0].Findings = append(d.Evaluations[0].Findings, &poa.Lesson{ID: "t" + id, Text: "x"})
		d.Reports = append(d.Reports, &poa.FollowUp{ID: "r" + id, Name: "x"})
		d.Commitments = append(d.Commitments, &poa.Commitment{ID: "m" + id, Text: "x"})
	}
	return d
}

// A list that is longer than Rows ends with a note, in both languages; the document does
// not grow any more.
func TestRows(t *testing.T) {
	render := func(n int, o report.Options) string {
		p := read(t, write(t, analyze(t, wide(n), "2027-01-11"), o))
		p.check(t)
		return write(t, analyze(t, wide(n), "2027-01-11"), o)
	}
	const lists = 14 + 1 // the activities have two tables
	assert.Equal(t, lists, strings.Count(render(12, report.Options{Rows: 10}), "Se muestran 10 de "))
	assert.Equal(t, lists, strings.Count(render(12, report.Options{Rows: 10, Language: "en"}), "10 of the "))
	assert.Zero(t, strings.Count(render(12, report.Options{Rows: 12}), "Se muestran"))
	assert.Zero(t, strings.Count(render(12, report.Options{}), "Se muestran"))
	small, large := len(render(100, report.Options{Rows: 10})), len(render(1000, report.Options{Rows: 10}))
	assert.InDelta(t, small, large, 500, "the length depends on Rows")
	assert.Less(t, len(render(200, report.Options{Rows: 10})), len(render(200, report.Options{Rows: -1}))/4)
}

// Every list of the document that people write is in wide, except those in elements.
func TestRowsOfEveryList(t *testing.T) {
	doc := string(wide(2).AppendJSON(nil))
	for _, l := range model.Lists() {
		switch l.Name {
		case "media", "targets", "variables", "findings":
			continue
		}
		if !l.Record {
			assert.Contains(t, doc, `"`+l.Name+`":[`, "TestRows does not have the list")
		}
	}
}

// What elements refer to is named by its key or the beginning of its name: the document does
// not have a long name once for each reference.
func TestReferencesAreShort(t *testing.T) {
	length := func(size, n int) int {
		d := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027}
		name := strings.Repeat("ñ", size/2)
		d.Posts = []*poa.Post{{ID: "boss", Name: name}}
		d.Channels = []*poa.Channel{{ID: "c", Name: name}}
		d.Commitments = []*poa.Commitment{{ID: "m", Text: "x"}}
		for range n {
			d.Commitments[0].FulfilledBy = append(d.Commitments[0].FulfilledBy, "c")
		}
		for i := range n {
			a := &poa.Activity{ID: "a" + strconv.Itoa(i), Name: "x", Responsible: "boss"}
			for range n {
				a.Channels = append(a.Channels, "c")
			}
			d.Activities = append(d.Activities, a)
		}
		return len(write(t, analyze(t, d, "2027-01-11"), report.Options{Without: []report.Section{report.Findings}}))
	}
	short, long := length(600, 300), length(60_000, 300)
	assert.Less(t, long-short, 4*60_000, "the name is there as it is for each element that has it")
	assert.Less(t, length(600, 600), 9*short/4, "twice the activities, each with twice the channels")
}

// fullDisk fails after some bytes.
type fullDisk struct{ left int }

var errNoSpace = errors.New("the disk is full")

func (w *fullDisk) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errNoSpace
	}
	return len(p), nil
}

// After an error of the writer the rest of the document is not composed.
func TestWriteStopsAtAnError(t *testing.T) {
	a := analyze(t, wide(2000), "2027-01-11")
	whole := testing.AllocsPerRun(1, func() { require.NoError(t, report.Write(io.Discard, a, report.Options{})) })
	failed := testing.AllocsPerRun(1, func() { require.ErrorIs(t, report.Write(&fullDisk{100_000}, a, report.Options{}), errNoSpace) })
	assert.Less(t, failed, whole/4)
}

// A report takes memory in proportion to the plan, whatever list is long.
func TestReportGrowsLinearly(t *testing.T) {
	use := func(n int) float64 {
		a := analyze(t, wide(n), "2027-01-11")
		return testing.AllocsPerRun(1, func() { require.NoError(t, report.Write(io.Discard, a, report.Options{Rows: -1})) })
	}
	small, large := use(300), use(1200)
	assert.Less(t, large/small, 4.6)
}

// Moved days and the holidays of a year are not multiplied.
func TestOwnDaysGrowLinearly(t *testing.T) {
	use := func(n int) float64 {
		d := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Calendar: "jalisco"}
		for i := range n {
			day := calendar.YearSpan(2027).Start.AddDays(i)
			d.OwnDays = append(d.OwnDays, &office.Adjustment{
				ID: "o" + strconv.Itoa(i), Kind: office.LocalDay, Span: calendar.Span{Start: day, End: day},
			}, &office.Adjustment{ID: "w" + strconv.Itoa(i), Kind: office.WorkDay, Holiday: "new-year", Reason: "r", Document: "d"})
		}
		a := analyze(t, d, "2027-01-11")
		return testing.AllocsPerRun(1, func() { a.OwnDays() })
	}
	small, large := use(40), use(160)
	assert.Less(t, large/small, 4.6)
}
