/**
 * Rules that turn gradients into changes of the weights. A record says which, with its numbers and
 * its formula, from which form, file and explanation follow; the class beside it does the work in
 * single precision and keeps what must be remembered. Knows parameters, not the run. One class for
 * both lost: a choice is shared between threads, undo and files, and memory of the past is not. An
 * engine that works out the formula lost too: its loops would not run on vector registers.
 */
package dev.neuralworkbench.train.optimizer;
