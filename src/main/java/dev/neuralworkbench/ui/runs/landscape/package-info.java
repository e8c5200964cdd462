/** The loss of a run over two of its weights, and the way that its training took. */
package dev.neuralworkbench.ui.runs.landscape;
