package report

import "github.com/rumbo-mx/rumbo/budget"

// The dimensions of the chart, in units of its view box.
const (
	chartWidth, chartHeight = 960, 170
	chartTop, chartBottom   = 24, 24 // margins for the amounts and the months
	chartStep               = chartWidth / 12
	chartBar                = 46
)

// chart draws the planned amount of each month as a bar. It is hidden from screen
// readers, since the table before it has the same amounts.
func (d *document) chart(m *budget.Months) {
	var largest int64
	for _, amount := range m {
		largest = max(largest, amount.Centavos())
	}
	if largest == 0 {
		return
	}
	const plotHeight = chartHeight - chartTop - chartBottom
	d.open("svg", "class", "chart keep", "viewBox", "0 0 "+count(chartWidth)+" "+count(chartHeight), "aria-hidden", "true")
	for i, amount := range m {
		// The rounding error is less than one unit of the view box.
		height := int(float64(max(amount.Centavos(), 0)) / float64(largest) * plotHeight)
		x, y := i*chartStep+(chartStep-chartBar)/2, chartTop+plotHeight-height
		if height > 0 {
			d.void("rect", "x", count(x), "y", count(y), "width", count(chartBar), "height", count(height))
		}
		middle := count(i*chartStep + chartStep/2)
		if !amount.IsZero() {
			d.el("text", d.MoneyWhole(amount), "x", middle, "y", count(y-7))
		}
		d.el("text", d.MonthShort(i+1), "x", middle, "y", count(chartHeight-6), "class", "axis")
	}
	d.void("path", "d", "M0 "+count(chartTop+plotHeight)+"H"+count(chartWidth))
	d.close("svg")
}
