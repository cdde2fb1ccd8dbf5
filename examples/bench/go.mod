module github.com/dunsms/dunsms/examples/bench

go 1.26.0

require (
	github.com/dunsms/dunsms v0.0.0
	github.com/yanyiwu/gojieba v1.4.6
)

require (
	github.com/dlclark/regexp2 v1.12.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/dunsms/dunsms => ../..
