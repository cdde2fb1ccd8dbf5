package dunsms

// Version is the version of the module, a semantic version (semver.org): that of
// the newest entry in CHANGELOG.md.
const Version = "0.1.0"
