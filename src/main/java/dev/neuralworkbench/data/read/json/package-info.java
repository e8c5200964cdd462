/** Flat records of JSON, in a list or a line each, written as rows of text. */
package dev.neuralworkbench.data.read.json;
