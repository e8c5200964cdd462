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

  private volatile Numbers numbers = Numbers.NONE;

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
    prefix.numbers = numbers.first(epochs);
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
      numbers = new Numbers(numbers.full, new double[CHUNK_EPOCHS * NUMBERS]);
    }
    var into = numbers.last;
    into[at] = result.trainingLoss();
    into[at + 1] = result.validationLoss();
    into[at + 2] = result.trainingScore();
    into[at + 3] = result.validationScore();
    into[at + 4] = result.learningRate();
    into[at + 5] = result.seconds();
    if (at + NUMBERS == into.length) {
      numbers = numbers.packed();
    }
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
    return numbers.of(epoch, which);
  }

  /**
   * The numbers of all epochs, in chunks. A full one never changes, so copies share it, packed.
   *
   * @param full by chunk, then by number
   * @param last those of the epochs behind, one epoch after another; grows in place
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Numbers(EpochNumbers[][] full, double[] last) {

    static final Numbers NONE = new Numbers(new EpochNumbers[0][], new double[0]);

    double of(int epoch, int which) {
      var chunk = epoch / CHUNK_EPOCHS;
      var within = epoch % CHUNK_EPOCHS;
      return chunk < full.length ? full[chunk][which].of(within) : last[within * NUMBERS + which];
    }

    /** These with the last chunk, which is full by now, packed. */
    Numbers packed() {
      var more = Arrays.copyOf(full, full.length + 1);
      more[full.length] = new EpochNumbers[NUMBERS];
      for (var which = 0; which < NUMBERS; which++) {
        var column = new double[CHUNK_EPOCHS];
        for (var epoch = 0; epoch < CHUNK_EPOCHS; epoch++) {
          column[epoch] = last[epoch * NUMBERS + which];
        }
        more[full.length][which] = EpochNumbers.keep(column);
      }
      return new Numbers(more, NONE.last);
    }

    /** Those of the first epochs: full chunks are shared, what is behind them is a copy. */
    Numbers first(int epochs) {
      var chunks = epochs / CHUNK_EPOCHS;
      var rest = new double[epochs % CHUNK_EPOCHS == 0 ? 0 : CHUNK_EPOCHS * NUMBERS];
      for (var at = 0; at < epochs % CHUNK_EPOCHS * NUMBERS; at++) {
        rest[at] = of(chunks * CHUNK_EPOCHS + at / NUMBERS, at % NUMBERS);
      }
      return new Numbers(Arrays.copyOf(full, chunks), rest);
    }
  }
}
