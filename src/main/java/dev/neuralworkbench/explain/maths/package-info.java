/**
 * The functions of a network in double and as formulas. Knows no step and no run. The engine's own
 * in single precision lost, because a gradient check needs more digits.
 */
package dev.neuralworkbench.explain.maths;
