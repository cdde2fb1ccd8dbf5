package dunsms

// Version is the version of the module, after semver.org. The evidence record of
// package remedy names the version that was built in, as the go command knows it.
const Version = "0.1.0"
