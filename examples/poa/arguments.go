package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// arguments are the flags and operands of one command, with their descriptions in the
// language of the command line.
type arguments struct {
	*flag.FlagSet
	command *command
	streams streams
	// lang is the language of the output. Every command has the flag -lang.
	lang *language
}

func (c *command) arguments(s streams) arguments {
	l := s.language
	a := arguments{flag.NewFlagSet(c.name, flag.ContinueOnError), c, s, &l}
	a.TextVar(a.lang, "lang", language(lang.Spanish), fmt.Sprintf(a.pick("el `IDIOMA` de lo que se imprime: %s", "the `LANGUAGE` of what is printed: %s"),
		strings.Join(lang.Languages(), a.pick(" o ", " or "))))
	*a.lang = s.language // of a flag before the command
	return a
}

func (a arguments) pick(es, en string) string { return a.streams.language.pick(es, en) }

// flagError returns the error for the value of a flag.
func flagError(name, value string, err error) error {
	return errorf("-%s %q: ", "-%s %q: ", name, value).with(language(lang.Spanish).sentence(err), language("en").sentence(err))
}

// valueError returns the error for an operand.
func valueError(value string, err error) error {
	return errorf("%q: ", "%q: ", value).with(language(lang.Spanish).sentence(err), language("en").sentence(err))
}

// with appends a text in each language.
func (m *message) with(es, en string) *message { return &message{m.es + es, m.en + en} }

// parse parses the flags, which may be before, between or after the operands, and returns
// the operands, of which there must be as many as the command has. For -h it prints the
// help and returns flag.ErrHelp. An argument that looks like a flag is an operand of a
// command with any number of operands if it has no such flag: -1,234.50.
func (a arguments) parse(args []string) (operands []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			operands = append(operands, args...)
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			operands = append(operands, arg)
			continue
		}
		name, value, hasValue := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
		f := a.Lookup(name)
		switch {
		case f == nil && (name == "h" || name == "help"):
			if err := write(a.streams.out, a.help()); err != nil {
				return nil, err
			}
			return nil, flag.ErrHelp
		case f == nil && a.command.manyOperands:
			operands = append(operands, arg)
			continue
		case f == nil:
			return nil, usageErrorf("no se conoce la opción %s", "unknown flag %s", arg)
		}
		if isSwitch, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && isSwitch.IsBoolFlag() {
			if value = cmp.Or(value, "true"); a.Set(name, value) != nil {
				return nil, usageErrorf("-%s no lleva valor: escriba -%[1]s, o -%[1]s=false", "-%s takes no value: write -%[1]s, or -%[1]s=false", name)
			}
			continue
		}
		if !hasValue {
			if len(args) == 0 {
				return nil, usageErrorf("a -%s le falta su valor", "-%s needs a value", name)
			}
			value, args = args[0], args[1:]
		}
		if err := a.Set(name, value); err != nil {
			return nil, &usageError{flagError(name, value, err)}
		}
	}
	return operands, a.checkCount(operands)
}

// checkCount returns an error unless there are as many operands as the command has.
func (a arguments) checkCount(operands []string) error {
	es, en := strings.Fields(a.command.operands.es), strings.Fields(a.command.operands.en)
	if len(operands) == len(es) || a.command.manyOperands && len(operands) > 0 {
		return nil
	}
	if len(es) == 0 {
		return usageErrorf("sobra %q: el comando solo lleva opciones", "leave out %q: the command has flags only", operands)
	}
	var given strings.Builder
	if len(operands) > 0 {
		fmt.Fprintf(&given, " %q", operands)
	}
	m := errorf("el comando necesita ", "the command needs ").with(language(lang.Spanish).list(es), language("en").list(en))
	if len(operands) > 0 {
		m = m.with(", y no"+given.String(), ", not"+given.String())
	}
	return &usageError{m.with(": escriba poa "+a.command.name+" "+a.command.operands.es, ": write poa "+a.command.name+" "+a.command.operands.en)}
}

// help returns the description of the command and its flags.
func (a arguments) help() string {
	c := a.command
	var b strings.Builder
	fmt.Fprintln(&b, strings.TrimSpace(a.pick("Uso: poa ", "Usage: poa ")+c.name+a.pick(" [opciones] ", " [flags] ")+a.pick(c.operands.es, c.operands.en)))
	fmt.Fprintf(&b, "\n%s %s.\n\n", c.name, a.pick(c.about.es, c.about.en))
	a.VisitAll(func(f *flag.Flag) {
		name, usage := flag.UnquoteUsage(f)
		if isSwitch, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && isSwitch.IsBoolFlag() {
			name = ""
		}
		fmt.Fprintf(&b, "  %s\n        %s", strings.TrimSpace("-"+f.Name+" "+name), usage)
		if !slices.Contains([]string{"", "-", "0", "false"}, f.DefValue) {
			fmt.Fprintf(&b, a.pick(" (si no se indica: %s)", " (default %s)"), f.DefValue)
		}
		b.WriteByte('\n')
	})
	return b.String()
}

// The flags that several commands share. Their values validate themselves.

// today adds the flag -today, which defaults to the current day.
func (a arguments) today() *day {
	d := now()
	a.TextVar(d, "today", *d, a.pick("la `FECHA` en que se revisa el plan, como 2027-03-15 o 15/03/2027", "the `DATE` of the analysis, as in 2027-03-15 or 15/03/2027"))
	return d
}

