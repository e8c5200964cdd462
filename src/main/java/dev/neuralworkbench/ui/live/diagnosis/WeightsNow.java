package dev.neuralworkbench.ui.live.diagnosis;

import dev.neuralworkbench.nn.NetworkWeights;

/**
 * Weights and when they were.
 *
 * @param epochs epochs done by then
 */
public record WeightsNow(int epochs, NetworkWeights weights) {}
