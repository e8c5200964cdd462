package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model answers.
 *
 * @param units of an image: those of the first layer with the largest sums, largest first
 */
record Answer(TargetEncoder target, Prediction prediction, List<UnitSum> units) {

  static final int MOST_UNITS = 12;

  /**
   * What a unit of the first layer makes of an image: {@code w · x}, the sum of its weights times
   * the scaled pixels, without the bias.
   *
   * @param unit from 1 on
   * @param weights one for each pixel, as shares of the largest
   */
  record UnitSum(int unit, double sum, RowImage weights) {}

  /** What the model of a predictor answers for a row. */
  static Answer of(Model model, ModelPredictor predictor, RawRow row) {
    var preprocessor = model.preprocessor();
    return new Answer(
        preprocessor.target(),
        predictor.predict(row),
        preprocessor.pixels().map(it -> units(model, it.side(), row)).orElse(List.of()));
  }

  private static List<UnitSum> units(Model model, int side, RawRow row) {
    var inputs = new float[model.inputs()];
    model.preprocessor().encode(row, inputs, 0);
    var layer = model.weights().layer(0);
    return IntStream.range(0, layer.units())
        .mapToObj(
            unit -> {
              var shares = new float[inputs.length];
              var sum = 0.0;
              var most = Float.MIN_NORMAL;
              for (var i = 0; i < inputs.length; i++) {
                shares[i] = layer.weight(i, unit);
                sum += (double) shares[i] * inputs[i];
                most = Math.max(most, Math.abs(shares[i]));
              }
              for (var i = 0; i < shares.length; i++) {
                shares[i] /= most;
              }
              return new UnitSum(unit + 1, sum, new RowImage(side, shares));
            })
        .sorted(Comparator.comparingDouble(it -> -it.sum))
        .limit(MOST_UNITS)
        .toList();
  }
}
