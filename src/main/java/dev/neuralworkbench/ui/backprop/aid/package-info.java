/**
 * What explains a step beside its formulas, when it is asked for: curves, symbols, weights. All
 * their numbers are the walk's own; the panes know no other part of the screen.
 */
package dev.neuralworkbench.ui.backprop.aid;
