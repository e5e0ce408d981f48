package rpc_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/poa"
)

// The identity has the kinds of office of the norm to choose from, the one that the plan
// gives, also if it is unknown, and the one that the name of the office indicates.
func TestOfficeKind(t *testing.T) {
	for _, test := range []struct {
		name        string
		office      poa.Office
		kind, named string
	}{
		{"by its name", poa.Office{Name: "Dirección de Obras Públicas"}, "", "Obras públicas"},
		{"given", poa.Office{Name: "Comunicación Social", Kind: "treasury"}, "treasury", "Comunicación social"},
		{"unknown", poa.Office{Name: "Oficina", Kind: "obras"}, "obras", ""},
		{"no name", poa.Office{}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, view := opened(t, &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Office: test.office})
			assert.Equal(t, test.kind, view.Identity.OfficeKind)
			assert.Equal(t, test.named, view.Identity.NamedKind)
			labels := map[string]string{}
			for _, c := range view.Identity.OfficeKinds {
				labels[c.Key] = c.Label
			}
			assert.Equal(t, "Tesorería", labels["treasury"])
			assert.Equal(t, "Obras públicas", labels["public-works"])
		})
	}
}
