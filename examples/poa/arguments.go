package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// usageError is a command line that cannot be understood.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func misuse(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// arguments are the flags and operands of one command.
type arguments struct {
	*flag.FlagSet
	command *command
}

func (c *command) arguments() arguments {
	a := arguments{flag.NewFlagSet(c.name, flag.ContinueOnError), c}
	a.SetOutput(io.Discard) // package flag is not to speak for itself
	return a
}

// parse reads flags before and after operands and returns the operands, of which there
// must be as many as the command names. For -h it prints the help and returns
// flag.ErrHelp.
func (a arguments) parse(args []string, stdout io.Writer) (operands []string, err error) {
	for {
		if err := a.Parse(args); err == flag.ErrHelp {
			if failed := a.help(stdout); failed != nil {
				return nil, failed
			}
			return nil, err
		} else if err != nil {
			return nil, misuse("%s", err)
		}
		rest := a.Args()
		if read := len(args) - len(rest); len(rest) == 0 || read > 0 && args[read-1] == "--" {
			operands = append(operands, rest...)
			break
		}
		operands, args = append(operands, rest[0]), rest[1:]
	}
	if want := strings.Fields(a.command.operands); len(operands) != len(want) {
		if len(want) == 0 {
			return nil, misuse("it takes no operand: leave out %q", operands)
		}
		return nil, misuse("it takes %s; it was given %q", strings.Join(want, " and "), operands)
	}
	return operands, nil
}

func (a arguments) help(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintln(&b, strings.TrimSpace("Usage: poa "+a.command.name+" [flags] "+a.command.operands))
	fmt.Fprintf(&b, "\n%s %s.\n\n", a.command.name, a.command.about)
	a.SetOutput(&b)
	a.PrintDefaults()
	a.SetOutput(io.Discard)
	return write(w, b.String())
}

// The flags that several commands have, with values that check themselves.

// today adds the flag -today, whose default is the clock's day.
func (a arguments) today() *day {
	d := &day{calendar.DateOf(time.Now())}
	a.TextVar(d, "today", *d, "the `DATE` the plan is looked at, as in 2027-03-15")
	return d
}

func (a arguments) language() *language {
	l := language(lang.Spanish)
	a.TextVar(&l, "lang", l, "the `LANGUAGE`: "+strings.Join(lang.Languages(), " or "))
	return &l
}

// profile adds the flag -profile, whose default is the calendar of an empty plan.
func (a arguments) profile() *profile {
	p := &profile{Profile: mexico.Env().Profiles[0]}
	a.TextVar(p, "profile", *p, "the `PROFILE` of the calendar: "+profileKeys()+`; or several put together, as in "jalisco + bancos"`)
	return p
}

// profileOrPlan adds the flag -plan too, which takes the calendar of a plan with the
// days of its office in place of a profile.
func (a arguments) profileOrPlan(stdin io.Reader) *profile {
	p := a.profile()
	a.Func("plan", "take the calendar of the plan in `FILE`, - for standard input, with the days of its office, in place of -profile", func(file string) error {
		return p.ofPlan(file, stdin)
	})
	return p
}

// format adds the flag -format of a list.
func (a arguments) format() *format {
	f := asCSV
	a.TextVar(&f, "format", f, "the `FORMAT`: csv, json, ics or text")
	return &f
}

// stamp adds the flag -stamp, the creation date of an ics file, whose default is today.
func (a arguments) stamp() *day {
	d := &day{calendar.DateOf(time.Now())}
	a.TextVar(d, "stamp", *d, "the `DATE` that an ics file was made on; the same date gives the same file")
	return d
}

// day is a date that must be one.
type day struct{ calendar.Date }

func (d *day) UnmarshalText(text []byte) error {
	parsed, err := calendar.ParseDate(string(text))
	if err == nil {
		d.Date = parsed
	}
	return err
}

type language string

func (l language) MarshalText() ([]byte, error) { return []byte(l), nil }

func (l *language) UnmarshalText(text []byte) error {
	tag, ok := lang.Match(string(text))
	if !ok {
		return fmt.Errorf("use one of %s", strings.Join(lang.Languages(), ", "))
	}
	*l = language(tag)
	return nil
}

func (l language) printer(env *poa.Env) *lang.Printer { return lang.New(string(l), env) }

// profile is a calendar profile of Mexico, several put together, or that of a plan.
type profile struct {
	calendar.Profile
	by   string // the flag that said so
	note string // a further remark
}

// take sets the profile by a flag, of which there may be one.
func (p *profile) take(by string, c calendar.Profile) error {
	if p.by != "" && p.by != by {
		return fmt.Errorf("leave out %s or %s: each names a calendar", p.by, by)
	}
	p.Profile, p.by = c, by
	return nil
}

// ofPlan takes the profile of the plan in a file. Findings of its own days are left to
// the command check; a note mentions days that do not count.
func (p *profile) ofPlan(file string, stdin io.Reader) error {
	plan, err := openPlan(mexico.Env(), file, stdin, lang.New(lang.Spanish, nil))
	if err != nil {
		return err
	}
	a := plan.Analyze(plan.Year().Start)
	if a.Calendar == nil {
		return fmt.Errorf("the plan names no year and calendar that exist: see poa check %s", file)
	}
	idle := 0
	for _, d := range a.OwnDays() {
		if d.Idle {
			idle++
		}
	}
	if idle > 0 {
		p.note = fmt.Sprintf("%d of the plan's own days do not count, because something is missing or wrong: see poa check %s", idle, file)
	}
	return p.take("-plan", a.Calendar.Profile())
}

func (p profile) MarshalText() ([]byte, error) { return []byte(p.Key), nil }

func (p *profile) UnmarshalText(text []byte) error {
	composed, err := calendar.Compose(string(text), mexico.Env().Profiles)
	switch {
	case errors.Is(err, calendar.ErrUnknownProfile):
		return fmt.Errorf("there is no such profile; there are %s", profileKeys())
	case err != nil:
		return err
	}
	return p.take("-profile", composed)
}

func profileKeys() string {
	var keys []string
	for _, p := range mexico.Env().Profiles {
		keys = append(keys, p.Key)
	}
	return strings.Join(keys, ", ")
}

// year is a year of the calendar, or zero.
type year int

func (y year) MarshalText() ([]byte, error) {
	if y == 0 {
		return nil, nil
	}
	return strconv.AppendInt(nil, int64(y), 10), nil
}

func (y *year) UnmarshalText(text []byte) error {
	n, err := strconv.ParseUint(string(text), 10, 16)
	if err != nil || n < calendar.MinYear || n > calendar.MaxYear {
		return fmt.Errorf("write a year from %d to %d", calendar.MinYear, calendar.MaxYear)
	}
	*y = year(n)
	return nil
}
