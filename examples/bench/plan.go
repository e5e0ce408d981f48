package bench

import (
	"fmt"
	"math/rand/v2"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/pbr"
	"github.com/rumbo-mx/rumbo/poa"
)

// Today is the day on which the plans are analyzed: in the middle of their year.
var Today = calendar.MustDate(2027, 5, 10)

// Document returns a plan of n activities such as the offices of a whole municipality
// would write: four quarters, posts, channels, activities with targets in their months, a
// budget line for every tenth activity, campaigns outside the blackout, indicators with
// one quarter measured, and the progress so far. A few activities have no responsible
// post, so that there are findings.
func Document(n int) *poa.Document {
	r := seeded(uint64(n))
	d := &poa.Document{
		Schema: poa.Schema, ID: fmt.Sprint("municipio-", n), Title: "Programa Operativo Anual 2027", FiscalYear: 2027,
		Office:  poa.Office{Name: "Coordinación General de Gabinete", Key: "UR-01", Municipality: "Valle de Juárez", State: "Jalisco", INEGI: "14112"},
		Mission: "Servir a la ciudadanía con oficio, a tiempo y con cuentas claras.",
		Vision:  "Ser un gobierno del que la gente se sienta parte.", Calendar: "jalisco",
		Norm: poa.NormRef{ID: "mx", Verified: mx.Checked()},
	}
	for i, m := range mx.Mandates() {
		d.Administrations = append(d.Administrations, &poa.Administration{ID: fmt.Sprint("adm-", i), Name: m.Name.ES, Span: m.Span, Status: m.Status})
	}
	for q, span := range term.Quarterly.Periods(2027) {
		d.Periods = append(d.Periods, &poa.Period{ID: fmt.Sprint("q", q+1), Name: quarters[q], Span: span})
	}
	for i := range 40 {
		d.Posts = append(d.Posts, &poa.Post{
			ID: fmt.Sprintf("post-%02d", i), Name: pick(r, posts) + " de " + pick(r, areas), Holder: pick(r, people),
			Monthly: budget.MustPesos(9_000 + int64(r.IntN(30))*500),
		})
	}
	for i, name := range channels {
		d.Channels = append(d.Channels, &poa.Channel{ID: fmt.Sprint("ch-", i), Name: name, Kind: poa.ChannelKind(1 + i%9), Audience: "Población en general"})
	}
	for i, code := range []string{"11", "15", "16"} {
		d.Funds = append(d.Funds, &budget.Fund{ID: fmt.Sprint("fund-", i), Name: "Fuente " + code, CFF: code, Ceiling: budget.MustPesos(1_000_000_000)})
	}
	for i := range n {
		d.Activities = append(d.Activities, activity(r, i))
	}
	for i := range n / 10 {
		d.Lines = append(d.Lines, line(r, i, n))
	}
	for i := range 12 {
		first := calendar.MustDate(2027, 7+i%6, 5)
		c := &poa.Campaign{
			ID: fmt.Sprint("campaign-", i), Key: fmt.Sprintf("C.%02d", i), Name: "Campaña de " + pick(r, subjects), Kind: poa.CampaignGovernment,
			Objective: "Que la población conozca " + pick(r, subjects), Message: "Contigo, Valle de Juárez", Audience: "Familias del municipio", Population: 5_000,
			Span: calendar.Span{Start: first, End: first.AddDays(20)}, Activities: []string{fmt.Sprint("a", i*7)},
		}
		for j := range 3 {
			c.Media = append(c.Media, &poa.Placement{
				ID: fmt.Sprintf("media-%d-%d", i, j), Channel: fmt.Sprint("ch-", (i+j)%len(channels)), Name: "Pauta " + pick(r, subjects),
				Span: c.Span, Quantity: 1 + r.IntN(40), Unit: "spot", Cost: budget.MustPesos(int64(1_000 + r.IntN(9_000))),
			})
		}
		d.Campaigns = append(d.Campaigns, c)
	}
	indicators(r, d)
	for i, a := range d.Activities {
		if i%100 == 99 {
			continue // its progress was never recorded
		}
		for m := range Today.Month() - 1 {
			if q := a.Targets[m]; !q.IsZero() {
				d.Progress = append(d.Progress, &poa.Progress{
					ID: fmt.Sprintf("p%d-%d", i, m+1), Activity: a.ID, Month: m + 1, Date: calendar.MustDate(2027, m+2, 3), Quantity: q,
					Evidence: fmt.Sprintf("Expediente %05d/2027", i), By: a.Responsible,
				})
			}
		}
	}
	return d
}

