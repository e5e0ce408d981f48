package poa_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A value far from the fiscal year costs as much as one within it: a period of ten thousand
// years, or as many days to capture.
func TestFarValuesCostNoMore(t *testing.T) {
	use := func(change func(*poa.Document)) float64 {
		d := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Calendar: "jalisco"}
		for i := range 50 {
			d.Periods = append(d.Periods, &poa.Period{ID: fmt.Sprint("p", i), Span: calendar.YearSpan(2027)})
			d.Indicators = append(d.Indicators, &kpi.Indicator{
				ID: fmt.Sprint("i", i), Frequency: kpi.Monthly, Targets: []*kpi.Target{{ID: fmt.Sprint("t", i), Span: calendar.YearSpan(2027), Value: exact.Int(1)}},
			})
		}
		change(d)
		p, err := poa.New(mexico.Env(), d)
		require.NoError(t, err)
		return allocated(func() { p.Analyze(calendar.MustDate(2027, 12, 30)).Due(30) })
	}
	near := use(func(*poa.Document) {})
	far := use(func(d *poa.Document) {
		for _, p := range d.Periods {
			p.Span = calendar.Span{Start: calendar.MustDate(1, 1, 1), End: calendar.MustDate(9999, 12, 31)}
		}
	})
	assert.Less(t, far, 2*near+100_000, "periods")
	late := use(func(d *poa.Document) { d.CaptureDays = 1 << 50 })
	assert.Less(t, late, 2*near+100_000, "days to capture")
}
