package main

// usage and usageEnd are what -h prints before and after the flags.
const (
	usage = `presend checks the notices that a lender is about to send against the records
they were made from. Does the text fit its record? Does it break a rule on debt
collection? Does it look like a scam? It also says how to put it right.

usage: presend [flags] [file]

It reads a table with headers (CSV, tabs or semicolons) from the file, or from
standard input. Its output repeats no part of a text or a record.

`
	usageEnd = `
examples:
  presend notices.csv                             a table for people
  presend notices.csv && send notices.csv         send only if nothing was found
  presend -format json < notices.csv              a line for each row
  presend -format csv notices.csv > findings.csv  for Excel
  presend -format sarif notices.csv > log.sarif   for tools that read SARIF
  presend -columns text=短信,name=客户 notices.csv

exit status:
  0    nothing was found
  1    something was found
  2    a mistake in the command line, or something could not be read or written
  130  interrupted by Ctrl-C or SIGTERM
  141  whatever read the output stopped reading
`
)
