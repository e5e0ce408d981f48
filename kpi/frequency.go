package kpi

// Frequency is how often an indicator is measured. The zero value is
// unspecified.
type Frequency uint8

const (
	Monthly     Frequency = iota + 1 // mensual
	Bimonthly                        // bimestral: every two months
	Quarterly                        // trimestral
	FourMonthly                      // cuatrimestral
	Semiannual                       // semestral
	Annual                           // anual
	Biennial                         // bianual: every two years
	Triennial                        // trianual
	SixYearly                        // sexenal
	PerCampaign                      // por campaña: after each campaign
	PerEvent                         // por evento
)

var frequencyMonths = [...]uint8{
	Monthly: 1, Bimonthly: 2, Quarterly: 3, FourMonthly: 4, Semiannual: 6, Annual: 12,
	Biennial: 24, Triennial: 36, SixYearly: 72, PerCampaign: 0, PerEvent: 0,
}

// Months returns the number of months between two measurements, or 0 if f has no
// fixed interval: per campaign, per event, unspecified.
func (f Frequency) Months() int {
	if int(f) >= len(frequencyMonths) {
		return 0
	}
	return int(frequencyMonths[f])
}

// irregular reports whether measurements are of campaigns or events, which may be on the
// same days.
func (f Frequency) irregular() bool { return f == PerCampaign || f == PerEvent }
