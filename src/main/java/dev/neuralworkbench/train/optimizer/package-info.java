/**
 * Rules that turn gradients into changes of the weights. A record says which, with its numbers; the
 * class beside it does the work and keeps what must be remembered. Knows parameters, not the run.
 * One class for both lost: a choice is shared between threads, undo and files, and memory of the
 * past is not.
 */
package dev.neuralworkbench.train.optimizer;
