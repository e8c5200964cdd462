/**
 * One step of training in double, every value kept: forward, loss, backward, penalty, clipping,
 * optimizer; and its gradients checked against differences. Written apart from {@code nn} and
 * {@code train} and tested against them; a trace taken from the engine lost, because a program
 * explained by itself proves nothing.
 */
package dev.neuralworkbench.explain.trace;
