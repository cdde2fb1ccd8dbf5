// Package arguments reads command lines.
package arguments

import "flag"

// Parse reads a command line in which flags may also come after files, and returns the files.
// After --, even as the value of a flag, all arguments are files.
func Parse(flags *flag.FlagSet, args []string) (files []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		rest := flags.Args()
		if end := len(args) - len(rest); len(rest) == 0 || end > 0 && args[end-1] == "--" {
			return append(files, rest...), nil
		}
		files, args = append(files, rest[0]), rest[1:]
	}
}
