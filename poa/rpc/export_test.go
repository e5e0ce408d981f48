package rpc

// ViewReads returns what each part of a view depends on.
func ViewReads() (reads [][]string) {
	for _, p := range viewParts {
		reads = append(reads, p.reads)
	}
	return reads
}
