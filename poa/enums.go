package poa

// ChannelKind is the kind of a channel. The zero value is unspecified.
type ChannelKind uint8

const (
	ChannelRadio ChannelKind = iota + 1
	ChannelTelevision
	ChannelPrint
	ChannelWeb
	ChannelSocial
	ChannelOutdoor      // lonas, bardas, espectaculares
	ChannelLoudspeaker  // perifoneo
	ChannelFaceToFace   // módulos, asambleas, visitas
	ChannelOfficialTime // tiempos oficiales
)

// CampaignKind is the legal kind of a campaign. The zero value is unspecified.
type CampaignKind uint8

const (
	// CampaignGovernment publicizes the work of the government or a benefit (LGCS
	// art. 4-I).
	CampaignGovernment CampaignKind = iota + 1
	// CampaignAnnualReport presents the annual report of government (LGCS
	// art. 14).
	CampaignAnnualReport
	// CampaignNotice is an institutional notice (aviso institucional).
	CampaignNotice
)

// Exception is the reason why a campaign may run inside an electoral blackout (LGCS
// art. 21). The zero value is no exception.
type Exception uint8

const (
	ExceptionNone Exception = iota
	ExceptionHealth
	ExceptionEducation
	ExceptionCivilProtection
	ExceptionElectoralAuthority
	// ExceptionGranted is an exception that the electoral authority granted to this
	// campaign.
	ExceptionGranted
)

// ProgressForm is how the progress of an activity is recorded. The zero value is
// ProgressQuantity.
type ProgressForm uint8

const (
	// ProgressQuantity is the quantity done in each month, in the unit of the targets.
	ProgressQuantity ProgressForm = iota
	// ProgressPercent is the percentage done since January of the whole year's work
	// (avance acumulado): 20 % in March and 45 % in June are 45 %.
	ProgressPercent
)

// FollowUpKind is the kind of a follow-up. The zero value is unspecified.
type FollowUpKind uint8

const (
	FollowUpReport       FollowUpKind = iota + 1 // informe de seguimiento
	FollowUpPresentation                         // presentación de resultados
)

// CommitmentSection is the section of the plan that contains a commitment. The zero
// value is unspecified.
type CommitmentSection uint8

const (
	SectionBudget     CommitmentSection = iota + 1 // presupuesto y recursos
	SectionEvaluation                              // evaluación y seguimiento
)
