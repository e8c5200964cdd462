package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.NetworkWeights;

/**
 * Weights and when they were.
 *
 * @param epochs epochs done by then
 */
record WeightsNow(int epochs, NetworkWeights weights) {}
