package dev.neuralworkbench.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a run went, epoch by epoch. One thread appends, any thread reads without waiting: numbers are
 * written first and their count published after them.
 */
public final class TrainingHistory {

  private static final int NUMBERS = 6;
  private static final int CHUNK_EPOCHS = 1024;

  /** In chunks of epochs; what is published of one never changes, so copies share it. */
  private volatile double[][] chunks = {};

  private volatile int epochs;
  private volatile List<Intervention> interventions = List.of();
  private volatile @Nullable StopReason stopReason;

  /** An empty history. */
  public TrainingHistory() {}

  /** A history with these contents, such as one read from a file. */
  public static TrainingHistory of(
      Stream<EpochResult> results,
      List<Intervention> interventions,
      @Nullable StopReason stopReason) {
    var history = new TrainingHistory();
    results.forEachOrdered(history::append);
    history.interventions = List.copyOf(interventions);
    history.stopReason = stopReason;
    return history;
  }

  /** A history of its own with the same contents. Takes next to no time or memory. */
  public TrainingHistory copy() {
    // In the reverse of the order of writing: no intervention is of an epoch that the copy lacks.
    var reason = stopReason;
    var done = interventions.size();
    var copy = prefix(epochs, done);
    copy.stopReason = reason;
    return copy;
  }

  /**
   * Whether another history of at least one epoch is the beginning of this one, or all of it. Its
   * last epoch decides: two runs do not take the same time to the nanosecond.
   */
  public boolean beginsWith(TrainingHistory other) {
    var last = other.epochs - 1;
    return last >= 0 && last < epochs && result(last).equals(other.result(last));
  }

  /**
   * The beginning of this history, as one that goes on: no reason to end.
   *
   * @throws IllegalArgumentException if this history is shorter
   */
  TrainingHistory prefix(int epochs, int interventions) {
    if (epochs > this.epochs || interventions > this.interventions.size()) {
      throw new IllegalArgumentException(
          "expected at least %d epochs and %d interventions, received %d and %d"
              .formatted(epochs, interventions, this.epochs, this.interventions.size()));
    }
    var prefix = new TrainingHistory();
    prefix.chunks = Arrays.copyOf(chunks, Math.ceilDiv(epochs, CHUNK_EPOCHS));
    if (epochs % CHUNK_EPOCHS > 0) {
      prefix.chunks[epochs / CHUNK_EPOCHS] = prefix.chunks[epochs / CHUNK_EPOCHS].clone();
    }
    prefix.epochs = epochs;
    prefix.interventions = List.copyOf(this.interventions.subList(0, interventions));
    return prefix;
  }

  /** Number of finished epochs; it only grows. */
  public int epochs() {
    return epochs;
  }

  /** Training loss of an epoch, counted from 0, as trained. */
  public double trainingLoss(int epoch) {
    return number(epoch, 0);
  }

  /** Validation loss after an epoch; NaN if no rows are held out. */
  public double validationLoss(int epoch) {
    return number(epoch, 1);
  }

  /** Accuracy or R² of the training rows in an epoch, as trained; NaN where undefined. */
  public double trainingScore(int epoch) {
    return number(epoch, 2);
  }

  /** Accuracy or R² of the validation rows after an epoch; NaN if there are none. */
  public double validationScore(int epoch) {
    return number(epoch, 3);
  }

  /** Learning rate at the end of an epoch, schedule included. */
  public double learningRate(int epoch) {
    return number(epoch, 4);
  }

  /** Training time in seconds from the start of the run to the end of an epoch. */
  public double seconds(int epoch) {
    return number(epoch, 5);
  }

  /** All numbers of an epoch, counted from 0. */
  public EpochResult result(int epoch) {
    return new EpochResult(
        trainingLoss(epoch),
        validationLoss(epoch),
        trainingScore(epoch),
        validationScore(epoch),
        learningRate(epoch),
        seconds(epoch));
  }

  /** All epochs finished so far. A copy. */
  public List<EpochResult> results() {
    return IntStream.range(0, epochs).mapToObj(this::result).toList();
  }

  /** What was done to the run from outside, in order. Immutable. */
  public List<Intervention> interventions() {
    return interventions;
  }

  /** Why the run ended; null while it can go on. */
  public @Nullable StopReason stopReason() {
    return stopReason;
  }

  /** Appends an epoch. Only the run's own thread calls it. */
  void append(EpochResult result) {
    var count = epochs;
    var at = count % CHUNK_EPOCHS * NUMBERS;
    if (at == 0) {
      var more = Arrays.copyOf(chunks, chunks.length + 1);
      more[chunks.length] = new double[CHUNK_EPOCHS * NUMBERS];
      chunks = more;
    }
    var into = chunks[count / CHUNK_EPOCHS];
    into[at] = result.trainingLoss();
    into[at + 1] = result.validationLoss();
    into[at + 2] = result.trainingScore();
    into[at + 3] = result.validationScore();
    into[at + 4] = result.learningRate();
    into[at + 5] = result.seconds();
    // Publishes the numbers above: a reader that sees the new count sees them too.
    epochs = count + 1;
  }

  /** Records what was done from outside. Only the run's own thread calls it. */
  void record(Intervention intervention) {
    interventions = Stream.concat(interventions.stream(), Stream.of(intervention)).toList();
  }

  /** Records why the run ended, or with null that it goes on. */
  void stopped(@Nullable StopReason reason) {
    stopReason = reason;
  }

  private double number(int epoch, int which) {
    if (epoch < 0 || epoch >= epochs) {
      throw new IndexOutOfBoundsException("expected an epoch of " + epochs + ", received " + epoch);
    }
    return chunks[epoch / CHUNK_EPOCHS][epoch % CHUNK_EPOCHS * NUMBERS + which];
  }
}
