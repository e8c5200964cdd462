/**
 * Sets formulas as a book does, with the window's own font: letters, indices, fractions, brackets
 * that grow. Knows trees of formulas and nothing of steps. A web view with a typesetter in it lost,
 * because it brings a browser into the program for a few signs.
 */
package dev.neuralworkbench.ui.backprop.formula;
