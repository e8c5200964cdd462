package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run, one array for each number of its epochs. A number that does not exist is
 * NaN, and an array of nothing else is left out.
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers.
record SavedHistory(
    int epochs,
    double @Nullable [] trainingLoss,
    double @Nullable [] validationLoss,
    double @Nullable [] trainingScore,
    double @Nullable [] validationScore,
    double @Nullable [] learningRate,
    double @Nullable [] seconds,
    List<Intervention> interventions,
    @Nullable StopReason stopReason) {

  /** A schedule's factor may take a rate to 0. */
  private static final Range RATE = Range.closed(0, OptimizerConfig.LEARNING_RATE.most());

  static SavedHistory of(TrainingHistory history) {
    var epochs = history.epochs();
    return new SavedHistory(
        epochs,
        numbers(epochs, history::trainingLoss),
        numbers(epochs, history::validationLoss),
        numbers(epochs, history::trainingScore),
        numbers(epochs, history::validationScore),
        numbers(epochs, history::learningRate),
        numbers(epochs, history::seconds),
        history.interventions(),
        history.stopReason());
  }

  private static double @Nullable [] numbers(int epochs, IntToDoubleFunction number) {
    var numbers =
        IntStream.range(0, epochs)
            .mapToDouble(number)
            .map(it -> Double.isFinite(it) ? it : Double.NaN)
            .toArray();
    return Arrays.stream(numbers).allMatch(Double::isNaN) ? null : numbers;
  }

  TrainingHistory read(Spot at, Experiment experiment, NetworkWeights weights)
      throws JsonException {
    at.member("epochs").refuse(epochs < 0, "model.atLeast", 0, epochs);
    var score = score(experiment);
    check(at.member("trainingLoss"), trainingLoss, RunResult.FROM_0, false);
    check(at.member("validationLoss"), validationLoss, RunResult.FROM_0, false);
    check(at.member("trainingScore"), trainingScore, score, false);
    check(at.member("validationScore"), validationScore, score, false);
    if (epochs > 0) {
      // Without these a number alone could ask for any amount of memory.
      at.given("learningRate", learningRate);
      at.given("seconds", seconds);
    }
    check(at.member("learningRate"), learningRate, RATE, true);
    check(at.member("seconds"), seconds, RunResult.FROM_0, true);
    checkClock(at.member("seconds"));
    var layers = InterventionCheck.Layers.of(weights);
    InterventionCheck.check(at.member("interventions"), interventions, layers, epochs);
    // One by one, without a list of all of them.
    var results = IntStream.range(0, epochs).mapToObj(this::result);
    return TrainingHistory.of(results, interventions, stopReason);
  }

  private EpochResult result(int epoch) {
    return new EpochResult(
        number(trainingLoss, epoch),
        number(validationLoss, epoch),
        number(trainingScore, epoch),
        number(validationScore, epoch),
        number(learningRate, epoch),
        number(seconds, epoch));
  }

  private static double number(double @Nullable [] column, int epoch) {
    return column == null ? Double.NaN : column[epoch];
  }

  /** What a score may be: accuracy or R². */
  static Range score(Experiment experiment) {
    return RunResult.score(experiment.preparation().problemType());
  }

  private void checkClock(Spot at) throws JsonException {
    for (var epoch = 1; epoch < epochs; epoch++) {
      var before = number(seconds, epoch - 1);
      if (number(seconds, epoch) < before - RunResult.ROUNDING) {
        throw at.item(epoch).problem("model.atLeast", before, number(seconds, epoch));
      }
    }
  }

  /**
   * Refuses a column of another length or of numbers that cannot be; it may be left out.
   *
   * @param every whether each epoch has a number
   */
  private void check(Spot at, double @Nullable [] column, Range range, boolean every)
      throws JsonException {
    if (column == null) {
      return;
    }
    at.expectCount("model.count", epochs, column.length);
    for (var epoch = 0; epoch < epochs; epoch++) {
      if (isOutside(range, column[epoch])) {
        at.item(epoch).within(range, column[epoch]);
      } else if (every && Double.isNaN(column[epoch])) {
        throw at.item(epoch).problem("model.json.null", null, null);
      }
    }
  }

  /** Refuses a number that is outside of its range by more than rounding, if there is one. */
  static void within(Spot at, Range range, @Nullable Number number) throws JsonException {
    if (number != null && isOutside(range, number.doubleValue())) {
      at.within(range, number.doubleValue());
    }
  }

  private static boolean isOutside(Range range, double number) {
    return Math.abs(number) > RunResult.ROUNDING && !range.contains(number);
  }
}
