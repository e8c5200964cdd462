/**
 * What the columns of a table hold, told of all rows as they are: quartiles, spread, outliers, what
 * is missing, rows that occur twice, and which columns go together. Knows the table alone, neither
 * roles nor which rows train; what is learned from training rows is {@code data.encode}'s. Every
 * column is sorted once and told from that: estimates of quantiles in one pass lost, since a
 * teacher recomputes them, and ten million numbers are sorted in a second or two.
 */
package dev.neuralworkbench.data.statistics;
