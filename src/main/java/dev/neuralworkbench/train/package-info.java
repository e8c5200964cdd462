/**
 * Training: what changes weights. A {@link dev.neuralworkbench.train.TrainingConfig} says how, a
 * {@code TrainingSession} does it on one owner thread, a {@link
 * dev.neuralworkbench.train.TrainingHistory} tells how it went. A run is a function of experiment,
 * data and interventions: every draw comes from a generator made from seed and position, so the
 * same run gives the same bits, and a checkpoint needs no random state. Optimizers follow PyTorch's
 * definitions rather than each paper's own, so that a run can be compared number by number.
 */
package dev.neuralworkbench.train;
