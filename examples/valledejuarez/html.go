package main

import (
	"bytes"
	"os"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// writeReport writes the official document to a file.
func writeReport(path string, a *poa.Analysis, language string) error {
	var page bytes.Buffer
	err := report.Write(&page, a, report.Options{
		Language:   language,
		Prepared:   report.Signatory{Post: "Titular de Comunicación Social"},
		Reviewed:   report.Signatory{Post: "Contraloría Municipal"},
		Authorized: report.Signatory{Post: "Presidencia Municipal"},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(path, page.Bytes(), 0o644)
}
