package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.progress.Progress;
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
 * a category every other one is tried, and counts as a change by the whole range. What flips within
 * a step and back is not seen; dates are not tried.
 *
 * @param from the input's value as the model reads it; empty where it is missing
 * @param to the value that flips
 * @param share |to − from| by the range of the training rows, in (0, 1] for a row within; 1 for a
 *     category
 */
public record Flip(
    String column, String from, String to, double share, Prediction.OfClass prediction) {

  private record Change(RawRow row, int column, double number, @Nullable String text, double share)
      implements RawRow {

    @Override
    public double number(int input) {
      return input == column ? number : row.number(input);
    }

    @Override
    public @Nullable String text(int input) {
      return input == column ? text : row.text(input);
    }

    Flip told(Model model, Prediction.OfClass after) {
      var name = model.preprocessor().inputs().get(column).name();
      var from = Explainer.text(model, model.preprocessor().cleaned(row), column);
      return new Flip(name, from, Explainer.text(model, this, column), share, after);
    }
  }

  /**
   * Looks for the change.
   *
   * @param raw a row for which a class is predicted
   * @param explained the same row's explanation: of many columns those are tried that stand alone
   * @return empty where no change of a single input flips the class
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Optional<Flip> find(
      Explainer explainer, RawRow raw, Explanation explained, Progress progress) {
    var model = explainer.model();
    var preprocessor = model.preprocessor();
    var before = explained.prediction() instanceof Prediction.OfClass of ? of.index() : -1;
    var predictor = new ModelPredictor(model, explainer.products());
    @Nullable Change best = null;
    for (var column : explained.columns()) {
      progress.goOn(0, 1);
      var changes = changes(explainer, raw, preprocessor.indexOf(column));
      var inputs = new FMatrixRMaj(changes.size(), model.inputs());
      for (var r = 0; r < inputs.numRows; r++) {
        preprocessor.encode(changes.get(r), inputs.data, r * inputs.numCols);
      }
      var classes = predictor.predict(inputs).predictedClasses();
      var first = IntStream.range(0, classes.length).filter(r -> classes[r] != before).findFirst();
      var found = first.isPresent() ? changes.get(first.getAsInt()) : null;
      best = best == null || (found != null && found.share < best.share) ? found : best;
    }
    return best != null && predictor.predict(best) instanceof Prediction.OfClass after
        ? Optional.of(best.told(model, after))
        : Optional.empty();
  }

  /** What may become of a column, the smallest change first. */
  private static List<Change> changes(Explainer explainer, RawRow raw, int column) {
    return switch (explainer.model().preprocessor().inputs().get(column)) {
      case NumberInput number -> {
        var step = step(number, explainer.background().values().column(column));
        var from = number.filled(raw.number(column));
        var range = number.maximum() - number.minimum();
        yield LongStream.rangeClosed(
                (long) Math.ceil(number.minimum() / step),
                (long) Math.floor(number.maximum() / step))
            .mapToDouble(it -> step < 1 ? it / Math.rint(1 / step) : it * step)
            .filter(it -> it != from && range > 0)
            .mapToObj(it -> new Change(raw, column, it, null, Math.abs(it - from) / range))
            .sorted(Comparator.comparingDouble(Change::share))
            .toList();
      }
      case CategoryInput category ->
          category.categories().stream()
              .filter(it -> !it.isEmpty())
              .filter(it -> category.indexOf(it) != category.indexOf(raw.text(column)))
              .map(it -> new Change(raw, column, Double.NaN, it, 1))
              .toList();
      case DateInput _ -> List.of();
    };
  }

  /** A hundredth of the power of ten below the range; at least 1 where all numbers are whole. */
  private static double step(NumberInput number, Column values) {
    var range = number.maximum() - number.minimum();
    var step = range > 0 ? Math.pow(10, Math.floor(Math.log10(range)) - 2) : 1;
    var isWhole =
        IntStream.range(0, values.rows())
            .mapToDouble(values::value)
            .allMatch(it -> Double.isNaN(it) || it == Math.rint(it));
    return isWhole ? Math.max(1, step) : step;
  }
}