// activity returns an activity in one quarter; every thousandth has no responsible post.
func activity(r *rand.Rand, i int) *poa.Activity {
	q := r.IntN(4)
	period := term.Quarterly.Periods(2027)[q]
	start := period.Start.AddDays(r.IntN(50))
	end := start.AddDays(4 + r.IntN(40)) // long enough to contain a business day
	if end.After(period.End) {
		end = period.End
	}
	a := &poa.Activity{
		ID: fmt.Sprint("a", i), Key: fmt.Sprintf("%02d.%05d", 1+i%37, i),
		Name:   pick(r, verbs) + " " + pick(r, subjects) + " en " + pick(r, places),
		Period: fmt.Sprint("q", q+1), Span: calendar.Span{Start: start, End: end}, Unit: pick(r, units),
		Channels:     []string{fmt.Sprint("ch-", r.IntN(len(channels)))},
		Verification: "Carpeta de evidencias, bitácora y oficio de conformidad",
	}
	if i%1000 != 999 {
		a.Responsible = fmt.Sprintf("post-%02d", r.IntN(40))
	}
	for m := start.Month(); m <= end.Month(); m++ {
		a.Targets[m-1] = exact.Int(int64(1 + r.IntN(12)))
	}
	return a
}

func line(r *rand.Rand, i, activities int) *budget.Line {
	l := &budget.Line{
		ID: fmt.Sprint("line-", i), Name: "Gasto de " + pick(r, subjects), Item: pick(r, items), Fund: fmt.Sprint("fund-", r.IntN(3)),
		Activities: []string{fmt.Sprint("a", r.IntN(activities))},
	}
	for m := range l.Months {
		l.Months[m] = budget.MustParseMoney(fmt.Sprintf("%d.%02d", 500+r.IntN(20_000), r.IntN(100)))
	}
	return l
}

func indicators(r *rand.Rand, d *poa.Document) {
	for i, t := range pbr.Catalogue()[:12] {
		ind := t.Indicator(fmt.Sprintf("ind-%02d", i))
		ind.Responsible = "post-00"
		for q, p := range d.Periods {
			ind.Targets = append(ind.Targets, &kpi.Target{ID: fmt.Sprintf("%s-meta-%d", ind.ID, q+1), Span: p.Span, Value: exact.Int(int64(50 + r.IntN(50)))})
		}
		d.Indicators = append(d.Indicators, ind)
		for q, p := range d.Periods[:1] {
			m := &kpi.Measurement{ID: fmt.Sprintf("%s-m-%d", ind.ID, q+1), Indicator: ind.ID, Span: p.Span, Date: p.Span.End.AddDays(5), By: "post-00"}
			for _, v := range ind.Variables {
				value := exact.Int(int64(20 + r.IntN(80)))
				m.Values = append(m.Values, kpi.Reading{Symbol: v.Symbol, Value: &value})
			}
			d.Measurements = append(d.Measurements, m)
		}
	}
}

func pick(r *rand.Rand, words []string) string { return words[r.IntN(len(words))] }

var (
	quarters = []string{"Enero a marzo", "Abril a junio", "Julio a septiembre", "Octubre a diciembre"}
	posts    = []string{"Dirección", "Jefatura", "Auxiliar", "Coordinación", "Enlace"}
	areas    = []string{"Comunicación Social", "Obras Públicas", "Desarrollo Rural", "Servicios Municipales", "Padrón y Licencias", "Cultura", "Deportes"}
	people   = []string{"", "María Guadalupe Contreras", "José Luis Ochoa", "Ana Belén Núñez", "Martín Cárdenas"}
	channels = []string{"Radio comunitaria", "Página del municipio", "Redes sociales", "Perifoneo", "Gaceta", "Lonas", "Módulos", "Asambleas"}
	verbs    = []string{"Producir y difundir", "Supervisar", "Dar mantenimiento a", "Organizar", "Capacitar al personal en", "Elaborar el informe de"}
	subjects = []string{"cápsulas informativas", "la obra pública", "las fiestas patronales", "el alumbrado público", "los talleres de oficios", "la campaña de vacunación", "el padrón de beneficiarios"}
	places   = []string{"la cabecera municipal", "el barrio de Guadalupe", "las comunidades de la sierra", "la unidad deportiva", "la casa de la cultura"}
	units    = []string{"cápsula", "informe", "evento", "reunión", "obra", "taller"}
	items    = []string{"113", "211", "261", "336", "361", "382", "511", "515"}
)
