/**
 * How a text writes its table: encoding, delimiter, decimal mark, header, and what stands above it.
 * Everything is judged from the first lines and told as remarks, so that a wrong guess is seen.
 * Asking the user first lost: nearly every file can be read as it is.
 */
package dev.neuralworkbench.data.read.dialect;
