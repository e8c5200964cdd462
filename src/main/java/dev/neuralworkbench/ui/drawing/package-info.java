/**
 * Drawings of a network and of what it has learned. Answers are computed off the FX thread from
 * immutable weights, one picture at a time: while one is made, newer weights are not asked for, so
 * a slow picture makes fewer pictures and never a queue. Drawing from the training network itself
 * lost, because then training would wait for drawing.
 */
package dev.neuralworkbench.ui.drawing;
