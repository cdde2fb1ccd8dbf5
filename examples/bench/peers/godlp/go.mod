module github.com/dunsms/dunsms/examples/bench/peers/godlp

go 1.26.0

require github.com/bytedance/godlp v1.2.15

require gopkg.in/yaml.v2 v2.4.0 // indirect
