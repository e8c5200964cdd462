/**
 * A grid of cells of which only what is seen exists, rows and columns alike. Knows a small content
 * interface and no table model. JavaFX's own table lost: it makes the heads of all columns, and a
 * table of images has 784.
 */
package dev.neuralworkbench.ui.common.grid;
