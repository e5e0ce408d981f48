// Package poa is the annual operating plan (Plan Operativo Anual) of a
// municipal office: the document, as stored in a file; the plan, which is a
// valid document; the commands that change a plan; and its analysis on a day.
//
// Start with Open, which decodes a document into a Plan, and Plan.Analyze:
//
//	plan, err := poa.Open(mexico.Env(), data)
//	…
//	analysis := plan.Analyze(calendar.MustDate(2027, 3, 15))
//	for _, f := range analysis.Findings { … }
//
// A Plan is immutable. Plan.Apply and Plan.Edit return a new plan and the inverse
// command; History uses them for undo. Diff returns the Change between two plans,
// and Merge merges the changes that two people made. Analyze computes all derived values, so
// that reports and pages only show them.
//
// Invalid input is handled at three levels. Decoding rejects a value that cannot
// be represented (*DecodeError, with path and code). Applying rejects a command
// that would make the plan inconsistent (*Refusal) and leaves the plan unchanged.
// Anything else that may be wrong in a draft is accepted and reported as a
// norm.Finding.
//
// The package uses no clock, time zone, random source, network or disk: today is
// a parameter, and commands contain the ids of new elements. It depends on no
// country: laws, catalogues and local decisions are in the Env.
//
// Errors that a caller can act on:
//
//	ErrNotFound        there is no value at the path
//	ErrNotEditable     the value is a record, an id or the schema
//	ErrHasRecords      the element to remove has records
//	ErrDuplicateID     the id of the new element is in use
//	ErrDangling        a reference to an element that does not exist
//	ErrPeriodClosed    a record of a closed period
//	ErrPeriodFrozen    an edit of a closed period or of what was planned in it
//	ErrBoundByRecords  an edit of a value that records depend on
//	ErrAlreadyClosed   a second close of a period
//	ErrNotClosed       a period to reopen that is not closed
//	ErrPeriodNotReady  findings block the close; the Refusal has them
//	ErrRecordDate      a date of a record that does not fit the plan
//	ErrNoFiscalYear    record in a plan whose fiscal year is missing or invalid
//	ErrRecordAmount    progress that makes that of its month negative, or above 100 %
//	ErrAlreadyWithdrawn a second withdrawal of a record
//	ErrUnbalanced      a transfer that does not net to zero
//	ErrInvalidRecord   a record with a missing or invalid field
//	ErrNotUndoable     the last step was an act
//	ErrNothingToUndo, ErrNothingToRedo
//	ErrEmptyCommand    no command, an edit without an operation, no entries
//	ErrNewerSchema     the document was written by a later version
//	ErrDocumentTooLong the document is longer than MaxDocument
//	ErrLimit           a list, a text or extension data exceeds another limit
//	ErrExpired         the caller's time is over; see AnalyzeUntil, History.Expired
//
// Limits, which a decoder, Apply and Merge check. The error has the limit as its
// argument, and the code too-large, too-many, text-too-long or too-deep:
//
//	MaxDocument          32 MiB   encoding of a document, read or written
//	MaxElements         200,000   elements of a list, ids in a field, notes; edits of a
//	                              Change, entries of PostEntries
//	MaxDocumentElements 500,000   elements of all lists of a document
//	MaxText               64 KiB  a text
//	MaxExtensions         1,000   namespaces of Ext
//	MaxExtension          4 MiB   data of a namespace
//	MaxExtensionDepth        32   nesting of the data of a namespace
//	MaxCommands          10,000   commands of Commands; a store and the protocol allow
//	                              fewer
//
// Growth of time and memory, where n is the number of elements of the document, e the
// length of a command (edits, entries and notes), l the lengths of the lists that it
// changes, and d the number of pending texts and marks:
//
//	Open, OpenUntil, New                n
//	AppendJSON, Document                n
//	ValueAt, Has                        l of the path; constant
//	Apply of a Change                   e + l + d log d; with removals, also n, once
//	Apply of an act                     e + l; of ClosePeriod also Analyze
//	Edit                                n
//	Diff                                n, with moved elements n log n
//	Merge                               n, with moved elements n log n
//	History.Do, Undo, Redo              as Apply; memory of a step: e
//	Analyze                             n log n; after Apply, only the parts that read
//	                                    what changed
//	Analysis.Due, OwnDays               n; DueFirst: n, memory of the first items
//	report.Write                        n, and the rows of the document
//
// OpenUntil, AnalyzeUntil, MergeUntil and History.Expired ask whether they must end after each
// thousand elements, edits or notes, and each 256 kB of what an edit or extension data reads.
// Not interrupted are each of the sums of the budget, the check of the entries of one
// PostEntries, the evaluation of one indicator, the checks of the Env one by one, Diff, and
// encoding.
//
// An edit of a field decodes the fields of its element again, without its lists, or one
// field of the document. A step of n commands takes n times what each of them does.
// A Change with an inverse of more than MaxElements edits is rejected.
//
// Terms, in Spanish, in English and in Go:
//
//	programa operativo anual (POA)   annual operating plan    Document, Plan
//	unidad responsable               responsible unit         Office
//	clase de oficina                 kind of office           Office.Kind, term.OfficeKind
//	ejercicio fiscal                 fiscal year              Document.FiscalYear
//	periodo                          period                   Period
//	puesto, plaza                    post                     Post
//	administración municipal         administration           Administration
//	actividad                        activity                 Activity
//	meta, avance                     target, progress         kpi.MonthlyTargets, Progress
//	meta en palabras                 target in words          Activity.TargetText
//	medio de verificación            means of verification    Activity.Verification
//	campaña, plan de medios          campaign, media plan     Campaign, Placement
//	partida                          budget line              budget.Line
//	fuente de financiamiento         fund                     budget.Fund
//	techo presupuestario             ceiling                  budget.Fund.Ceiling
//	momentos contables               moments of spending      budget.Moment
//	comprometido, devengado          committed, accrued       budget.Committed, budget.Accrued
//	ejercido, pagado                 exercised, paid          budget.Exercised, budget.Paid
//	adecuación presupuestaria        budget adjustment        budget.Extension, budget.Reduction
//	subejercicio                     underspending            budget.StatementRow.Underspending
//	indicador, ficha técnica         indicator                kpi.Indicator
//	línea base, sentido              baseline, sense          kpi.Baseline, kpi.Sense
//	semáforo                         traffic light            kpi.Light, kpi.Preset
//	evaluación, hallazgo, ajuste     evaluation, lesson       Evaluation, Lesson
//	informe de seguimiento           follow-up report         FollowUp
//	compromiso                       commitment               Commitment
//	cierre de periodo                close of a period        Close, ClosePeriod
//	reapertura                       reopening of a period    Reopening, ReopenPeriod
//	retiro de un registro            withdrawal of a record   Withdrawal, Withdraw
//	observación                      finding                  norm.Finding
//	fundamento                       legal basis              norm.Basis
//	día hábil, día inhábil           business day, day off    calendar.Calendar, calendar.Holiday
//	día propio                       own day                  office.Adjustment
//	día habilitado                   opened day               office.WorkDay
//	plazo, fecha límite              term, deadline           term.Term, term.Deadline
//	descanso semanal                 weekly rest              calendar.WeeklyRest
//	municipio, entidad federativa    municipality, state      places.Municipality, places.Entity
//	veda electoral                   blackout                 term.Blackout
package poa
