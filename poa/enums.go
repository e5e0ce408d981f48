package poa

// ChannelKind is what a channel is. The zero value is unspecified.
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

// CampaignKind is what a campaign is in the eyes of the law. The zero value is
// unspecified.
type CampaignKind uint8

const (
	// CampaignGovernment spreads the government's work or a benefit (LGCS
	// art. 4-I).
	CampaignGovernment CampaignKind = iota + 1
	// CampaignAnnualReport presents the annual report of government (LGCS
	// art. 14).
	CampaignAnnualReport
	// CampaignNotice is an institutional notice (aviso institucional).
	CampaignNotice
)

// Exception is why a campaign may run inside an electoral blackout (LGCS
// art. 21). The zero value is "none".
type Exception uint8

const (
	ExceptionNone Exception = iota
	ExceptionHealth
	ExceptionEducation
	ExceptionCivilProtection
	ExceptionElectoralAuthority
	// ExceptionGranted is one the electoral authority gave for this campaign.
	ExceptionGranted
)

// FollowUpKind is what a follow-up is. The zero value is unspecified.
type FollowUpKind uint8

const (
	FollowUpReport       FollowUpKind = iota + 1 // informe de seguimiento
	FollowUpPresentation                         // presentación de resultados
)

// CommitmentSection is the part of the plan a commitment stands in. The zero
// value is unspecified.
type CommitmentSection uint8

const (
	SectionBudget     CommitmentSection = iota + 1 // presupuesto y recursos
	SectionEvaluation                              // evaluación y seguimiento
)
