package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Missing is something that a plan does not have yet. It is no finding, because a draft is
// not wrong while it is incomplete; but a plan with something missing is not complete.
type Missing struct {
	// Path is the field or the list that is empty: mission, activities, lines or
	// indicators.
	Path norm.Path `json:"path"`
	// Count, if it is not zero, is the number of activities without any target: targets,
	// unit or target in words.
	Count int `json:"count,omitzero"`
}

// analyzeMissing returns what the plan does not have yet. A plan of indicators needs no
// activities.
func analyzeMissing(in *reader) any {
	var list []Missing
	work := in.activities()
	if in.doc.Mission == "" {
		list = append(list, Missing{Path: "mission"})
	}
	switch {
	case work.targetless > 0:
		list = append(list, Missing{"activities", work.targetless})
	case len(work.list) == 0 && len(in.doc.Indicators) == 0:
		list = append(list, Missing{Path: "activities"})
	}
	if len(in.doc.Lines) == 0 {
		list = append(list, Missing{Path: "lines"})
	}
	if len(in.doc.Indicators) == 0 {
		list = append(list, Missing{Path: "indicators"})
	}
	if in.last != nil && slices.Equal(list, in.last.value.([]Missing)) {
		in.keep()
	}
	return list
}

// targetless reports whether an activity has no target at all. One whose progress is a
// percentage has the whole of its work.
func (a *Activity) targetless() bool {
	return a.Unit == "" && a.TargetText == "" && a.ProgressForm != ProgressPercent && !slices.ContainsFunc(a.Targets[:], func(n exact.Number) bool { return !n.IsZero() })
}
