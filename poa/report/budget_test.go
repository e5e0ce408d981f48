package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// table returns the texts of the cells of each row of a table.
func table(t *testing.T, html, id string) [][]string {
	i := strings.Index(html, `<caption id="c-`+id+`"`)
	require.Positive(t, i, id)
	end := strings.Index(html[i:], "</table>")
	var rows [][]string
	for _, row := range strings.Split(html[i:i+end], "<tr")[1:] {
		var cells []string
		for _, cell := range regexp.MustCompile(`(?s)<t[dh][^>]*>(.*?)</t[dh]>`).FindAllStringSubmatch(row, -1) {
			cells = append(cells, strings.TrimSpace(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(cell[1], "")))
		}
		rows = append(rows, cells)
	}
	return rows
}

// The sums by concept follow their chapter; what is not known or not reported is not zero.
func TestBudgetSection(t *testing.T) {
	ceiling := budget.MustPesos(100)
	day := calendar.MustDate(2027, 3, 31)
	doc := &poa.Document{
		Schema: poa.Schema, ID: "p", FiscalYear: 2027, Calendar: "jalisco",
		Funds: []*budget.Fund{{ID: "f1", Name: "Con techo", Ceiling: &ceiling}, {ID: "f2", Name: "Sin techo"}},
		Lines: []*budget.Line{
			{ID: "l1", Item: "36101", Fund: "f1", Months: budget.Months{budget.MustPesos(60)}},
			{ID: "l2", Item: "336", Fund: "f2", Months: budget.Months{1: budget.MustPesos(40)}},
			{ID: "l3", Item: "3000", Fund: "f2", Months: budget.Months{2: budget.MustPesos(5)}},
		},
		Ledger: []*budget.Entry{
			{ID: "g1", Date: day, Line: "l1", Kind: budget.Approved, Amount: budget.MustPesos(60)},
			{ID: "g2", Date: day, Line: "l1", Kind: budget.Accrued, Amount: budget.MustPesos(20)},
		},
	}
	p, err := poa.New(mexico.Env(), doc)
	require.NoError(t, err)
	html := write(t, p.Analyze(day), report.Options{})

	var heads, totals []string
	for _, row := range table(t, html, "budget-months")[1:] {
		heads = append(heads, row[0])
		totals = append(totals, row[len(row)-1])
	}
	assert.Equal(t, []string{"$105", "$40", "$60", "$105"}, totals)
	require.Len(t, heads, 4)
	assert.Equal(t, "3000 Servicios generales", heads[0])
	assert.Contains(t, heads[1], "3300 ")
	assert.Contains(t, heads[2], "3600 Servicios de comunicación social y publicidad")

	funds := table(t, html, "funds")
	assert.Equal(t, []string{"$100.00", "$60.00"}, funds[1][2:4])
	assert.Equal(t, []string{"No se conoce", "$45.00", "–"}, funds[2][2:])
	assert.Equal(t, []string{"No se conoce", "$105.00", "–"}, funds[3][len(funds[3])-3:])

	for _, row := range table(t, html, "statement")[1:] {
		assert.Equal(t, []string{"$60.00", "$0.00", "$60.00", "–", "$20.00", "–", "–", "$40.00"}, row[1:])
	}
}

// A salary or a quantity that is not known is not zero, nor is a target.
func TestUnknownValuesAreNotZero(t *testing.T) {
	doc := sample()
	doc.Posts = []*poa.Post{{ID: "p", Name: "Auxiliar"}}
	doc.Equipment = []*poa.Equipment{{ID: "e", Name: "Cámara"}}
	doc.Campaigns[0].Media = []*poa.Placement{{ID: "m", Name: "Spot"}}
	doc = bare(doc)
	doc.Indicators[0].Targets = []*kpi.Target{{ID: "t1", Span: calendar.YearSpan(2027), NoValue: true}, {ID: "t2", Span: calendar.YearSpan(2027)}}
	html := write(t, analyze(t, doc, "2027-04-20"), report.Options{})
	row := func(name string) []string { return table(t, html, name)[1] }
	assert.Equal(t, "–", row("posts")[4])
	assert.Equal(t, "–", row("equipment")[1])
	media := regexp.MustCompile(`caption id="c-(media-[0-9.]+)"`).FindStringSubmatch(html)
	require.NotEmpty(t, media)
	assert.Equal(t, "–", row(media[1])[3])
	text := read(t, html).text
	assert.Contains(t, text, "2027: –")
	assert.Contains(t, text, "2027: 0")
}

// bare returns a document without what refers to posts and equipment.
func bare(doc *poa.Document) *poa.Document {
	for _, act := range doc.Activities {
		act.Responsible = ""
	}
	for _, ind := range doc.Indicators {
		ind.Responsible = ""
	}
	doc.Evaluations, doc.Reports, doc.Commitments = nil, nil, nil
	doc.Ledger, doc.Measurements, doc.Progress, doc.Closes, doc.Illustrative, doc.Pending = nil, nil, nil, nil, nil, nil
	return doc
}
