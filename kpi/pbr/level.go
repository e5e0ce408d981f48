package pbr

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Type is the use of an indicator: to decide on the policy, or to run it. The zero
// value is unspecified.
type Type uint8

const (
	Strategic  Type = iota + 1 // estratégico
	Management                 // de gestión
)

// LevelProfile defines what the indicators of each level of a logic matrix may be.
// Its slices must not be modified.
type LevelProfile struct {
	Key    string
	Name   norm.Label
	Source string
	Status norm.Status
	// Levels has one rule for each level, LevelGoal first.
	Levels [4]LevelRule
}

// LevelRule lists what one level allows.
type LevelRule struct {
	Level       kpi.Level
	Types       []Type
	Dimensions  []kpi.Dimension
	Frequencies []kpi.Frequency
}

// Level returns the rule of a level, or false if it is unspecified.
func (p *LevelProfile) Level(level kpi.Level) (rule LevelRule, ok bool) {
	for _, r := range p.Levels {
		if r.Level == level {
			return r, true
		}
	}
	return LevelRule{}, false
}

// AdmitsType reports whether the level allows indicators of that type.
func (r *LevelRule) AdmitsType(t Type) bool { return slices.Contains(r.Types, t) }

// AdmitsDimension reports whether the level allows indicators of that dimension.
func (r *LevelRule) AdmitsDimension(d kpi.Dimension) bool { return slices.Contains(r.Dimensions, d) }

// AdmitsFrequency reports whether the level allows indicators of that frequency.
func (r *LevelRule) AdmitsFrequency(f kpi.Frequency) bool { return slices.Contains(r.Frequencies, f) }

// Profiles returns every profile of levels, the default first: Wide, DteSpp.
func Profiles() []LevelProfile { return []LevelProfile{Wide(), DteSpp()} }

// Wide returns the profile for an office that measures often, key "wide": quality
// at every level below the goal, components measured by month, and campaigns or
// events at any level. The catalogue follows it, except for the frequency of
// COM-05.
func Wide() LevelProfile {
	return LevelProfile{
		Key:    "wide",
		Name:   norm.Label{ES: "Amplio (por campaña y por evento)", EN: "Wide (per campaign and per event)"},
		Source: "github.com/develeacid/dte-spp; github.com/kalel79/sima-apizaco b2962ffc",
		Status: norm.FromMemory,
		Levels: [4]LevelRule{
			{
				Level: kpi.LevelGoal, Types: []Type{Strategic},
				Dimensions:  []kpi.Dimension{kpi.DimensionEfficacy},
				Frequencies: []kpi.Frequency{kpi.Annual, kpi.Biennial, kpi.Triennial, kpi.SixYearly, kpi.PerCampaign, kpi.PerEvent},
			},
			{
				Level: kpi.LevelPurpose, Types: []Type{Strategic},
				Dimensions:  []kpi.Dimension{kpi.DimensionEfficacy, kpi.DimensionEfficiency, kpi.DimensionQuality},
				Frequencies: []kpi.Frequency{kpi.Semiannual, kpi.Annual, kpi.PerCampaign, kpi.PerEvent},
			},
			{
				Level: kpi.LevelComponent, Types: []Type{Strategic, Management},
				Dimensions: []kpi.Dimension{kpi.DimensionEfficacy, kpi.DimensionEfficiency, kpi.DimensionQuality},
				Frequencies: []kpi.Frequency{
					kpi.Monthly, kpi.Bimonthly, kpi.Quarterly, kpi.FourMonthly, kpi.Semiannual, kpi.Annual, kpi.PerCampaign, kpi.PerEvent,
				},
			},
			{
				Level: kpi.LevelActivity, Types: []Type{Management},
				Dimensions: []kpi.Dimension{kpi.DimensionEfficacy, kpi.DimensionEfficiency, kpi.DimensionQuality, kpi.DimensionEconomy},
				Frequencies: []kpi.Frequency{
					kpi.Monthly, kpi.Bimonthly, kpi.Quarterly, kpi.FourMonthly, kpi.Semiannual, kpi.PerCampaign, kpi.PerEvent,
				},
			},
		},
	}
}

// DteSpp returns the profile of the DTE-SPP system of Oaxaca, key "dte-spp". That
// of Apizaco agrees with it.
func DteSpp() LevelProfile {
	return LevelProfile{
		Key:    "dte-spp",
		Name:   norm.Label{ES: "DTE-SPP Oaxaca", EN: "DTE-SPP Oaxaca"},
		Source: "github.com/develeacid/dte-spp",
		Status: norm.Sourced,
		Levels: [4]LevelRule{
			{
				Level: kpi.LevelGoal, Types: []Type{Strategic},
				Dimensions:  []kpi.Dimension{kpi.DimensionEfficacy},
				Frequencies: []kpi.Frequency{kpi.Annual, kpi.Biennial, kpi.Triennial, kpi.SixYearly},
			},
			{
				Level: kpi.LevelPurpose, Types: []Type{Strategic},
				Dimensions:  []kpi.Dimension{kpi.DimensionEfficacy, kpi.DimensionEfficiency},
				Frequencies: []kpi.Frequency{kpi.Semiannual, kpi.Annual},
			},
			{
				Level: kpi.LevelComponent, Types: []Type{Strategic, Management},
				Dimensions:  []kpi.Dimension{kpi.DimensionEfficacy, kpi.DimensionEfficiency, kpi.DimensionQuality},
				Frequencies: []kpi.Frequency{kpi.Quarterly, kpi.Semiannual, kpi.Annual},
			},
			{
				Level: kpi.LevelActivity, Types: []Type{Management},
				Dimensions:  []kpi.Dimension{kpi.DimensionEfficacy, kpi.DimensionEfficiency, kpi.DimensionEconomy},
				Frequencies: []kpi.Frequency{kpi.Monthly, kpi.Quarterly, kpi.Semiannual},
			},
		},
	}
}
