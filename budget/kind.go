package budget

// Kind is the effect of a posting on its line: the approved budget, a change of it
// (adecuación presupuestaria), or one of the four later moments of spending. The
// zero value is unspecified and invalid.
type Kind uint8

const (
	// Approved is the budget the council approved (aprobado).
	Approved Kind = iota + 1
	// Extension adds money from outside the budget (ampliación líquida).
	Extension
	// Reduction removes money from the budget (reducción líquida).
	Reduction
	// TransferIn is money received from another line (transferencia recibida).
	TransferIn
	// TransferOut is money given to another line (transferencia cedida).
	TransferOut
	// Committed is an order or contract with a third party (comprometido; LGCG art.
	// 4-XIV).
	Committed
	// Accrued is an obligation to pay for what was received as agreed (devengado;
	// LGCG art. 4-XV).
	Accrued
	// Exercised is the issue of a payment order (ejercido; LGCG art. 4-XVI).
	Exercised
	// Paid is the payment (pagado; LGCG art. 4-XVII).
	Paid
)

// Moment returns the moment that a posting of this kind changes: MomentModified for
// the four changes of the approved budget, MomentApproved for Approved, which
// changes MomentModified too. It returns 0 for an invalid kind.
func (k Kind) Moment() Moment {
	switch {
	case k == Approved:
		return MomentApproved
	case k >= Extension && k <= TransferOut:
		return MomentModified
	case k >= Committed && k <= Paid:
		return MomentCommitted + Moment(k-Committed)
	}
	return 0
}

// Moment is one of the six moments of spending (momentos contables del
// egreso; LGCG art. 38-I), in their order. The zero value is unspecified and
// invalid.
type Moment uint8

const (
	MomentApproved  Moment = iota + 1 // aprobado
	MomentModified                    // modificado
	MomentCommitted                   // comprometido
	MomentAccrued                     // devengado
	MomentExercised                   // ejercido
	MomentPaid                        // pagado
)
