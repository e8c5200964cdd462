/**
 * What the characters of a cell mean: numbers in the ways that people and spreadsheets write them,
 * marks of a missing value, and texts that a spreadsheet would take for a formula. Knows no table,
 * so that a reader of files, a column of texts and a form ask the same question in the same words.
 * Java's own {@code Double.parseDouble} lost for reading: it makes a string of every cell and takes
 * {@code 1d} for a number.
 */
package dev.neuralworkbench.data.cell;
