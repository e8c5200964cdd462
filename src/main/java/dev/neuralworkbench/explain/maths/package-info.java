/**
 * Formulas as trees, from which symbols, numbers and results follow, with the functions of a
 * network in double. Knows no step and no run. Strings with numbers printed into them lost, because
 * what is shown could then differ from what was computed.
 */
package dev.neuralworkbench.explain.maths;
