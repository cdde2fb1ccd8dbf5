module github.com/dunsms/dunsms

go 1.26

require (
	github.com/dlclark/regexp2 v1.12.0 // indirect
	github.com/stretchr/testify v1.12.1 // indirect
	github.com/yanyiwu/gojieba v1.4.6 // indirect
	golang.org/x/text v0.43.0 // indirect
)
