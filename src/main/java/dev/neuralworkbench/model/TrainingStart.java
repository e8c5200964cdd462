package dev.neuralworkbench.model;

import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;

/** What a training begins with, and why; told before it is started. */
public sealed interface TrainingStart {

  enum Reason {
    /** Nothing is trained yet. */
    FIRST,
    /** Columns, scaling, missing values or split were changed. */
    PREPARATION,
    LOSS,
    SEED,
    /** No layer is as it was: no weights can be kept. */
    LAYERS,
    /**
     * Something else was changed; the weights could be kept, but the comparison would be unfair.
     */
    CHANGED,
    DIVERGED
  }

  /** The epochs that the training has in the end, those done before included. */
  int totalEpochs();

  /** Weights drawn from the seed. */
  record Anew(Reason reason, int totalEpochs) implements TrainingStart {}

  /**
   * The trained weights, with a fresh optimizer: asked for after something was changed, or the run
   * would end at once, or the weights were set by hand.
   */
  record FromWeights(KeptLayers kept, int totalEpochs) implements TrainingStart {}

  /** The run goes on where it ended, optimizer and all. */
  record Continued(Checkpoint checkpoint, TrainingHistory past, int doneEpochs, int totalEpochs)
      implements TrainingStart {

    /**
     * A trained model's run, which may end otherwise now.
     *
     * @param now when the run ends
     */
    public static Continued of(
        Model trained, Checkpoint checkpoint, Stopping now, int totalEpochs) {
      var before = trained.experiment().training().stopping();
      return new Continued(
          checkpoint.goingOn(before, now), trained.history(), checkpoint.epoch(), totalEpochs);
    }

    /** Epochs still to be done. */
    public int moreEpochs() {
      return totalEpochs - doneEpochs;
    }
  }
}
