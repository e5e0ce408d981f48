package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/mx/places"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// newPlan prints the document of an empty plan with four quarters and the office given by
// the flags.
func newPlan(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	p, language := a.profile(), a.lang
	y := year(calendar.DateOf(time.Now()).Year())
	a.TextVar(&y, "year", y, a.pick("el `AÑO` del ejercicio", "the fiscal `YEAR`"))
	id := a.String("id", "", a.pick("la `CLAVE` interna del plan: letras, cifras y -_.: (si no se indica, una al azar)", "the `ID` of the plan: letters, digits and -_.: (default a random UUID)"))
	var office poa.Office
	a.StringVar(&office.Name, "office", "", a.pick("el `NOMBRE` de la oficina", "the `NAME` of the office"))
	a.Func("kind", fmt.Sprintf(a.pick("la `CLASE` de oficina: %s (si no se indica, la que diga su nombre)", "the `KIND` of office: %s (default: what its name indicates)"), officeKinds(s.language)), func(text string) error {
		return setKind(&office, text)
	})
	a.StringVar(&office.Municipality, "municipality", "", a.pick("el `NOMBRE` del municipio", "the `NAME` of the municipality"))
	a.StringVar(&office.State, "state", "", a.pick("el `NOMBRE` de la entidad federativa", "the `NAME` of the state"))
	a.StringVar(&office.INEGI, "inegi", "", a.pick("la `CLAVE` del INEGI del municipio, de cinco cifras", "the five-digit INEGI `CODE` of the municipality"))
	out := a.output(a.pick("el plan", "the document"), true)
	if _, err := a.parse(args); err != nil {
		return failed, err
	}
	if err := checkINEGI(&office); err != nil {
		return failed, &usageError{err}
	}
	if *id == "" {
		random, err := uuid.NewRandom()
		if err != nil {
			return failed, err
		}
		*id = random.String()
	}

	env := mexico.Env()
	printer := language.printer(env)
	doc, err := poa.Empty(*id, int(y))
	if err != nil {
		return failed, &usageError{err}
	}
	for _, period := range doc.Periods {
		months := printer.Months(period.Span.Start.Month(), period.Span.End.Month())
		period.Name = strings.ToUpper(months[:1]) + months[1:]
	}
	doc.Title, doc.Office = printer.Text("word.plan-title"), office
	doc.Norm, doc.Calendar = env.Norm, p.Key
	if p.flag == "" && (office.State != "" || office.INEGI != "") {
		doc.Calendar = env.OfficeCalendar(office)
	}
	plan, err := poa.New(env, doc)
	if err != nil {
		return failed, &usageError{err}
	}

	var page bytes.Buffer
	if err := json.Indent(&page, plan.AppendJSON(nil), "", "  "); err != nil {
		return failed, err
	}
	page.WriteByte('\n')
	err = out.write(s, func(w io.Writer) error {
		_, err := page.WriteTo(w)
		return err
	})
	if err != nil {
		return failed, err
	}
	return clean, nil
}

// officeKinds returns the keys and the names of the kinds of office.
func officeKinds(l language) string {
	var kinds []string
	for _, k := range mx.OfficeKinds() {
		kinds = append(kinds, k.Key+" ("+k.Name.In(string(l))+")")
	}
	return strings.Join(kinds, ", ")
}

// setKind sets the kind of an office to a key, or to the kind with a name.
func setKind(office *poa.Office, text string) error {
	for _, k := range mx.OfficeKinds() {
		if text == k.Key || strings.EqualFold(text, k.Name.ES) || strings.EqualFold(text, k.Name.EN) {
			office.Kind = k.Key
			return nil
		}
	}
	m := errorf("no hay esa clase de oficina", "there is no such kind of office")
	meant := term.KindOf(text, mx.OfficeKinds())
	for _, k := range mx.OfficeKinds() {
		if names := strings.ToLower(k.Name.ES + "\n" + k.Name.EN); meant == "" && len(text) > 3 && strings.Contains(names, strings.ToLower(text)) {
			meant = k.Key
		}
	}
	if meant != "" {
		m = m.with("; ¿es "+meant+"?", "; is it "+meant+"?")
	}
	return m.with(". Use una de: "+officeKinds(language(lang.Spanish)), ". Use one of: "+officeKinds("en"))
}

// checkINEGI returns an error for the code of no municipality, with the one that may be
// meant: spreadsheets drop the zero at the beginning.
func checkINEGI(office *poa.Office) error {
	code := office.INEGI
	if _, ok := places.ByCode(code); ok || code == "" {
		return nil
	}
	state, _ := places.EntityOf(office.State)
	if m, ok := places.Recover(code, state); ok {
		return errorf("-inegi %q: la clave tiene cinco cifras: ¿es %s, %s?", "-inegi %q: the code has five digits: is it %s, %s?", code, m.Code(), m.String())
	}
	if len(code) == 5 && strings.Trim(code, "0123456789") == "" {
		return errorf("-inegi %q: ningún municipio tiene esa clave: revísela en el catálogo del INEGI", "-inegi %q: no municipality has that code: look it up in the catalogue of INEGI", code)
	}
	return errorf("-inegi %q: la clave son cinco cifras, dos de la entidad y tres del municipio, por ejemplo 14112", "-inegi %q: the code is five digits, two of the state and three of the municipality, as in 14112", code)
}
