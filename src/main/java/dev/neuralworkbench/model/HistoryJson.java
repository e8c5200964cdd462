package dev.neuralworkbench.model;

import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The history of a run, one array for each number of its epochs. A number that does not exist is
 * null, and an array of nothing else is left out.
 */
final class HistoryJson {

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
    var numbers = new double[history.epochs()];
    Arrays.setAll(numbers, epoch -> finite(number.applyAsDouble(epoch)));
    if (Arrays.stream(numbers).anyMatch(value -> !Double.isNaN(value))) {
      object.with(name, new Json.Doubles(numbers));
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /**
   * Reads a history.
   *
   * @param inputs inputs of the network
   * @param outputs its outputs
   */
  static TrainingHistory read(JsonView view, int inputs, int outputs) throws JsonException {
    var epochs = view.member("epochs").integer();
    if (epochs < 0) {
      throw view.member("epochs").problem("model.invalid", null, null);
    }
    var columns =
        new double[][] {
          numbers(view, "trainingLoss", epochs),
          numbers(view, "validationLoss", epochs),
          numbers(view, "trainingScore", epochs),
          numbers(view, "validationScore", epochs),
          numbers(view, "learningRate", epochs),
          numbers(view, "seconds", epochs)
        };
    if (columns[4].length != epochs) {
      // Every epoch has a rate; without this a number alone could ask for any amount of memory.
      throw view.problem("model.missing", "learningRate", null);
    }
    var results = new ArrayList<EpochResult>();
    for (var epoch = 0; epoch < epochs; epoch++) {
      results.add(
          new EpochResult(
              at(columns[0], epoch),
              at(columns[1], epoch),
              at(columns[2], epoch),
              at(columns[3], epoch),
              at(columns[4], epoch),
              at(columns[5], epoch)));
    }
    var interventions = new ArrayList<Intervention>();
    for (var item : view.member("interventions").items()) {
      interventions.add(intervention(item, inputs, outputs));
    }
    var history = TrainingHistory.of(results, interventions, reason(view));
    view.end();
    return history;
  }

  private static Intervention intervention(JsonView view, int inputs, int outputs)
      throws JsonException {
    var intervention = FileMapping.MAPPING.read(view, Intervention.class);
    if (intervention instanceof Intervention.RowStep row) {
      if (row.inputs().size() != inputs) {
        throw view.problem("model.count", inputs, row.inputs().size());
      } else if (row.targets().size() != outputs) {
        throw view.problem("model.count", outputs, row.targets().size());
      }
    }
    return intervention;
  }

  private static double at(double[] numbers, int epoch) {
    return numbers.length == 0 ? Double.NaN : numbers[epoch];
  }

  /** The numbers of a column; none where it was left out, whatever number of epochs is declared. */
  private static double[] numbers(JsonView view, String name, int epochs) throws JsonException {
    var column = view.optional(name);
    if (column.isEmpty()) {
      return new double[0];
    }
    var numbers = column.get().doubles();
    if (numbers.length != epochs) {
      throw column.get().problem("model.count", epochs, numbers.length);
    }
    for (var i = 0; i < epochs; i++) {
      if (Double.isInfinite(numbers[i])) {
        throw column.get().problem("model.finite", null, numbers[i]);
      }
    }
    return numbers;
  }

  private static @Nullable StopReason reason(JsonView view) throws JsonException {
    var member = view.optional("stopReason");
    if (member.isEmpty()) {
      return null;
    }
    var id = member.get().text();
    var reason = StopReason.ofId(id);
    if (reason.isEmpty()) {
      var known = Arrays.stream(StopReason.values()).map(StopReason::id).toList();
      throw member.get().problem("model.choice", known, id);
    }
    return reason.get();
  }
}
