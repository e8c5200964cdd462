package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.util.ArrayList;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run, one array for each number of its epochs. A number that does not exist is
 * null, and an array of nothing else is left out.
 */
final class HistoryJson {

  private static final int MOST_EPOCHS = (int) Stopping.EPOCHS.most();

  /** Memory of a number in the tree. */
  private static final int BYTES = 8;

  /** Memory of an epoch in a history, however many of its numbers exist. */
  private static final int BYTES_OF_EPOCH = 48;

  /** A schedule's factor may take a rate to 0. */
  private static final Range RATE = Range.closed(0, OptimizerConfig.LEARNING_RATE.most());

  private HistoryJson() {}

  static Json write(TrainingHistory history) {
    var object = new Json.Members().with("epochs", Json.Digits.of((long) history.epochs()));
    numbers(object, "trainingLoss", history, history::trainingLoss);
    numbers(object, "validationLoss", history, history::validationLoss);
    numbers(object, "trainingScore", history, history::trainingScore);
    numbers(object, "validationScore", history, history::validationScore);
    numbers(object, "learningRate", history, history::learningRate);
    numbers(object, "seconds", history, history::seconds);
    var interventions = new ArrayList<Json>();
    history
        .interventions()
        .forEach(done -> interventions.add(FileMapping.MAPPING.write((Record) done)));
    object.with("interventions", new Json.Items(interventions));
    var reason = history.stopReason();
    if (reason != null) {
      object.with("stopReason", new Json.Text(reason.id()));
    }
    return object;
  }

  private static void numbers(
      Json.Members object, String name, TrainingHistory history, IntToDoubleFunction number) {
    var epochs = history.epochs();
    if (IntStream.range(0, epochs).mapToDouble(number).anyMatch(Double::isFinite)) {
      object.with(name, new Json.Doubles(epochs, epoch -> finite(number.applyAsDouble(epoch))));
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /** What a file may hold of it. */
  static Outline outline() {
    var numbers = new Outline.Numbers(MOST_EPOCHS, false, BYTES);
    return new Outline.Members()
        .with("epochs", Outline.VALUE)
        .with("trainingLoss", numbers)
        .with("validationLoss", numbers)
        .with("trainingScore", numbers)
        .with("validationScore", numbers)
        .with("learningRate", new Outline.Numbers(MOST_EPOCHS, false, BYTES + BYTES_OF_EPOCH))
        .with("seconds", numbers)
        .with(
            "interventions",
            new Outline.Items(
                FileMapping.MOST_INTERVENTIONS, FileMapping.MAPPING.outline(Intervention.class)))
        .with("stopReason", Outline.VALUE);
  }

  /** Reads the history of a run of these choices. */
  static TrainingHistory read(JsonView view, Experiment experiment, NetworkWeights weights)
      throws JsonException {
    var epochs = view.member("epochs").integer();
    if (epochs < 0) {
      throw view.member("epochs").problem("model.atLeast", 0, epochs);
    }
    var score = score(experiment);
    var trainingLoss = numbers(view, "trainingLoss", epochs, RunResult.FROM_0);
    var validationLoss = numbers(view, "validationLoss", epochs, RunResult.FROM_0);
    var trainingScore = numbers(view, "trainingScore", epochs, score);
    var validationScore = numbers(view, "validationScore", epochs, score);
    var learningRate = every(view, "learningRate", epochs, RATE);
    var seconds = every(view, "seconds", epochs, RunResult.FROM_0);
    checkClock(view, seconds, epochs);
    var layers = InterventionsJson.Layers.of(weights);
    var interventions = InterventionsJson.read(view.member("interventions"), layers, epochs);
    // One by one, without a list of all of them.
    var results =
        IntStream.range(0, epochs)
            .mapToObj(
                epoch ->
                    new EpochResult(
                        trainingLoss.applyAsDouble(epoch),
                        validationLoss.applyAsDouble(epoch),
                        trainingScore.applyAsDouble(epoch),
                        validationScore.applyAsDouble(epoch),
                        learningRate.applyAsDouble(epoch),
                        seconds.applyAsDouble(epoch)));
    var history = TrainingHistory.of(results, interventions, reason(view));
    view.end();
    return history;
  }

  /** What a score may be: accuracy or R². */
  static Range score(Experiment experiment) {
    return RunResult.score(experiment.preparation().problemType());
  }

  /** Refuses epochs that end before the one before. */
  private static void checkClock(JsonView view, IntToDoubleFunction seconds, int epochs)
      throws JsonException {
    for (var epoch = 1; epoch < epochs; epoch++) {
      var before = seconds.applyAsDouble(epoch - 1);
      if (seconds.applyAsDouble(epoch) < before - RunResult.ROUNDING) {
        throw view.member("seconds")
            .item(epoch)
            .problem("model.atLeast", before, seconds.applyAsDouble(epoch));
      }
    }
  }

  /** A column that every epoch has a number of. */
  private static IntToDoubleFunction every(JsonView view, String name, int epochs, Range range)
      throws JsonException {
    if (epochs > 0 && view.optional(name).isEmpty()) {
      // Without this a number alone could ask for any amount of memory.
      throw view.problem("model.missing", name, null);
    }
    var numbers = numbers(view, name, epochs, range);
    for (var epoch = 0; epoch < epochs; epoch++) {
      if (Double.isNaN(numbers.applyAsDouble(epoch))) {
        throw view.member(name).item(epoch).problem("model.json.null", null, null);
      }
    }
    return numbers;
  }

  /** The numbers of a column; none where it was left out, whatever number of epochs is declared. */
  private static IntToDoubleFunction numbers(JsonView view, String name, int epochs, Range range)
      throws JsonException {
    var column = view.optional(name);
    if (column.isEmpty()) {
      return _ -> Double.NaN;
    }
    var numbers = column.get().doubles();
    column.get().expectCount("model.count", epochs, numbers.count());
    for (var epoch = 0; epoch < epochs; epoch++) {
      var number = numbers.value().applyAsDouble(epoch);
      if (Double.isInfinite(number)) {
        throw column.get().item(epoch).problem("model.finite", null, number);
      } else if (isOutside(range, number)) {
        column.get().item(epoch).within(range, number);
      }
    }
    return numbers.value();
  }

  static boolean isOutside(Range range, double number) {
    return Math.abs(number) > RunResult.ROUNDING && !range.contains(number);
  }

  private static @Nullable StopReason reason(JsonView view) throws JsonException {
    var member = view.optional("stopReason");
    return member.isEmpty() ? null : FileMapping.MAPPING.read(member.get(), StopReason.class);
  }
}
