package mx

import "github.com/rumbo-mx/rumbo/calendar"

// Checked returns the day on which the facts of this package were last held
// against their sources.
func Checked() calendar.Date { return calendar.FromOrdinal(739942) } // 2026-11-22

// checked is Checked as a citation writes it.
const checked = "2026-11-22"

// Profiles returns all profiles of this package, the general law first.
func Profiles() []calendar.Profile {
	return []calendar.Profile{LFT(), Jalisco(), JaliscoWithFederalDays(), APF(), Bancos()}
}

// ProfileByKey returns the profile with that key: "lft", "jalisco",
// "jalisco-federal", "apf" or "bancos".
func ProfileByKey(key string) (p calendar.Profile, ok bool) {
	switch key {
	case "lft":
		return LFT(), true
	case "jalisco":
		return Jalisco(), true
	case "jalisco-federal":
		return JaliscoWithFederalDays(), true
	case "apf":
		return APF(), true
	case "bancos":
		return Bancos(), true
	default:
		return calendar.Profile{}, false
	}
}
