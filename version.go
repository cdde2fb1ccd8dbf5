package dunsms

// Version is the version of the module, after semver.org: that of the newest entry
// of CHANGELOG.md.
const Version = "0.1.0"
