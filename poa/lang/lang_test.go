package lang_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/store"
)

func printers() (es, en *lang.Printer) { return lang.New("es-MX", nil), lang.New("en", nil) }

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		tag, want string
		ok        bool
	}{
		{"es-MX", "es-MX", true},
		{"es", "es-MX", true},
		{"ES-mx", "es-MX", true},
		{"en", "en", true},
		{"en-US", "en", true},
		{"EN", "en", true},
		{"", "es-MX", false},
		{"fr", "es-MX", false},
		{"eng", "es-MX", false},
	} {
		got, ok := lang.Match(c.tag)
		assert.Equal(t, c.want, got, c.tag)
		assert.Equal(t, c.ok, ok, c.tag)
		assert.Equal(t, c.want, lang.New(c.tag, nil).Tag())
	}
}

func TestDates(t *testing.T) {
	es, en := printers()
	d := calendar.MustParseDate
	assert.Equal(t, "4 de enero de 2027", es.Date(d("2027-01-04")))
	assert.Equal(t, "4 January 2027", en.Date(d("2027-01-04")))
	assert.Equal(t, "4 ene 2027", es.DateShort(d("2027-01-04")))
	assert.Equal(t, "4 Jan 2027", en.DateShort(d("2027-01-04")))
	assert.Equal(t, "sin fecha", es.Date(calendar.Date{}))
	assert.Equal(t, "1 de marzo de 0027", es.Date(d("0027-03-01")))
	assert.Equal(t, "miércoles", es.Weekday(calendar.Wednesday))
	assert.Equal(t, "Sunday", en.Weekday(calendar.Sunday))
	assert.Equal(t, "", es.Weekday(0))
	assert.Equal(t, "", es.Weekday(8))
	assert.Equal(t, "septiembre", es.Month(9))
	assert.Equal(t, "sep", es.MonthShort(9))
	assert.Equal(t, "", en.MonthShort(13))
}

func TestSpan(t *testing.T) {
	es, en := printers()
	for _, c := range []struct{ start, end, es, en, short string }{
		{"2027-01-04", "2027-01-15", "4 al 15 de enero de 2027", "4–15 January 2027", "4–15 ene 2027"},
		{"2027-01-28", "2027-02-03", "28 de enero al 3 de febrero de 2027", "28 January – 3 February 2027", "28 ene – 3 feb 2027"},
		{"2026-12-28", "2027-01-03", "28 de diciembre de 2026 al 3 de enero de 2027", "28 December 2026 – 3 January 2027", "28 dic 2026 – 3 ene 2027"},
		{"2027-01-04", "2027-01-04", "4 de enero de 2027", "4 January 2027", "4 ene 2027"},
		{"2027-01-15", "2027-01-04", "15 al 4 de enero de 2027", "15–4 January 2027", "15–4 ene 2027"},
		{"2027-01-04", "", "desde el 4 de enero de 2027", "from 4 January 2027", "4 ene 2027 – —"},
		{"", "2027-01-04", "hasta el 4 de enero de 2027", "until 4 January 2027", "— – 4 ene 2027"},
		{"", "", "sin fechas", "no dates", "—"},
	} {
		var s calendar.Span
		require.NoError(t, s.Start.UnmarshalText([]byte(c.start)))
		require.NoError(t, s.End.UnmarshalText([]byte(c.end)))
		assert.Equal(t, c.es, es.Span(s))
		assert.Equal(t, c.en, en.Span(s))
		assert.Equal(t, c.short, es.SpanShort(s))
	}
}

func TestNumbers(t *testing.T) {
	es, _ := printers()
	for _, c := range []struct{ text, exact, whole string }{
		{"0.00", "$0.00", "$0"},
		{"0.05", "$0.05", "$0"},
		{"-0.05", "-$0.05", "$0"},
		{"999.50", "$999.50", "$1,000"},
		{"1234.50", "$1,234.50", "$1,235"},
		{"-1234567.49", "-$1,234,567.49", "-$1,234,567"},
		{"90071992547409.91", "$90,071,992,547,409.91", "$90,071,992,547,410"},
	} {
		m := budget.MustParseMoney(c.text)
		assert.Equal(t, c.exact, es.Money(m))
		assert.Equal(t, c.whole, es.MoneyWhole(m))
	}
	assert.Equal(t, "1,234.5", es.Number(exact.MustParse("1234.5"), 1))
	assert.Equal(t, "-1,235", es.Number(exact.MustParse("-1234.5"), 0))
	assert.Equal(t, "0.3333", es.NumberExact(exact.MustParse("1/3")))
	assert.Equal(t, "87.5", es.NumberExact(exact.MustParse("87.5")))
	assert.Equal(t, "12", es.NumberExact(exact.Int(12)))
	assert.Equal(t, "87.5%", es.Percent(exact.MustParse("7/8"), 1))
	assert.Equal(t, "Corte al 4 de enero de 2027", es.TextWith("word.as-of", norm.Arg{Name: "date", Value: calendar.MustDate(2027, 1, 4)}))
	assert.Equal(t, "1 día hábil", es.Count(1, "business-day"))
	assert.Equal(t, "0 días hábiles", es.Count(0, "business-day"))
	assert.Equal(t, "1,250 días hábiles", es.Count(1250, "business-day"))
}

