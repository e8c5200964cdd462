/**
 * Rows divided into training, validation and test rows or into folds, and the table made ready by
 * what its training rows teach. The last room of the data: knows choices and encoders, and they do
 * not know it. Splitting after scaling lost, because the scale would have seen the test rows.
 */
package dev.neuralworkbench.data.split;
