package kpi_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/kpi"
)

func TestFrequencyMonths(t *testing.T) {
	for f, want := range map[kpi.Frequency]int{
		kpi.Monthly: 1, kpi.FourMonthly: 4, kpi.Annual: 12, kpi.SixYearly: 72, kpi.PerCampaign: 0, kpi.PerEvent: 0, 0: 0, 99: 0,
	} {
		assert.Equal(t, want, f.Months(), f.String())
	}
}