func TestAmountInWords(t *testing.T) {
	es, en := printers()
	for _, c := range []struct{ amount, es, en string }{
		{"0.00", "Cero pesos 00/100 M.N.", "Zero pesos 00/100 M.N."},
		{"0.50", "Cero pesos 50/100 M.N.", "Zero pesos 50/100 M.N."},
		{"1.00", "Un peso 00/100 M.N.", "One peso 00/100 M.N."},
		{"21.05", "Veintiún pesos 05/100 M.N.", "Twenty-one pesos 05/100 M.N."},
		{"31.00", "Treinta y un pesos 00/100 M.N.", "Thirty-one pesos 00/100 M.N."},
		{"100.00", "Cien pesos 00/100 M.N.", "One hundred pesos 00/100 M.N."},
		{"101.00", "Ciento un pesos 00/100 M.N.", "One hundred one pesos 00/100 M.N."},
		{"1234.50", "Un mil doscientos treinta y cuatro pesos 50/100 M.N.", "One thousand two hundred thirty-four pesos 50/100 M.N."},
		{"21000.00", "Veintiún mil pesos 00/100 M.N.", "Twenty-one thousand pesos 00/100 M.N."},
		{"100000.00", "Cien mil pesos 00/100 M.N.", "One hundred thousand pesos 00/100 M.N."},
		{"1000000.00", "Un millón de pesos 00/100 M.N.", "One million pesos 00/100 M.N."},
		{"1000001.00", "Un millón un pesos 00/100 M.N.", "One million one pesos 00/100 M.N."},
		{"2500000.00", "Dos millones quinientos mil pesos 00/100 M.N.", "Two million five hundred thousand pesos 00/100 M.N."},
		{"1000000000.00", "Un mil millones de pesos 00/100 M.N.", "One billion pesos 00/100 M.N."},
		{"-716.22", "Menos setecientos dieciséis pesos 22/100 M.N.", "Minus seven hundred sixteen pesos 22/100 M.N."},
		{
			"90071992547409.91", "Noventa billones setenta y un mil novecientos noventa y dos millones quinientos cuarenta y siete mil cuatrocientos nueve pesos 91/100 M.N.",
			"Ninety trillion seventy-one billion nine hundred ninety-two million five hundred forty-seven thousand four hundred nine pesos 91/100 M.N.",
		},
	} {
		m := budget.MustParseMoney(c.amount)
		assert.Equal(t, c.es, es.AmountInWords(m))
		assert.Equal(t, c.en, en.AmountInWords(m))
	}
}

// An amount in words, parsed word by word, is the original amount.
func TestAmountInWordsRoundTrip(t *testing.T) {
	values := map[string]int64{
		"cero": 0, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
		"diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
		"dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiún": 21, "veintidós": 22, "veintitrés": 23,
		"veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
		"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
		"cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500,
		"seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
	}
	es, _ := printers()
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.IntRange(1, 15).Draw(t, "digits")
		c := rapid.Int64Range(0, budget.MaxCentavos).Draw(t, "centavos")
		for range 16 - digits {
			c /= 10
		}
		m, err := budget.Centavos(c)
		require.NoError(t, err)
		text := strings.ToLower(es.AmountInWords(m))
		words, cents, ok := strings.Cut(text, " peso")
		require.True(t, ok, text)
		var total, group, thousands int64
		for _, w := range strings.Fields(words) {
			switch w {
			case "y", "de":
			case "mil":
				thousands, group = group*1000, 0
			case "millón", "millones":
				total, thousands, group = total+(thousands+group)*1_000_000, 0, 0
			case "billón", "billones":
				total, thousands, group = total+(thousands+group)*1_000_000_000_000, 0, 0
			default:
				v, ok := values[w]
				require.True(t, ok, "%q of %q", w, text)
				group += v
			}
		}
		total += thousands + group
		assert.Equal(t, c/100, total, text)
		assert.Equal(t, fmt.Sprintf("%02d/100 m.n.", c%100), strings.TrimLeft(cents, "s "), text)
	})
}

