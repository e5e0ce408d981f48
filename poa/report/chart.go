package report

import "github.com/rumbo-mx/rumbo/budget"

// The chart of the months, in units of its own view box.
const (
	chartWidth, chartHeight = 960, 170
	chartTop, chartBottom   = 24, 24 // room for the amounts and for the months
	chartStep               = chartWidth / 12
	chartBar                = 46
)

// chart draws the planned amount of each month as a bar. It is hidden from screen
// readers, because the table beside it has the same figures.
func (d *document) chart(m *budget.Months) {
	var most int64
	for _, amount := range m {
		most = max(most, amount.Centavos())
	}
	if most == 0 {
		return
	}
	const room = chartHeight - chartTop - chartBottom
	d.open("svg", "class", "chart keep", "viewBox", "0 0 "+count(chartWidth)+" "+count(chartHeight), "aria-hidden", "true")
	for i, amount := range m {
		// Half a bar's unit is the most that the share of the largest loses.
		height := int(float64(max(amount.Centavos(), 0)) / float64(most) * room)
		x, y := i*chartStep+(chartStep-chartBar)/2, chartTop+room-height
		if height > 0 {
			d.void("rect", "x", count(x), "y", count(y), "width", count(chartBar), "height", count(height))
		}
		middle := count(i*chartStep + chartStep/2)
		if !amount.IsZero() {
			d.el("text", d.MoneyWhole(amount), "x", middle, "y", count(y-7))
		}
		d.el("text", d.MonthShort(i+1), "x", middle, "y", count(chartHeight-6), "class", "axis")
	}
	d.void("path", "d", "M0 "+count(chartTop+room)+"H"+count(chartWidth))
	d.close("svg")
}
