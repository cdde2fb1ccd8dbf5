// Package segment cuts Chinese text into words, as jieba does.
package segment
