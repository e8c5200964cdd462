package dev.neuralworkbench.model;

import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The losses of a run at {@value #MOST} places at most, which is all that a chart of many runs can
 * show.
 *
 * @param epochs the epochs of the places, counted from 1
 * @param training training loss at each place, as trained
 * @param validation validation loss at each place; empty where no rows judged
 */
public record RunCurve(List<Integer> epochs, List<Float> training, List<Float> validation) {

  public static final int MOST = 200;

  /** No epoch yet. */
  public static final RunCurve NONE = new RunCurve(List.of(), List.of(), List.of());

  public RunCurve {
    epochs = List.copyOf(epochs);
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (training.size() != epochs.size()
        || (!validation.isEmpty() && validation.size() != epochs.size())) {
      throw new IllegalArgumentException(
          "expected a number for each of %d places, received %d and %d"
              .formatted(epochs.size(), training.size(), validation.size()));
    }
  }

  /**
   * The curve of a history, at even distances and at its last epoch. It ends before the first loss
   * that is too large for any number.
   */
  public static RunCurve of(TrainingHistory history) {
    var count = finite(history);
    var places =
        IntStream.range(0, Math.min(MOST, count))
            .map(i -> (int) ((i + 1L) * count / Math.min(MOST, count)))
            .boxed()
            .toList();
    var validated =
        !places.isEmpty()
            && places.stream().allMatch(it -> isFinite(history.validationLoss(it - 1)));
    return new RunCurve(
        places,
        at(places, history::trainingLoss),
        validated ? at(places, history::validationLoss) : List.of());
  }

  private static int finite(TrainingHistory history) {
    var epochs = history.epochs();
    return IntStream.range(0, epochs)
        .filter(epoch -> !isFinite(history.trainingLoss(epoch)))
        .findFirst()
        .orElse(epochs);
  }

  private static boolean isFinite(double loss) {
    return Float.isFinite((float) loss);
  }

  private static List<Float> at(List<Integer> places, IntToDoubleFunction loss) {
    return places.stream().map(it -> (float) loss.applyAsDouble(it - 1)).toList();
  }
}
