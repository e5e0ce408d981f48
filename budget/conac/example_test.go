package conac_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// An entity's own specific item is found by its generic item.
func ExampleItem() {
	name, ok := conac.Item("36601")
	fmt.Println(name.ES, ok)
	fmt.Println(name.In("en"))
	_, ok = conac.Item("3600") // a concept: no line can be charged to it
	fmt.Println(ok)
	// Output:
	// Servicio de creación y difusión de contenido exclusivamente a través de Internet true
	// Creation and distribution of content exclusively over the Internet
	// false
}

func ExampleChapter() {
	name, _ := conac.Chapter("5000")
	fmt.Println(name.ES)
	// Output: Bienes muebles, inmuebles e intangibles
}

func ExampleObject() {
	class, _ := conac.Object("52301")
	fmt.Println(class.Code, class.Level, class.Name.ES)
	// Output: 523 item Cámaras fotográficas y de video
}

func ExampleObjects() {
	for class := range conac.Objects {
		if class.Level == conac.LevelConcept && class.Code[0] == '2' {
			fmt.Println(class.Code, class.Name.ES)
		}
		if class.Code == "2200" {
			break
		}
	}
	// Output:
	// 2100 Materiales de administración, emisión de documentos y artículos oficiales
	// 2200 Alimentos y utensilios
}

func ExampleSource() {
	name, _ := conac.Source("11")
	fmt.Println(name.ES, "/", name.EN)
	// Output: Recursos fiscales / Tax revenue
}

func ExampleFundingSourceOf() {
	fund, _ := conac.FundingSourceOf("27")
	fmt.Println(fund.Earmarked, fund.Status == norm.FromMemory)
	// Output: true true
}

func ExampleSpendingType() {
	name, _ := conac.SpendingType("1")
	fmt.Println(name.ES)
	// Output: Gasto corriente
}

func ExampleRules() {
	fmt.Println(conac.Rules().Committed.Cite())
	// Output: LDF art. 13 fr. I
}
