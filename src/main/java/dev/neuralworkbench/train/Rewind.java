package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Records;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The way back into a run: any epoch is reached by training again from the nearest checkpoint
 * before it, with the interventions of the run repeated at their places. Any thread, also while the
 * run goes on.
 *
 * @param trail the checkpoints that the run has left
 * @param history the run's history
 * @param design its network
 * @param training its training rows
 * @param validation its validation rows
 */
public record Rewind(
    CheckpointTrail trail,
    TrainingHistory history,
    NetworkDesign design,
    Dataset training,
    Dataset validation) {

  /**
   * The run as it was after so many epochs, to the last bit.
   *
   * @param epochs epochs done by then: from {@link CheckpointTrail#first} to those of the history
   * @param products of the same kind as the run's; used by the calling thread
   * @param cancelled asked after every epoch that is trained again
   * @return empty if it was cancelled, or the epoch is out of reach
   */
  public Optional<Moment> to(int epochs, Products products, BooleanSupplier cancelled) {
    var from = epochs <= history.epochs() ? trail.nearest(epochs) : null;
    if (from == null) {
      return Optional.empty();
    }
    var checkpoint = from.checkpoint();
    if (checkpoint.epoch() < epochs) {
      var session =
          TrainingSession.resume(
              checkpoint, history, design, from.config(), training, validation, products);
      session.replay(history);
      while (session.epoch() < epochs) {
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        session.trainEpoch();
      }
      checkpoint = session.checkpoint();
    }
    return Optional.of(moment(from.config(), checkpoint));
  }

  /** With the times of the run itself, not of its repetition. */
  private Moment moment(TrainingConfig config, Checkpoint at) {
    var nanos = at.epoch() == 0 ? 0 : Math.round(history.seconds(at.epoch() - 1) * 1e9);
    return new Moment(
        config,
        history.prefix(at.epoch(), at.interventions()),
        Records.with(at, "elapsedNanos", nanos));
  }

  /**
   * A run as it was at the end of an epoch.
   *
   * @param config the training it was in then
   * @param history how it had gone until then; may be gone on from
   * @param checkpoint its state; may be gone on from
   */
  public record Moment(TrainingConfig config, TrainingHistory history, Checkpoint checkpoint) {}
}
