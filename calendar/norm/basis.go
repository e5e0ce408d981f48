package norm

import "errors"

// NoFraction is the Fraction of a rule whose article has no fractions or is cited as a
// whole. An empty Fraction is one that was forgotten, which Basis.Validate rejects.
const NoFraction = "-"

// Basis is the legal source of a rule and its certainty. Dates are ISO 8601 text
// (2006-01-17), for display; package calendar computes with its own Date.
//
// A Basis is a value; copies are independent and safe for concurrent use.
type Basis struct {
	// Law is the short name of the law, as in "LFT".
	Law string `json:"law,omitzero"`
	// Article is the article's number as printed, as in "74" or "41-III-C", or
	// NoFraction for a custom that is in no law.
	Article string `json:"article,omitzero"`
	// Fraction is the fraction, as in "II", or NoFraction.
	Fraction string `json:"fraction,omitzero"`
	// Published is the ISO 8601 date of the official gazette with the text in force.
	// It may be empty only if Status is FromMemory.
	Published string `json:"published,omitzero"`
	// Status is the certainty of the rule.
	Status Status `json:"status,omitzero"`
	// Checked is the ISO 8601 date on which the rule was last checked against its
	// source.
	Checked string `json:"checked,omitzero"`
	// Note is a remark in the norm's own language, or empty.
	Note string `json:"note,omitzero"`
}

// Cite returns the citation in the form of official documents, as in
// "LFT art. 74 fr. II". It is the same in every language.
func (b Basis) Cite() string {
	s := b.Law
	if b.Article != "" && b.Article != NoFraction {
		s += " art. " + b.Article
	}
	if b.Fraction != "" && b.Fraction != NoFraction {
		s += " fr. " + b.Fraction
	}
	return s
}

// IsZero reports whether b is empty.
func (b Basis) IsZero() bool { return b == Basis{} }

// Validate returns an error for the first field that is required but empty or invalid.
// All are required except Note and, if Status is FromMemory, Published.
func (b Basis) Validate() error {
	switch {
	case b.Law == "":
		return errors.New("norm: basis without a law: name the law in Law")
	case b.Article == "":
		return errors.New("norm: basis " + b.Law + " without an article")
	case b.Fraction == "":
		return errors.New("norm: basis " + b.Cite() + " without a fraction: use NoFraction if the article has no fractions")
	case b.Published == "" && b.Status != FromMemory:
		return errors.New("norm: basis " + b.Cite() + " without a publication date: add it, or mark the rule FromMemory")
	case b.Status.String() == "":
		return errors.New("norm: basis " + b.Cite() + " without a status")
	case b.Checked == "":
		return errors.New("norm: basis " + b.Cite() + " without the date it was checked")
	}
	return nil
}

// Label is the name of a rule of a norm, in Spanish and in English. Texts that are not
// part of a norm are in package lang.
type Label struct {
	ES string `json:"es,omitzero"` // Spanish, as in the law or in common use
	EN string `json:"en,omitzero"` // English, for the output in English
}

// In returns the English label for a tag that begins with "en", if there is one, and
// the Spanish label for any other tag.
func (l Label) In(tag string) string {
	if len(tag) >= 2 && tag[:2] == "en" && l.EN != "" {
		return l.EN
	}
	return l.ES
}
