/**
 * Formulas as trees, from which symbols, numbers and results follow. Knows no network and no run,
 * so that an optimizer or an activation can declare its own. Strings with numbers printed into them
 * lost, because what is shown could then differ from what was computed.
 */
package dev.neuralworkbench.formula;
