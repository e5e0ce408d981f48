package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// policy is the Content-Security-Policy of the page: that of its meta element, and
// frame-ancestors, which a meta element cannot have.
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// page serves the files of the page. It does not list directories. A file is read and
// compressed when it is first requested, and stays in memory.
func page(files fs.FS) http.Handler {
	var read sync.Map // name → func() (*asset, error)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "serve: use GET or HEAD", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		if info, err := fs.Stat(files, name); err != nil || !info.Mode().IsRegular() || strings.HasPrefix(path.Base(name), ".") {
			http.NotFound(w, r)
			return
		}
		header := w.Header()
		if kind := contentType(path.Ext(name)); kind != "" {
			header.Set("Content-Type", kind)
		}
		header.Set("Cache-Control", cacheControl(name))
		header.Set("Content-Security-Policy", policy)
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("X-Content-Type-Options", "nosniff")
		load, _ := read.LoadOrStore(name, sync.OnceValues(func() (*asset, error) { return newAsset(files, name) }))
		a, err := load.(func() (*asset, error))()
		if err != nil {
			http.NotFound(w, r)
			return
		}
		a.serve(w, r)
	})
}

// asset is a file of the page, with its compressed form if that is smaller.
type asset struct {
	name          string
	plain, packed []byte
	tag           string // without quotes
}

func newAsset(files fs.FS, name string) (*asset, error) {
	plain, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(plain)
	a := &asset{name: name, plain: plain, tag: hex.EncodeToString(sum[:16])}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if b.Len() < len(plain) {
		a.packed = b.Bytes()
	}
	return a, nil
}

// serve answers a request with the file, compressed if the browser accepts gzip, or with
// 304 if the browser has it. Each form has an entity tag of its own.
func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	body, tag := a.plain, a.tag
	if a.packed != nil {
		header.Set("Vary", "Accept-Encoding")
		if acceptsGzip(r.Header.Get("Accept-Encoding")) {
			body, tag = a.packed, a.tag+"-gzip"
			header.Set("Content-Encoding", "gzip")
			header.Set("Content-Length", strconv.Itoa(len(body)))
			r.Header.Del("Range") // of the file, not of its compressed form
		}
	}
	header.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, a.name, time.Time{}, bytes.NewReader(body))
}

// acceptsGzip reports whether a header Accept-Encoding allows gzip.
func acceptsGzip(header string) bool {
	wildcard := false
	for item := range strings.SplitSeq(strings.ToLower(header), ",") {
		coding, quality, _ := strings.Cut(item, ";")
		weight := strings.TrimSpace(quality)
		weight = strings.TrimPrefix(strings.ReplaceAll(weight, " ", ""), "q=")
		allowed := weight == "" || strings.Trim(weight, "0.") != ""
		switch strings.TrimSpace(coding) {
		case "gzip", "x-gzip":
			return allowed
		case "*":
			wildcard = allowed
		}
	}
	return wildcard
}

// contentType returns the type of a file, or "". It does not use package mime, whose types
// depend on the system: browsers do not run scripts or wasm of another type.
func contentType(ext string) string {
	switch ext {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json", ".map":
		return "application/json"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".webmanifest":
		return "application/manifest+json"
	default:
		return ""
	}
}

// cacheControl allows browsers to cache the files with a hash in their names; they must
// revalidate all others.
func cacheControl(name string) string {
	if strings.HasPrefix(name, "assets/") {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}
