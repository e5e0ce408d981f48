# make run and make test are all the set-up there is; the rest is convenience.
# Needs git, make, gcc, Go and Node (20.19 or later).

.DEFAULT_GOAL := help
.PHONY: help run test build engine page worker worker-wasm bench generate format clean

# In the browser nothing is inlined, in Go's own packages neither, except in the calendar:
# that takes a sixth off the download. Opening a plan takes twice the time, an edit 1.6 times;
# with the runtime inlined too it would be 1.4 and 1.2 times, for 31 kB.
RUMBO := github.com/rumbo-mx/rumbo
INLINED := calendar
FLAGS := -gcflags=all=-l $(foreach p,$(INLINED),-gcflags='$(RUMBO)/$(p)=')
STRIP := -ldflags='-s -w'
WASM := GOOS=js GOARCH=wasm go build -tags lean -trimpath -buildvcs=false $(STRIP) $(FLAGS)
JOIN := go run ./wasm/internal/joindata
WEB := wasm/web
WORKER := wasm/worker
LANES ?=

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: page ## build the planner, serve it on this computer and open it with the sample plan
	go run ./wasm/serve -open -sample

test: ## run every check; LANES="vet house" runs some
	@.ci/test $(LANES)

build: page worker ## build the engine, the page and the Worker

engine: ## build engine.wasm and its loader into wasm/web/public
	@mkdir -p $(WEB)/public
	$(WASM) -o $(WEB)/public/engine.wasm ./wasm/engine
	$(JOIN) $(WEB)/public/engine.wasm
	cp "$$(go env GOROOT)/lib/wasm/wasm_exec.js" $(WEB)/public/wasm_exec.js
	@chmod u+w $(WEB)/public/wasm_exec.js

page: engine $(WEB)/node_modules/.package-lock.json ## build the planner's page into wasm/web/dist
	npm --prefix $(WEB) run build
	@touch $(WEB)/dist/.gitkeep

worker: page $(WORKER)/node_modules/.package-lock.json ## build the Cloudflare Worker into wasm/worker/build
	cd $(WORKER) && go tool -modfile=$(CURDIR)/.ci/tools.mod workers-assets-gen -mode=go -o build
	cp -R $(WEB)/dist $(WORKER)/build/page
	rm -f $(WORKER)/build/page/.gitkeep
	cp $(WORKER)/_headers $(WORKER)/build/page/_headers
	$(MAKE) --no-print-directory worker-wasm

worker-wasm: ## build app.wasm alone, which the size check weighs
	@mkdir -p $(WORKER)/build
	$(WASM) -o $(WORKER)/build/app.wasm ./wasm/worker
	$(JOIN) $(WORKER)/build/app.wasm

# npm writes this file last, so it is as new as the packages are.
%/node_modules/.package-lock.json: %/package-lock.json %/package.json
	npm --prefix $* ci --no-audit --no-fund --loglevel=error
	@touch $@

bench: ## compare with the peers: examples/bench, then the ratios
	@mkdir -p bin
	cd examples/bench && go test -run='^$$' -bench=. -benchmem -count=6 ./... | tee $(CURDIR)/bin/bench.txt
	go tool -modfile=.ci/tools.mod benchstat -col /impl bin/bench.txt

generate: ## write the codec, the JSON Schema and the TypeScript types again
	go generate ./...

format: ## format the Go files
	@git ls-files -z --cached --others --exclude-standard '*.go' | xargs -0 -r grep -LZ '^// Code generated .* DO NOT EDIT\.$$' | xargs -0 -r go tool -modfile=.ci/tools.mod gofumpt -w

clean: ## remove what was built; packages of npm and Go's caches stay
	rm -rf bin $(WORKER)/build $(WEB)/public/engine.wasm $(WEB)/public/wasm_exec.js $(WEB)/test-results
	find $(WEB)/dist -mindepth 1 ! -name .gitkeep -delete
