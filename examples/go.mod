module github.com/dunsms/dunsms/examples

go 1.26

require github.com/dunsms/dunsms v0.0.0

replace github.com/dunsms/dunsms => ../
