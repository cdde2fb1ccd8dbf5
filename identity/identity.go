// Package identity reads Chinese ID numbers, names and phone numbers, whole or
// partly hidden.
package identity
