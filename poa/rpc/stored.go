package rpc

// The parameters and results of the methods of stored plans, for the host that
// adds them. A page that stores nothing does not carry them.

// DecodeCreateParams reads the parameters of create. It refuses them with a
// *poa.DecodeError, as do the others.
func DecodeCreateParams(params string) (CreateParams, error) {
	return read(params, decodeCreateParams)
}

// DecodeLoadParams reads the parameters of load.
func DecodeLoadParams(params string) (LoadParams, error) { return read(params, decodeLoadParams) }

// DecodeAppendParams reads the parameters of append.
func DecodeAppendParams(params string) (AppendParams, error) {
	return read(params, decodeAppendParams)
}

// AppendJSON appends the JSON of the result of create and append to b.
func (r *StoredResult) AppendJSON(b []byte) []byte { return appendStoredResult(b, r) }

// AppendJSON appends the JSON of the result of load to b.
func (r *LoadResult) AppendJSON(b []byte) []byte { return appendLoadResult(b, r) }
