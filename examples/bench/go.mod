module github.com/rumbo-mx/rumbo/examples/bench

go 1.24

require (
	github.com/govalues/decimal v0.1.36
	github.com/rickar/cal/v2 v2.1.13
	github.com/rumbo-mx/rumbo v0.0.0
)

replace github.com/rumbo-mx/rumbo => ../..
