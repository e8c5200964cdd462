/**
 * Files become tables: where bytes come from, what format they have, and a reader for each. Knows
 * tables, cells and how a text writes its table ({@code data.read.dialect}). A table is read in one
 * pass into growing columns; reading all cells as strings first lost, because every cell would then
 * be an object of its own.
 */
package dev.neuralworkbench.data.read;
