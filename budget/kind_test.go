package budget_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/budget"
)

func TestKindMoment(t *testing.T) {
	for kind, moment := range map[budget.Kind]budget.Moment{
		0: 0, budget.Approved: budget.MomentApproved,
		budget.Extension: budget.MomentModified, budget.Reduction: budget.MomentModified,
		budget.TransferIn: budget.MomentModified, budget.TransferOut: budget.MomentModified,
		budget.Committed: budget.MomentCommitted, budget.Accrued: budget.MomentAccrued,
		budget.Exercised: budget.MomentExercised, budget.Paid: budget.MomentPaid, budget.Paid + 1: 0,
	} {
		assert.Equal(t, moment, kind.Moment(), kind.String())
	}
}
