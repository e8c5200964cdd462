package dev.neuralworkbench.ui.live.diagnosis;

import dev.neuralworkbench.nn.NetworkWeights;

/** Weights, and how many epochs were done by then. */
public record WeightsNow(int epochs, NetworkWeights weights) {}
