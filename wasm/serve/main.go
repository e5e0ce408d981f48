// Command serve runs the planner on one computer. It serves the page of wasm/web, and
// the API of package httpapi with plans in memory.
//
//	go run ./wasm/serve -open
//
// The browser stores the plans of the page under its address. Therefore serve does not
// choose another port if the address is in use. Plans stored through the API are lost
// when it ends.
//
// By default it listens on localhost only. It does no authentication: with another
// -addr, put it behind a server that does.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
	"github.com/rumbo-mx/rumbo/poa/store"
	"github.com/rumbo-mx/rumbo/wasm/internal/release"
	"github.com/rumbo-mx/rumbo/wasm/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, browse)
	stop()
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// run serves until ctx is done. It then finishes the requests in progress.
func run(ctx context.Context, args []string, out io.Writer, browse func(url string) error) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := flags.String("addr", "localhost:8027", "the address to serve on")
	open := flags.Bool("open", false, "open the page in the browser")
	sample := flags.Bool("sample", false, "show the sample plan")
	plans := &memstore.Store{}
	flags.IntVar(&plans.MaxPlans, "plans", 1000, "the maximum number of plans stored through the API")
	flags.IntVar(&plans.MaxRevisions, "revisions", 100_000, "the maximum number of changes of a stored plan")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: see -help", flags.Arg(0))
	}
	listener, err := net.Listen("tcp", *addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%w: if Rumbo is not running already, set another address with -addr", err)
	} else if err != nil {
		return err
	}
	url := address(listener.Addr())
	if *sample {
		url += "#ejemplo"
	}
	fmt.Fprintf(out, "Rumbo %s: %s\nPara terminar, Ctrl+C.\n", version(), url)
	if *open {
		if err := browse(url); err != nil {
			fmt.Fprintln(out, "No se pudo abrir el navegador; abra usted esa dirección:", err)
		}
	}
	return serve(ctx, listener, local(listener.Addr(), handler(plans)))
}

// handler returns the handler of the page and the API. The author of a change is unknown, and
// its day is that of this computer.
func handler(plans store.Store) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", page(web.Page()))
	mux.Handle("/api/", httpapi.New(mexico.Env(), httpapi.Options{
		Version: version(),
		Store:   plans,
		Stamp: func(*http.Request) (string, calendar.Date, error) {
			year, month, day := time.Now().Date()
			today, err := calendar.NewDate(year, int(month), day)
			return "", today, err
		},
		Log: func(r *http.Request, err error) { log.Println(r.URL.Path, err) },
		Report: func(w io.Writer, a *poa.Analysis, language string) error {
			return report.Write(w, a, report.Options{Language: language})
		},
	}))
	return mux
}

// shutdownTimeout limits how long requests in progress may take after serve is stopped.
const shutdownTimeout = 5 * time.Second

func serve(ctx context.Context, listener net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return server.Close()
	}
	return nil
}

// version returns the version of the module from the build information, or else
// release.Version.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return strings.TrimPrefix(info.Main.Version, "v")
	}
	return release.Version
}
