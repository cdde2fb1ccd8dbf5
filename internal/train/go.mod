module github.com/dunsms/dunsms/internal/train

go 1.26.0
