package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;

/**
 * The weights of a run at a batch boundary.
 *
 * @param epoch epoch of the next batch, counted from 0
 * @param batch the next batch within the epoch, counted from 0
 * @param weights the weights of the moment
 */
public record Snapshot(int epoch, int batch, NetworkWeights weights) {}
