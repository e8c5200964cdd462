package dev.neuralworkbench.train;

/**
 * A run as it was at the end of an epoch.
 *
 * @param config the training it was in then
 * @param history how it had gone until then; may be gone on from
 * @param checkpoint its state; may be gone on from
 */
public record PastMoment(TrainingConfig config, TrainingHistory history, Checkpoint checkpoint) {}
