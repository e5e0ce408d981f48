package wire

// Find returns the first error of type T among err and what it wraps. It is
// errors.As without reflection, which weighs 10 kB gzip in the browser.
func Find[T any](err error) (found T, ok bool) {
	for err != nil {
		if found, ok = err.(T); ok {
			return found, true
		}
		wrapper, wraps := err.(interface{ Unwrap() error })
		if !wraps {
			break
		}
		err = wrapper.Unwrap()
	}
	return found, false
}

// Wraps reports whether target is err or an error that it wraps.
func Wraps(err, target error) bool {
	for err != nil && err != target {
		wrapper, wraps := err.(interface{ Unwrap() error })
		if !wraps {
			return false
		}
		err = wrapper.Unwrap()
	}
	return err != nil
}
