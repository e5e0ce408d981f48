package poa

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// bigDocument returns a document with n activities and the elements that they refer to.
func bigDocument(n int) *Document {
	day := func(i int) calendar.Date { return calendar.MustDate(2027, 1, 4).AddDays(i % 300) }
	d := &Document{
		Schema: Schema, ID: "big", Title: "Plan Operativo Anual de Comunicación Social", FiscalYear: 2027,
		Office:   Office{Name: "Dirección de Comunicación Social", Municipality: "Valle de Juárez", State: "Jalisco", INEGI: "14112"},
		Calendar: "jalisco",
	}
	for i := range 4 {
		d.Periods = append(d.Periods, &Period{ID: fmt.Sprint("q", i+1), Name: fmt.Sprint("Periodo ", i+1), Span: calendar.Span{Start: day(90 * i), End: day(90*i + 80)}})
		d.Channels = append(d.Channels, &Channel{ID: fmt.Sprint("ch", i), Name: "Perifoneo", Kind: ChannelLoudspeaker})
		d.Posts = append(d.Posts, &Post{ID: fmt.Sprint("post", i), Name: "Auxiliar de diseño", Monthly: budget.MustParseMoney("12345.50")})
	}
	for i := range n {
		a := &Activity{
			ID: fmt.Sprint("a", i), Key: fmt.Sprintf("%02d.%04d", i%7, i), Name: fmt.Sprint("Producir y difundir cápsulas informativas de la administración, número ", i),
			Period: fmt.Sprint("q", i%4+1), Span: calendar.Span{Start: day(i), End: day(i + 30)}, Responsible: fmt.Sprint("post", i%4), Unit: "cápsula",
			Channels: []string{"ch0", fmt.Sprint("ch", 1+i%3)}, Verification: "Carpeta de evidencias, bitácora y capturas de pantalla",
		}
		for m := range a.Targets {
			a.Targets[m] = exact.MustParse(fmt.Sprint((i + m) % 9))
		}
		d.Activities = append(d.Activities, a)
	}
	for i := range n / 10 {
		l := &budget.Line{ID: fmt.Sprint("l", i), Name: "Servicios de difusión", Item: "361", Activities: []string{fmt.Sprint("a", i)}}
		for m := range l.Months {
			l.Months[m] = budget.MustParseMoney(fmt.Sprintf("%d.25", 1000+i))
		}
		d.Lines = append(d.Lines, l)
	}
	return d
}

func BenchmarkPlanDecode(b *testing.B) {
	data := bigDocument(10_000).AppendJSON(nil)
	b.Run("impl=rumbo", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := DecodeDocument(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("impl=encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var d Document
			if err := json.Unmarshal(data, &d); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkPlanEncode(b *testing.B) {
	d := bigDocument(10_000)
	buf := d.AppendJSON(nil)
	b.Run("impl=rumbo", func(b *testing.B) {
		b.SetBytes(int64(len(buf)))
		for b.Loop() {
			buf = d.AppendJSON(buf[:0])
		}
	})
	b.Run("impl=encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(buf)))
		for b.Loop() {
			if _, err := json.Marshal(d); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSetValue(b *testing.B) {
	d := bigDocument(10_000)
	for b.Loop() {
		draft := *d
		if _, err := setValue(&draft, "activities[a5000].span.end", `"2027-12-01"`); err != nil {
			b.Fatal(err)
		}
	}
}
