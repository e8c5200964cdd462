package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of one input, the others as they are, after which another class is predicted.
 * Numbers are tried within the range of the training rows, in steps of a round number that are
 * between 100 and 1,000 to the range, or whole where the background has nothing but whole ones; of
 * a category every other one is tried. What flips within a step and back is not seen; dates are not
 * tried.
 *
 * @param from the input's value, as the model reads it; NaN or null where it is missing
 * @param to the value that flips
 * @param share |to − from| by the range of the training rows, the stand-in in the place of a
 *     missing value; 1 for another category
 */
public record Flip(
    String column, Value from, Value to, double share, Prediction.OfClass prediction) {

  /** A number, or a category where that is not null. */
  public record Value(double number, @Nullable String category) {}

  private record Change(int column, Value to, double share) {}

  /**
   * Looks for the change.
   *
   * @param raw a row that has a prediction, of a class
   * @return empty where no change of a single input flips the class
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Optional<Flip> find(
      Model model, ModelPredictor predictor, Background background, RawRow raw, Progress progress) {
    var row = model.preprocessor().cleaned(raw);
    var inputs = new MixedInputs(model.preprocessor(), row, List.of(row));
    var trial = new Trial(model, inputs, raw);
    @Nullable Change best = null;
    for (var column = 0; column < inputs.columns(); column++) {
      progress.goOn(column, inputs.columns());
      var changes = changes(model, background, row, column);
      var most = best == null ? Double.POSITIVE_INFINITY : best.share;
      var found = trial.first(changes.stream().takeWhile(it -> it.share < most).toList());
      best = found == null ? best : found;
    }
    if (best == null) {
      return Optional.empty();
    }
    var input = model.preprocessor().inputs().get(best.column);
    var from =
        new Value(
            input instanceof NumberInput ? row.number(best.column) : Double.NaN,
            input instanceof CategoryInput ? row.text(best.column) : null);
    var after = predictor.predict(new Changed(raw, best.column, best.to));
    return after instanceof Prediction.OfClass of && of.index() != trial.before
        ? Optional.of(new Flip(input.name(), from, best.to, best.share, of))
        : Optional.empty();
  }

  /** What may become of a column, the smallest change first. */
  private static List<Change> changes(Model model, Background background, RawRow row, int column) {
    return switch (model.preprocessor().inputs().get(column)) {
      case NumberInput number -> {
        var values = background.values().column(column);
        var step = step(number, values);
        var range = number.maximum() - number.minimum();
        var from = number.filled(row.number(column));
        yield !(range > 0)
            ? List.of()
            : LongStream.rangeClosed(
                    (long) Math.ceil(number.minimum() / step),
                    (long) Math.floor(number.maximum() / step))
                .mapToDouble(it -> step < 1 ? it / Math.rint(1 / step) : it * step)
                .mapToObj(
                    it -> new Change(column, new Value(it, null), Math.abs(it - from) / range))
                .filter(it -> it.share > 0)
                .sorted(Comparator.comparingDouble(Change::share))
                .toList();
      }
      case CategoryInput category ->
          category.categories().stream()
              .filter(
                  it -> !it.isEmpty() && category.indexOf(it) != category.indexOf(row.text(column)))
              .map(it -> new Change(column, new Value(Double.NaN, it), 1))
              .toList();
      default -> List.of();
    };
  }

  /** A hundredth of the power of ten below the range; at least 1 where all numbers are whole. */
  private static double step(NumberInput number, Column values) {
    var power = Math.floor(Math.log10(number.maximum() - number.minimum()));
    var isWhole =
        IntStream.range(0, values.rows())
            .mapToDouble(values::value)
            .allMatch(it -> Double.isNaN(it) || it == Math.rint(it));
    var step = Math.pow(10, power - 2);
    return isWhole ? Math.max(1, step) : step;
  }

  /** A row with another value in one column. */
  private record Changed(RawRow row, int column, Value value) implements RawRow {

    @Override
    public double number(int input) {
      return input == column ? value.number : row.number(input);
    }

    @Override
    public @Nullable String text(int input) {
      return input == column ? value.category : row.text(input);
    }
  }

  /** Tries changes, many at once: only the first layer's terms of the changed column differ. */
  private static final class Trial {

    private static final int ROWS = 64;

    private final Model model;
    private final MixedInputs inputs;
    private final RawRow raw;
    private final WidePass pass;
    private final double[] sums; // of the row as it is, (units)
    private final int before;

    Trial(Model model, MixedInputs inputs, RawRow raw) {
      this.model = model;
      this.inputs = inputs;
      this.raw = raw;
      pass = new WidePass(model, ROWS);
      var first = model.weights().layer(0);
      sums = new double[first.units()];
      for (var unit = 0; unit < sums.length; unit++) {
        sums[unit] = first.bias(unit);
        for (var k = 0; k < inputs.inputs(); k++) {
          sums[unit] += (double) first.weight(k, unit) * inputs.ofX(k);
        }
      }
      before = classes(List.of())[0];
    }

    /** The first of a column's changes that flips; null where none does. */
    @Nullable Change first(List<Change> changes) {
      for (var from = 0; from < changes.size(); from += ROWS) {
        var some = changes.subList(from, Math.min(from + ROWS, changes.size()));
        var classes = classes(some);
        for (var i = 0; i < some.size(); i++) {
          if (classes[i] != before) {
            return some.get(i);
          }
        }
      }
      return null;
    }

    /** The class after each change; all the rows after them are as they were. */
    private int[] classes(List<Change> changes) {
      var first = model.weights().layer(0);
      var z = new double[sums.length * ROWS];
      for (var i = 0; i < z.length; i++) {
        z[i] = sums[i / ROWS];
      }
      if (!changes.isEmpty()) {
        var column = changes.getFirst().column;
        var own = inputs.inputsOf(column);
        var rows = new ArrayList<RawRow>();
        changes.forEach(
            it -> rows.add(model.preprocessor().cleaned(new Changed(raw, column, it.to))));
        var values = inputs.encode(own, column, rows);
        for (var i = 0; i < own.length; i++) {
          for (var r = 0; r < rows.size(); r++) {
            values[i][r] -= inputs.ofX(own[i]);
          }
          for (var unit = 0; unit < sums.length; unit++) {
            WidePass.add(first.weight(own[i], unit), values[i], 0, z, unit * ROWS, rows.size());
          }
        }
      }
      var y = pass.outputs(z);
      var outputs = new FMatrixRMaj(ROWS, model.outputs());
      for (var r = 0; r < ROWS; r++) {
        for (var output = 0; output < outputs.numCols; output++) {
          outputs.set(r, output, (float) y[output * ROWS + r]);
        }
      }
      var function = model.experiment().network().loss().outputFunction;
      return Answers.trained(model.preprocessor().target(), outputs, function).predictedClasses();
    }
  }
}
