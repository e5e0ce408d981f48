package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/poa"
)

// output is the flag -o: where a document is written.
type output struct {
	file string
	// keep refuses to replace a file with another content.
	keep bool
}

// output adds the flag -o. If keep is set, an existing file is not replaced.
func (a arguments) output(what string, keep bool) *output {
	o := &output{keep: keep}
	rule := a.pick("se reemplaza, salvo que sea un plan", "is replaced, unless it is a plan")
	if keep {
		rule = a.pick("no se reemplaza", "is not replaced")
	}
	a.StringVar(&o.file, "o", "-", fmt.Sprintf(a.pick("escribe %s en el archivo `SALIDA`, completo o nada; si ya existe, %s. \"-\" es la salida estándar",
		"write %s to `OUT`, at once or not at all; an existing file %s. \"-\" is standard output"), what, rule))
	return o
}

// write calls encode and writes its result to the file or to standard output. A file is
// written under another name first and then renamed, so that it is never incomplete.
func (o *output) write(s streams, encode func(io.Writer) error) error {
	if o.file == "-" || o.file == "" {
		return encode(s.out)
	}
	var b bytes.Buffer
	w := terminal.NewWriter(&b) // the same bytes as on standard output
	if err := encode(w); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return o.replace(b.Bytes())
}

func (o *output) replace(data []byte) error {
	name := o.file
	if resolved, err := filepath.EvalSymlinks(name); err == nil {
		name = resolved
	}
	mode := fs.FileMode(0o644)
	switch info, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return &fileError{name, true, err}
	case info.IsDir():
		return &fileError{"-o " + o.file, true, syscall.EISDIR}
	case !info.Mode().IsRegular(): // a device or a pipe
		if err := os.WriteFile(name, data, mode); err != nil {
			return &fileError{name, true, err}
		}
		return nil
	default:
		before, err := os.ReadFile(name)
		if err != nil {
			return &fileError{name, false, err}
		}
		if bytes.Equal(before, data) {
			return nil
		}
		if o.keep {
			return errorf("-o %s: el archivo ya existe y no se reemplaza: use otro nombre o quítelo antes", "-o %s: the file exists and is not replaced: use another name, or remove it first", o.file)
		}
		if _, err := poa.DecodeDocument(before); err == nil {
			return errorf("-o %s: es un plan, que se perdería: use otro archivo", "-o %s: it is a plan, which would be lost: use another file", o.file)
		}
		mode = info.Mode().Perm()
	}
	return replaceFile(name, data, mode)
}

// replaceFile writes data to a new file beside name, and gives it that name.
func replaceFile(name string, data []byte, mode fs.FileMode) error {
	var random [6]byte
	for i := range random {
		random[i] = byte(rand.Uint32())
	}
	temporary := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+hex.EncodeToString(random[:]))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return &fileError{name, true, err}
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		_ = os.Remove(temporary)
		return &fileError{name, true, err}
	}
	return nil
}
