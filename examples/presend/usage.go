package main

// usage and usageEnd are what -h prints before and after the flags.
const (
	usage = `presend checks the notices that a lender is about to send against the records
they were made from: does the text fit its record, does it break a rule on
collection, does it look like a scam, and how would it be put right.

usage: presend [flags] [file]

It reads a table with headers (CSV, tabs or semicolons) from the file, or from
standard input, and writes nothing of a text or a record.

`
	usageEnd = `
examples:
  presend notices.csv                             a table for people
  presend notices.csv && send notices.csv         send only what is clean
  presend -format json < notices.csv              a line for each row
  presend -format csv notices.csv > findings.csv  for Excel
  presend -format sarif notices.csv > log.sarif   for tools that read SARIF
  presend -columns text=短信,name=客户 notices.csv

exit status:
  0    nothing was found
  1    something was found
  2    wrong use, or an input, a row or an output that cannot be read or written
  130  Ctrl-C or SIGTERM
  141  the reader of the output went away
`
)
