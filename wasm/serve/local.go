package main

import (
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
)

// address returns the URL of the page for a browser on this computer.
func address(a net.Addr) string {
	host, port := "localhost", ""
	if tcp, ok := a.(*net.TCPAddr); ok {
		port = strconv.Itoa(tcp.Port)
		if !tcp.IP.IsUnspecified() && !tcp.IP.IsLoopback() {
			host = tcp.IP.String()
		}
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// local returns h if a is not a loopback address. Otherwise it returns a handler that
// rejects requests with a Host other than localhost or a loopback address, so that
// another site cannot reach the API by DNS rebinding.
func local(a net.Addr, h http.Handler) http.Handler {
	if tcp, ok := a.(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		return h
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil { // there is no port
			host = r.Host
			if inner, ok := strings.CutPrefix(host, "["); ok {
				host = strings.TrimSuffix(inner, "]") // an IPv6 address
			}
		}
		if ip := net.ParseIP(host); host != "localhost" && !ip.IsLoopback() {
			http.Error(w, "serve: use localhost as the host", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// browse opens a URL in the default browser.
func browse(url string) error {
	var command *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		command = exec.Command("open", url)
	default:
		command = exec.Command("xdg-open", url)
	}
	if err := command.Start(); err != nil {
		return err
	}
	go func() { _ = command.Wait() }() // release the resources of the process
	return nil
}
