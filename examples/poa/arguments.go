package main

import (
	"cmp"
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

// usageError is an error in the command line.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func usageErrorf(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// arguments are the flags and operands of one command.
type arguments struct {
	*flag.FlagSet
	command *command
}

func (c *command) arguments() arguments {
	a := arguments{flag.NewFlagSet(c.name, flag.ContinueOnError), c}
	a.SetOutput(io.Discard) // status prints the errors
	return a
}

// parse parses the flags, which may be before, between or after the operands, and returns
// the operands, of which there must be as many as the command has. For -h it prints the
// help and returns flag.ErrHelp.
func (a arguments) parse(args []string, stdout io.Writer) (operands []string, err error) {
	for {
		if err := a.Parse(args); err == flag.ErrHelp {
			if helpErr := a.help(stdout); helpErr != nil {
				return nil, helpErr
			}
			return nil, err
		} else if err != nil {
			return nil, usageErrorf("%s", err)
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
			return nil, usageErrorf("the command has no operands: leave out %q", operands)
		}
		return nil, usageErrorf("the command needs %s, not %q", strings.Join(want, " and "), operands)
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

// The flags that several commands share. Their values validate themselves.

// today adds the flag -today, which defaults to the current day.
func (a arguments) today() *day {
	d := &day{calendar.DateOf(time.Now())}
	a.TextVar(d, "today", *d, "the `DATE` of the analysis, as in 2027-03-15")
	return d
}

func (a arguments) language() *language {
	l := language(lang.Spanish)
	a.TextVar(&l, "lang", l, "the `LANGUAGE`: "+strings.Join(lang.Languages(), " or "))
	return &l
}

// profile adds the flag -profile, which defaults to the profile of an empty plan.
func (a arguments) profile() *profile {
	p := &profile{Profile: mexico.Env().Profiles[0]}
	a.TextVar(p, "profile", *p, "the `PROFILE` of the calendar: "+profileKeys()+`; or several combined, as in "jalisco + bancos"`)
	return p
}

// profileOrPlan also adds the flag -plan, which selects the calendar of a plan, with its
// own days, instead of a profile.
func (a arguments) profileOrPlan(stdin io.Reader) *profile {
	p := a.profile()
	a.Func("plan", "use the calendar of the plan in `FILE`, - for standard input, with its own days, instead of -profile", func(file string) error {
		return p.fromPlan(file, stdin)
	})
	return p
}

// format adds the flag -format, the format of a list.
func (a arguments) format() *format {
	f := asCSV
	a.TextVar(&f, "format", f, "the `FORMAT`: csv, json, ics or text")
	return &f
}

// stamp adds the flag -stamp, the creation date in an ics file, which defaults to the
// current day.
func (a arguments) stamp() *day {
	d := &day{calendar.DateOf(time.Now())}
	a.TextVar(d, "stamp", *d, "the creation `DATE` in an ics file; the same date produces the same file")
	return d
}

// day is a date that rejects invalid text.
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

// profile is a calendar profile of Mexico, several combined, or that of a plan.
type profile struct {
	calendar.Profile
	flag string // the flag that set it
	plan string // the id of the plan that it is of, or ""
	of   string // the municipality or the office of the plan
	note string // a remark for the user
}

// scope identifies the calendar in the UIDs of its days.
func (p *profile) scope() string { return cmp.Or(p.plan, p.Key) }

// set sets the profile for a flag. Only one flag may set it.
func (p *profile) set(flag string, c calendar.Profile) error {
	if p.flag != "" && p.flag != flag {
		return fmt.Errorf("leave out %s or %s: each selects a calendar", p.flag, flag)
	}
	p.Profile, p.flag = c, flag
	return nil
}

// fromPlan sets the profile of the plan in a file. It notes how many of the plan's own days
// have no effect; the command check reports why.
func (p *profile) fromPlan(file string, stdin io.Reader) error {
	plan, err := openPlan(mexico.Env(), file, stdin, lang.New(lang.Spanish, nil))
	if err != nil {
		return err
	}
	a := plan.Analyze(plan.Year().Start)
	if a.Calendar == nil {
		return fmt.Errorf("the plan has no valid year and calendar: see poa check %s", file)
	}
	idle := 0
	for _, d := range a.OwnDays() {
		if d.Idle {
			idle++
		}
	}
	if idle > 0 {
		p.note = fmt.Sprintf("%d of the plan's own days have no effect because they are incomplete or invalid: see poa check %s", idle, file)
	}
	doc := plan.View()
	p.plan, p.of = doc.ID, cmp.Or(doc.Office.Municipality, doc.Office.Name)
	return p.set("-plan", a.Calendar.Profile())
}

// title returns the name of the calendar, with that of its plan.
func (p *profile) title(l language) string {
	name := p.Name.In(string(l))
	if p.of != "" {
		name = p.of + " · " + name
	}
	return name
}

func (p profile) MarshalText() ([]byte, error) { return []byte(p.Key), nil }

func (p *profile) UnmarshalText(text []byte) error {
	composed, err := calendar.Compose(string(text), mexico.Env().Profiles)
	switch {
	case errors.Is(err, calendar.ErrUnknownProfile):
		return fmt.Errorf("unknown profile: use one of %s", profileKeys())
	case err != nil:
		return err
	}
	return p.set("-profile", composed)
}

func profileKeys() string {
	var keys []string
	for _, p := range mexico.Env().Profiles {
		keys = append(keys, p.Key)
	}
	return strings.Join(keys, ", ")
}

// year is a year of the calendar; zero means no year.
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
		return fmt.Errorf("use a year from %d to %d", calendar.MinYear, calendar.MaxYear)
	}
	*y = year(n)
	return nil
}
