package main

import (
	"os"
)

// asService in the environment has the test's own program be the service.
const asService = "DUNSMS_SERVE_TEST"

// runAsService is main where the environment asks for it.
func runAsService() bool {
	if os.Getenv(asService) == "" {
		return false
	}
	main()
	return true
}
