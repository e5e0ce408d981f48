package house

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dependency is a direct dependency of a manifest, which has its version, and its licence
// if that is known without asking a registry.
type dependency struct{ manifest, name, version, licence string }

// Each direct dependency of each manifest has a line in DEPENDENCIES.md with its version,
// its licence and a reason, and each line is about one.
func TestDependencies(t *testing.T) {
	type key struct{ manifest, name string }
	lines := map[key][]string{}
	body, err := os.ReadFile(filepath.Join(root, "DEPENDENCIES.md"))
	require.NoError(t, err)
	for line := range strings.Lines(string(body)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 5 || strings.HasPrefix(cells[0], "-") || strings.TrimSpace(cells[0]) == "manifest" {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		k := key{cells[0], cells[1]}
		assert.Nil(t, lines[k], "DEPENDENCIES.md has two lines for %s of %s", k.name, k.manifest)
		lines[k] = cells
	}
	found := directDependencies(t)
	require.NotEmpty(t, found)
	for _, d := range found {
		k := key{d.manifest, d.name}
		line := lines[k]
		delete(lines, k)
		if line == nil {
			t.Errorf("%s depends on %s %s: write in DEPENDENCIES.md its licence and why it is needed", d.manifest, d.name, d.version)
			continue
		}
		t.Logf("%s: %s %s, %s: %s", d.manifest, d.name, line[2], line[3], line[4])
		assert.Equal(t, d.version, line[2], "the version of %s in DEPENDENCIES.md", d.name)
		assert.NotEmpty(t, line[3], "the licence of %s in DEPENDENCIES.md", d.name)
		assert.GreaterOrEqual(t, len(line[4]), 5, "the reason for %s in DEPENDENCIES.md", d.name)
		if d.licence != "" {
			assert.Equal(t, d.licence, line[3], "the licence of %s in DEPENDENCIES.md", d.name)
		}
	}
	for k := range lines {
		t.Errorf("DEPENDENCIES.md has a line for %s, on which %s does not depend", k.name, k.manifest)
	}
}

// directDependencies returns the direct dependencies of every manifest of the repository.
func directDependencies(t *testing.T) []dependency {
	t.Helper()
	var list []dependency
	for _, name := range tracked(t) {
		switch {
		case strings.Contains(name, "testdata/"):
		case path.Ext(name) == ".mod":
			list = append(list, goDependencies(t, name)...)
		case path.Base(name) == "package.json":
			list = append(list, npmDependencies(t, name)...)
		}
	}
	return list
}

// goDependencies returns the direct requirements of a go.mod file, or the modules of its
// tools. The licence is that of the module's file in the module cache.
func goDependencies(t *testing.T, manifest string) []dependency {
	t.Helper()
	var mod struct {
		Module  struct{ Path string }
		Require []struct {
			Path, Version string
			Indirect      bool
		}
		Tool []struct{ Path string }
	}
	require.NoError(t, json.Unmarshal(run(t, nil, "go", "mod", "edit", "-json", manifest), &mod))
	var list []dependency
	for _, r := range mod.Require {
		direct := !r.Indirect
		for _, tool := range mod.Tool {
			direct = direct || inside(tool.Path, r.Path)
		}
		if !direct || inside(mod.Module.Path, r.Path) {
			continue
		}
		args := []string{"-C", path.Dir(manifest), "list", "-m", "-f", "{{.Dir}}", r.Path}
		if path.Base(manifest) != "go.mod" {
			args = []string{"list", "-modfile=" + manifest, "-m", "-f", "{{.Dir}}", r.Path}
		}
		dir := strings.TrimSpace(string(run(t, nil, "go", args...)))
		list = append(list, dependency{manifest, r.Path, r.Version, licenceIn(t, dir)})
	}
	return list
}

// licenceIn returns the SPDX name of the licence in the folder of a module, or "" if the
// module is not in the module cache.
func licenceIn(t *testing.T, dir string) string {
	t.Helper()
	if dir == "" {
		return ""
	}
	files, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
	require.NoError(t, err)
	require.NotEmpty(t, files, "%s has no licence", dir)
	body, err := os.ReadFile(files[0])
	require.NoError(t, err)
	text := regexp.MustCompile(`\s+`).ReplaceAllString(string(body), " ")
	for _, l := range []struct{ name, phrase string }{
		{"MPL-2.0", "Mozilla Public License Version 2.0"},
		{"Apache-2.0", "Apache License"},
		{"MIT", "Permission is hereby granted, free of charge"},
		{"BSD-3-Clause", "may be used to endorse or promote products"},
		{"BSD-2-Clause", "Redistribution and use in source and binary forms"},
	} {
		if strings.Contains(text, l.phrase) {
			return l.name
		}
	}
	t.Errorf("%s has an unknown licence", files[0])
	return ""
}

// npmDependencies returns the dependencies of a package.json, with the versions and the
// licences that the lock file beside it has.
func npmDependencies(t *testing.T, manifest string) []dependency {
	t.Helper()
	var names struct{ Dependencies, DevDependencies map[string]string }
	var lock struct {
		Packages map[string]struct{ Version, License string }
	}
	for file, into := range map[string]any{manifest: &names, path.Join(path.Dir(manifest), "package-lock.json"): &lock} {
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(body, into))
	}
	var list []dependency
	for _, group := range []map[string]string{names.Dependencies, names.DevDependencies} {
		for name := range group {
			p := lock.Packages["node_modules/"+name]
			require.NotEmpty(t, p.Version, "%s of %s is not in the lock file", name, manifest)
			list = append(list, dependency{manifest, name, p.Version, p.License})
		}
	}
	return list
}
