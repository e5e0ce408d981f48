package office

import "github.com/rumbo-mx/rumbo/calendar/norm"

// The kinds of findings about adjustments. Paths are relative to the Adjustments:
// "ownDays[servant].instead". The argument name is the name of the adjustment, its
// reason, or its kind.
var (
	// An id is missing or used twice, or is the key of a holiday of the profile.
	badID = norm.FindingKind{Code: "calendar.adjustment-id", Severity: norm.Blocking, Args: []string{"name"}}
	// A required value is missing.
	missingValue = norm.FindingKind{Code: "calendar.adjustment-missing", Severity: norm.Blocking, Args: []string{"name"}}
	// A value is set that the kind cannot have, or that gives the days a second time.
	unusedValue = norm.FindingKind{Code: "calendar.adjustment-unused", Severity: norm.Blocking, Args: []string{"name"}}
	// A span has too many days.
	tooLong = norm.FindingKind{Code: "calendar.adjustment-too-long", Severity: norm.Blocking, Args: []string{"name", "count", "start", "end", "limit"}}
	// A weekday is listed twice.
	weekdayTwice = norm.FindingKind{Code: "calendar.adjustment-weekday-twice", Severity: norm.Blocking, Args: []string{"weekday"}}
	// A value is out of range, or there are too many adjustments.
	badValue = norm.FindingKind{Code: "calendar.adjustment-value", Severity: norm.Blocking, Args: []string{"value"}}
	// The text is not a rule.
	badRule = norm.FindingKind{Code: "calendar.adjustment-rule", Severity: norm.Blocking, Args: []string{"name", "value"}}
	// A span ends before it starts.
	reversedSpan = norm.FindingKind{Code: "calendar.adjustment-end-before-start", Severity: norm.Blocking, Args: []string{"name", "start", "end"}}
	// The days lie outside the year.
	otherYear = norm.FindingKind{Code: "calendar.adjustment-year", Severity: norm.Blocking, Args: []string{"name", "year"}}
	// The profile has no day off with that key.
	unknownHoliday = norm.FindingKind{Code: "calendar.adjustment-holiday", Severity: norm.Blocking, Args: []string{"name", "value", "keys"}}
	// Two adjustments exclude each other on a day: two of the same kind, a day off that
	// is also worked, moved or a half day, or the day in exchange of two.
	overlapping = norm.FindingKind{Code: "calendar.adjustment-overlap", Severity: norm.Blocking, Args: []string{"name", "other"}}
	// A rule of the profile makes the day a business day.
	conflicting = norm.FindingKind{Code: "calendar.adjustment-conflict", Severity: norm.Blocking, Args: []string{"name", "date"}}
	// The days are days of rest without the adjustment.
	restedAnyway = norm.FindingKind{Code: "calendar.adjustment-rested-anyway", Severity: norm.Blocking, Args: []string{"name", "date"}}
	// A day is worked without the adjustment.
	workedAnyway = norm.FindingKind{Code: "calendar.adjustment-worked-anyway", Severity: norm.Blocking, Args: []string{"name", "date"}}
	// No day of the year would be a business day.
	noWork = norm.FindingKind{Code: "calendar.adjustment-no-work", Severity: norm.Blocking, Args: []string{"year"}}
)

// Error is a problem of Adjustments: a finding with a text for developers.
type Error struct {
	norm.Finding
	text     string
	position int // that of the adjustment, from 1, or 0
}

// Error returns the path, a description of the problem, and what to do.
func (e *Error) Error() string {
	at := string(e.Path)
	if at != "" {
		at += ": "
	}
	return "office: adjustments: " + at + e.text
}

// errorList joins errors, one per line.
type errorList []*Error

func (l errorList) Error() string {
	text := ""
	for i, e := range l {
		if i > 0 {
			text += "\n"
		}
		text += e.Error()
	}
	return text
}

func (l errorList) Unwrap() []error {
	list := make([]error, len(l))
	for i, e := range l {
		list[i] = e
	}
	return list
}
