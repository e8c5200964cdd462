package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.train.TrainingHistory;

/** One number of an epoch. */
interface EpochNumber {
  double of(TrainingHistory history, int epoch);
}