// profile adds the flag -profile, which defaults to the profile of an empty plan.
func (a arguments) profile() *profile {
	p := &profile{Profile: mexico.Env().Profiles[0]}
	a.TextVar(p, "profile", *p, fmt.Sprintf(a.pick("el `CALENDARIO`: %s; o varios juntos, como \"jalisco + bancos\"", "the `PROFILE` of the calendar: %s; or several combined, as in \"jalisco + bancos\""), a.profileNames()))
	return p
}

// profileOrPlan also adds the flag -plan, which selects the calendar of a plan, with its
// own days, instead of a profile.
func (a arguments) profileOrPlan() *profile {
	p := a.profile()
	a.Func("plan", a.pick("usa el calendario del plan de ese `ARCHIVO`, con sus días propios, en vez de -profile; - es la entrada estándar",
		"use the calendar of the plan in `FILE`, - for standard input, with its own days, instead of -profile"), func(file string) error {
		return p.fromPlan(file, a.streams)
	})
	return p
}

// format adds the flag -format, the format of a list.
func (a arguments) format() *format {
	f := asCSV
	a.TextVar(&f, "format", f, a.pick("el `FORMATO`: csv (hoja de cálculo), json, ics (agenda) o text (texto)", "the `FORMAT`: csv (spreadsheet), json, ics (calendar) or text"))
	return &f
}

// stamp adds the flag -stamp, the creation date in an ics file, which defaults to the
// current day.
func (a arguments) stamp() *day {
	d := now()
	a.TextVar(d, "stamp", *d, a.pick("la `FECHA` de creación que lleva un archivo ics; con la misma fecha sale el mismo archivo", "the creation `DATE` in an ics file; the same date produces the same file"))
	return d
}

// day is a date that is read as people write it, near the current day.
type day struct{ calendar.Date }

func now() *day { return &day{calendar.DateOf(time.Now())} }

func (d *day) UnmarshalText(text []byte) error {
	parsed, err := input.Date(string(text), now().Date)
	if err == nil {
		d.Date = parsed
	}
	return err
}

// operand parses an operand that is a date.
func (d *day) operand(text string) error {
	if err := d.UnmarshalText([]byte(text)); err != nil {
		return &usageError{err}
	}
	return nil
}

// profile is a calendar profile of Mexico, several combined, or that of a plan.
type profile struct {
	calendar.Profile
	flag string // the flag that set it
	plan string // the id of the plan that it is of, or ""
	of   string // the municipality or the office of the plan
	file string // the file of the plan
	idle int    // the number of own days of the plan without effect
}

// scope identifies the calendar in the UIDs of its days.
func (p *profile) scope() string { return cmp.Or(p.plan, p.Key) }

// set sets the profile for a flag. Only one flag may set it.
func (p *profile) set(flag string, c calendar.Profile) error {
	if p.flag != "" && p.flag != flag {
		return errorf("quite %s o %s: cada una elige un calendario", "leave out %s or %s: each selects a calendar", p.flag, flag)
	}
	p.Profile, p.flag = c, flag
	return nil
}

// fromPlan sets the profile of the plan in a file. It counts the plan's own days that have
// no effect; the command check reports why.
func (p *profile) fromPlan(file string, s streams) error {
	plan, err := openPlan(mexico.Env(), file, s)
	if err != nil {
		return err
	}
	a := plan.Analyze(plan.Year().Start)
	if a.Calendar == nil {
		return errorf("el plan no tiene un año y un calendario válidos: revíselo con poa check %s", "the plan has no valid year and calendar: see poa check %s", strings.TrimPrefix(file, "-"))
	}
	p.idle = 0
	for _, d := range a.OwnDays() {
		if d.Idle {
			p.idle++
		}
	}
	doc := plan.View()
	p.plan, p.of, p.file = doc.ID, cmp.Or(doc.Office.Municipality, doc.Office.Name), file
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
		return errorf("no hay ese calendario: use %s", "unknown profile: use one of %s", profileKeys())
	case err != nil:
		return errorf("esos calendarios no se pueden juntar: escríbalos como \"jalisco + bancos\"", "these profiles cannot be combined: write them as in \"jalisco + bancos\"")
	}
	return p.set("-profile", composed)
}

// profileNames returns the keys of the profiles with their names.
func (a arguments) profileNames() string {
	var names []string
	for _, p := range mexico.Env().Profiles {
		names = append(names, p.Key+" ("+p.Name.In(string(a.streams.language))+")")
	}
	return strings.Join(names, ", ")
}

func profileKeys() string {
	var keys []string
	for _, p := range mexico.Env().Profiles {
		keys = append(keys, p.Key)
	}
	return strings.Join(keys, ", ")
}

// year is a year of four digits; zero means no year.
type year int

func (y year) MarshalText() ([]byte, error) {
	if y == 0 {
		return nil, nil
	}
	return strconv.AppendInt(nil, int64(y), 10), nil
}

func (y *year) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	n, err := strconv.ParseUint(s, 10, 16)
	switch {
	case err == nil && len(s) == 2:
		return errorf("el año lleva cuatro cifras: ¿es 20%s?", "a year has four digits: is it 20%s?", s)
	case err != nil || len(s) != 4 || n < calendar.MinYear:
		return errorf("no es un año: escríbalo con cuatro cifras, de 0001 a 9999, por ejemplo 2027", "it is not a year: write four digits, from 0001 to 9999, as in 2027")
	}
	*y = year(n)
	return nil
}

// count is a number that is not negative.
type count int

func (n count) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(n), 10), nil }

func (n *count) UnmarshalText(text []byte) error {
	v, err := strconv.ParseUint(string(text), 10, 31)
	if err != nil {
		return errorf("no es un número entero de 0 en adelante", "it is not a whole number from 0")
	}
	*n = count(v)
	return nil
}
