/**
 * How fast a run goes for someone who watches, and the single steps that a held run is still to do.
 * Knows time and nothing of training, so that it can be tested with a clock of its own. Sleeping in
 * the training itself lost, because nobody could then wake it.
 */
package dev.neuralworkbench.train.pace;
