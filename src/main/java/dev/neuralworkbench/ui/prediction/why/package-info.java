/**
 * Why one row is predicted as it is: contributions as bars that add up, the smallest change that
 * flips it, the nearest training rows. Worked out while it shows alone; a popup lost, because one
 * changes the row and looks at the bars at the same time.
 */
package dev.neuralworkbench.ui.prediction.why;
