/**
 * Cells become columns: numbers until one is none, then texts; what was noticed on the way. All
 * formats end here, so that what is a number, a missing value and a doubt is the same for all. A
 * column grows in one pass; reading all cells as strings first lost, because every cell would then
 * be an object of its own.
 */
package dev.neuralworkbench.data.read.cells;
