/**
 * Texts of rows, and what other formats are written as to be read like them. Its dialect, how it
 * separates cells and writes numbers, is found by {@code data.read.dialect}.
 */
package dev.neuralworkbench.data.read.text;
