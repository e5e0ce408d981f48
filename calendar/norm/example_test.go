package norm_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func ExampleBasis() {
	b := norm.Basis{
		Law: "LGCS", Article: "21", Fraction: norm.NoFraction, Published: "2018-05-11",
		Status: norm.Sourced, Checked: "2026-11-22",
	}
	fmt.Println(b.Cite(), b.Validate())
	// Output: LGCS art. 21 <nil>
}

func ExampleBasis_Validate() {
	fmt.Println(norm.Basis{Law: "LFT", Article: "74"}.Validate())
	// Output: norm: basis LFT art. 74 without a fraction: use NoFraction if the article has no fractions
}

func ExampleLabel_In() {
	l := norm.Label{ES: "Día del Trabajo", EN: "Labour Day"}
	fmt.Println(l.In("es-MX"), "/", l.In("en"))
	// Output: Día del Trabajo / Labour Day
}

func ExamplePath() {
	p := norm.Path("activities").Item("gaceta").Field("span").Field("end")
	fmt.Println(p)
	fmt.Println(p.Within("activities[gaceta]"))
	// Output:
	// activities[gaceta].span.end
	// true
}

func ExamplePath_Under() {
	fmt.Println(norm.Path("span.end").Under("activities[gaceta]"))
	// Output: activities[gaceta].span.end
}

func ExamplePath_Steps() {
	steps, ok := norm.Path("activities[gaceta].name").Steps()
	for _, s := range steps {
		fmt.Println(s.Name, s.ID)
	}
	fmt.Println(ok)
	// Output:
	// activities false
	// gaceta true
	// name false
	// true
}

// The path of a finding is relative to the value that was checked; the caller prefixes
// it with the path of that value.
func ExampleFinding() {
	f := norm.Finding{Severity: norm.Blocking, Code: "activity.end-before-start", Path: "span"}
	f = f.With("name", norm.Text("Gaceta")).Under("activities[gaceta]")
	fmt.Println(f.Severity, f.Code, f.Path)
	// Output: blocking activity.end-before-start activities[gaceta].span
}

func ExampleEnum() {
	certainty := norm.Enum{Unknown: "town: unknown certainty", Keys: []string{1: "certain", 2: "planned"}}
	v := uint8(2)
	fmt.Println(certainty.Key(v))
	fmt.Println(certainty.Parse([]byte("certain"), &v), v)
	fmt.Println(certainty.Parse([]byte("sure"), &v), v)
	_, err := certainty.AppendText(nil, 0)
	fmt.Println(err)
	// Output:
	// planned
	// <nil> 1
	// town: unknown certainty "sure": use one of certain, planned 1
	// town: unknown certainty 0: use one of certain, planned
}

func ExampleAreThousands() {
	fmt.Println(norm.AreThousands([]string{"1", "234", "567"}, []byte("',")))
	fmt.Println(norm.AreThousands([]string{"12", "34"}, []byte(",")))
	// Output:
	// true
	// false
}
