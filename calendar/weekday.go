package calendar

// Weekday is a day of the week, numbered as in ISO 8601: Monday is 1 and Sunday is 7.
// The zero value is invalid.
type Weekday uint8

const (
	// Monday is the first day of the week.
	Monday Weekday = iota + 1
	// Tuesday is day 2.
	Tuesday
	// Wednesday is day 3.
	Wednesday
	// Thursday is day 4.
	Thursday
	// Friday is day 5.
	Friday
	// Saturday is day 6.
	Saturday
	// Sunday is the last day of the week.
	Sunday
)