func TestFinding(t *testing.T) {
	es, en := printers()
	d := calendar.MustParseDate
	blackout := norm.Finding{
		Severity: norm.Warning, Code: "campaign.inside-blackout", Path: "campaigns[fiestas].span",
		Basis: &norm.Basis{Law: "LGCS", Article: "21", Fraction: norm.NoFraction, Status: norm.Projected},
	}.With("name", norm.Text("Fiestas patronales")).
		With("blackout", norm.Citation{ES: "Campañas 2027", EN: "2027 campaigns"}).
		With("start", d("2027-04-04")).With("end", d("2027-06-06")).
		With("overlapStart", d("2027-05-01")).With("overlapEnd", d("2027-05-31"))
	assert.Equal(t, "La campaña “Fiestas patronales” coincide del 1 al 31 de mayo de 2027 con “Campañas 2027” (proyectada), que va del 4 de abril al 6 de junio de 2027: en ese tiempo se suspenden las campañas gubernamentales.",
		es.Finding(blackout))
	withDate := blackout.With("requestBy", d("2027-02-03"))
	assert.Equal(t, "The campaign “Fiestas patronales” shares 1–31 May 2027 with “2027 campaigns” (projected), 4 April – 6 June 2027: in that time government campaigns are suspended. An exception must be requested by 3 February 2027.",
		en.Finding(withDate))
	withDate.Basis = &norm.Basis{Status: norm.Sourced}
	assert.NotContains(t, es.Finding(withDate), "proyectada")
	assert.NotContains(t, es.Finding(blackout.With("requestBy", calendar.Date{})), "excepción")

	one := norm.Finding{Code: "value.illustrative", Path: "activities"}.With("count", norm.Count(1))
	many := norm.Finding{Code: "value.illustrative", Path: "lines"}.With("count", norm.Count(1200))
	assert.Equal(t, "Queda 1 valor ilustrativo: sustitúyalo por el dato real antes de aprobar el plan.", es.Finding(one))
	assert.Equal(t, "1,200 illustrative values remain: replace them with the real figures before the plan is approved.", en.Finding(many))

	year := norm.Finding{Code: "period.outside-year"}.With("name", norm.Text("")).
		With("start", d("2026-12-01")).With("end", d("2027-04-30")).With("year", norm.Count(2027))
	assert.Equal(t, "El periodo “sin nombre” (1 de diciembre de 2026 al 30 de abril de 2027) no está dentro del ejercicio fiscal 2027.", es.Finding(year))

	order := norm.Finding{Code: "budget.moments-out-of-order"}.With("line", norm.Text("Papelería")).
		With("moment", budget.MomentPaid).With("amount", budget.MustParseMoney("1500.00")).
		With("previous", budget.MomentExercised).With("limit", budget.MustParseMoney("1000.00"))
	assert.Equal(t, "La partida “Papelería” tiene $1,500.00 en “Pagado”, más de lo que hay en “Ejercido”: $1,000.00.", es.Finding(order))

	assert.Equal(t, "town.own-rule", es.Finding(norm.Finding{Code: "town.own-rule"}), "a code without a text is returned")
}

func TestEnvOverridesTexts(t *testing.T) {
	env := &poa.Env{Text: func(language, key string) (string, bool) {
		switch {
		case key == "town.feast" && language == "es-MX":
			return "La feria dura {days} {days|día|días}.", true
		case key == "heading.periods":
			return "Etapas", true
		}
		return "", false
	}}
	p := lang.New("es", env)
	assert.Equal(t, "La feria dura 9 días.", p.Finding(norm.Finding{Code: "town.feast"}.With("days", norm.Count(9))))
	assert.Equal(t, "Etapas", p.Text("heading.periods"))
	assert.Equal(t, "Actividades", p.Text("heading.activities"))
	assert.Equal(t, "no.such-key", p.Text("no.such-key"))
}

func TestError(t *testing.T) {
	es, en := printers()
	closed := &poa.Refusal{Err: poa.ErrPeriodClosed, Path: "progress[p1]", With: []norm.Arg{
		{Name: "period", Value: norm.Text("Mayo")}, {Name: "date", Value: calendar.MustParseDate("2027-06-04")},
	}}
	assert.Equal(t, "El periodo “Mayo” ya está cerrado desde el 4 de junio de 2027: regístrelo en un periodo posterior o reabra el periodo.", es.Error(closed))
	assert.Equal(t, "The period “Mayo” is closed since 4 June 2027: record it in a later one, or reopen the period.", en.Error(fmt.Errorf("saving: %w", closed)))
	assert.Equal(t, "Otra persona guardó antes que usted: vuelva a cargar el plan y repita el cambio.", es.Error(store.ErrConflict))
	gone := &poa.Refusal{Err: poa.ErrNotFound, Path: "activities[x].span.end"}
	assert.Equal(t, "Ya no existe: la fecha de término de la actividad. Es posible que el plan haya cambiado.", es.Error(gone))
	assert.Equal(t, "disk full", es.Error(errors.New("disk full")))
	assert.Equal(t, "", es.Error(nil))
}

