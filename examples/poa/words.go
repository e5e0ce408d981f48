package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// message is an error with a sentence in each language.
type message struct{ es, en string }

func (m *message) Error() string { return m.en }

// errorf returns a message. Both formats have the same arguments.
func errorf(es, en string, args ...any) *message {
	return &message{fmt.Sprintf(es, args...), fmt.Sprintf(en, args...)}
}

// usageError is an error in the command line.
type usageError struct{ error }

func (e *usageError) Unwrap() error { return e.error }

func usageErrorf(es, en string, args ...any) error { return &usageError{errorf(es, en, args...)} }

// fileError is the error of an operation on a file.
type fileError struct {
	name  string
	write bool
	err   error
}

func (e *fileError) Error() string { return e.name + ": " + e.err.Error() }

func (e *fileError) Unwrap() error { return e.err }

// language is the language of everything that the tool prints, one of lang.Languages.
type language string

func (l language) MarshalText() ([]byte, error) { return []byte(l), nil }

func (l *language) UnmarshalText(text []byte) error {
	tag, ok := lang.Match(string(text))
	if !ok {
		return errorf("use %s", "use one of %s", strings.Join(lang.Languages(), ", "))
	}
	*l = language(tag)
	return nil
}

func (l language) printer(env *poa.Env) *lang.Printer { return lang.New(string(l), env) }

// pick returns the text in language l.
func (l language) pick(es, en string) string {
	if l == language(lang.Spanish) {
		return es
	}
	return en
}

// languageOf returns the language of a command line before its flags are parsed, so that
// errors in them are in that language too: the last -lang that names one, or Spanish.
func languageOf(args []string) language {
	l := language(lang.Spanish)
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, value, found := strings.Cut(strings.TrimPrefix(arg, "-"), "=")
		if !strings.HasPrefix(arg, "-") || strings.TrimPrefix(name, "-") != "lang" {
			continue
		}
		if !found && i+1 < len(args) {
			value = args[i+1]
		}
		_ = l.UnmarshalText([]byte(value))
	}
	return l
}

// sentence returns an error as a sentence in language l.
func (l language) sentence(err error) string {
	var m *message
	var file *fileError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &m):
		return l.pick(m.es, m.en)
	case errors.As(err, &file):
		return l.fileSentence(file)
	case errors.As(err, &path):
		return l.fileSentence(&fileError{path.Path, path.Op == "write", path.Err})
	case errors.As(err, &link):
		return l.fileSentence(&fileError{link.New, true, link.Err})
	}
	return l.printer(nil).Error(err)
}

// fileSentence returns what is wrong with a file, with its name and what to do.
func (l language) fileSentence(e *fileError) string {
	es, en := "no se pudo leer %s (%s)", "%s cannot be read (%s)"
	if e.write {
		es, en = "no se pudo escribir en %s (%s)", "%s cannot be written (%s)"
	}
	cause := e.err
	for errors.Unwrap(cause) != nil {
		cause = errors.Unwrap(cause)
	}
	is := func(target error) bool { return errors.Is(e.err, target) }
	switch {
	case is(fs.ErrNotExist) && e.write:
		es, en = "no existe la carpeta de %s: créela o use otra", "the folder of %s does not exist: make it or use another one"
	case is(fs.ErrNotExist):
		es, en = "no existe el archivo %s: revise el nombre y la carpeta", "there is no file %s: check its name and its folder"
	case is(syscall.EROFS):
		es, en = "no se pudo escribir en %s: el disco es de solo lectura", "%s cannot be written: the disk is read-only"
	case is(fs.ErrPermission) && e.write:
		es, en = "no tiene permiso para escribir en %s", "you have no permission to write %s"
	case is(fs.ErrPermission):
		es, en = "no tiene permiso para leer %s", "you have no permission to read %s"
	case is(syscall.EISDIR):
		es, en = "%s es una carpeta: agregue el nombre de un archivo", "%s is a folder: add the name of a file"
	case is(syscall.ENOTDIR):
		es, en = "%s no existe: una parte de la ruta es un archivo y no una carpeta", "%s does not exist: a part of its path is a file and not a folder"
	case is(syscall.ENOSPC):
		es, en = "no se pudo escribir en %s: ya no hay espacio en el disco", "%s cannot be written: there is no space left on the disk"
	case is(syscall.ENAMETOOLONG):
		es, en = "el nombre %s es demasiado largo", "the name %s is too long"
	case is(syscall.EINVAL):
		es, en = "el nombre %s no es válido", "the name %s is not valid"
	default:
		return fmt.Sprintf(l.pick(es, en), e.name, cause)
	}
	return fmt.Sprintf(l.pick(es, en), e.name)
}

// list returns words with the last two joined by "y" or "and".
func (l language) list(words []string) string {
	return strings.Join(words, l.pick(" y ", " and "))
}