func TestHistory(t *testing.T) {
	es, en := printers()
	set := func(paths ...norm.Path) *poa.Change {
		c := &poa.Change{}
		for _, p := range paths {
			c.Edits = append(c.Edits, norm.Edit{Op: norm.OpSet, Path: p})
		}
		return c
	}
	for _, c := range []struct {
		command poa.Command
		es, en  string
	}{
		{set("activities[a].name"), "Cambiar el nombre de la actividad", "Change the name of the activity"},
		{set("activities[a].span.end"), "Cambiar la fecha de término de la actividad", "Change the end date of the activity"},
		{set("activities[a].span.start", "activities[a].span.end"), "Cambiar las fechas de la actividad", "Change the dates of the activity"},
		{set("activities[a].targets.3"), "Cambiar las metas mensuales de la actividad", "Change the monthly targets of the activity"},
		{set("activities[a].name", "mission"), "Cambiar el nombre de la actividad y 1 cambio más", "Change the name of the activity and 1 more change"},
		{set("mission"), "Cambiar la misión", "Change the mission"},
		{set("office.name"), "Cambiar el nombre de la oficina", "Change the name of the office"},
		{set("campaigns[c].media[m].cost"), "Cambiar el costo de la línea del plan de medios", "Change the cost of the media plan line"},
		{set("indicators[i].baseline.value"), "Cambiar el valor de la línea base del indicador", "Change the value of the baseline of the indicator"},
		{set("posts[p].unheard"), "Cambiar posts[p].unheard", "Change posts[p].unheard"},
		{&poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "periods"}}}, "Agregar un periodo", "Add a period"},
		{&poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "posts[p]"}}}, "Quitar el puesto", "Remove the post"},
		{&poa.Change{Edits: []norm.Edit{{Op: norm.OpMove, Path: "campaigns[c].media[m]"}}}, "Mover la línea del plan de medios", "Move the media plan line"},
		{&poa.Change{Unmark: []norm.Path{"mission"}}, "Confirmar el valor ilustrativo", "Confirm the illustrative value"},
		{&poa.Change{Pending: []poa.Pending{{Path: "activities[a].span.end", Text: "31/02"}}}, "Escribir la fecha de término de la actividad", "Type the end date of the activity"},
		{&poa.ClosePeriod{}, "Cerrar un periodo", "Close a period"},
		{&poa.RecordProgress{}, "Registrar avance", "Record progress"},
		{&poa.Measure{}, "Registrar medición de un indicador", "Record a measurement"},
		{&poa.PostEntries{}, "Registrar en el presupuesto", "Post to the ledger"},
	} {
		assert.Equal(t, c.es, es.History(c.command))
		assert.Equal(t, c.en, en.History(c.command))
	}
	assert.Equal(t, "", es.History())
	assert.Equal(t, "Cambiar la misión y 1 cambio más", es.History(set("mission"), &poa.ClosePeriod{}))
	assert.Equal(t, "el plan", es.Place(""))
	assert.Equal(t, "a[", es.Place("a["))
}

func TestBadges(t *testing.T) {
	es, en := printers()
	seen := map[string]bool{}
	for l := kpi.LightOnTarget; l <= kpi.LightNoData; l++ {
		b := es.Light(l)
		assert.False(t, seen[b.Shape], "two lights share %s", b.Shape)
		seen[b.Shape] = true
	}
	assert.Equal(t, lang.Badge{Key: "at-risk", Label: "En riesgo", Shape: "◆", Tone: "risk"}, es.Light(kpi.LightAtRisk))
	assert.Equal(t, lang.Badge{Key: "late", Label: "Late", Shape: "■", Tone: "bad"}, en.State(poa.StateLate))
	assert.Equal(t, lang.Badge{Key: "blocking", Label: "Impide cerrar", Shape: "■", Tone: "bad"}, es.Severity(norm.Blocking))
	assert.Equal(t, lang.Badge{Key: "projected", Label: "Proyectado", Shape: "◇", Tone: "run"}, es.Status(norm.Projected))
	assert.Equal(t, "sin especificar", es.State(0).Label)
}
