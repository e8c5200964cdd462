package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.function.Elementary;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The number of a prediction that is explained: of a class its probability, in [0, 1], as the
 * program shows it, corrected for class weights where that is chosen; otherwise the prediction in
 * the user's units.
 *
 * @param of the class, from 0 on; −1 for a number
 */
record Asked(Model model, int of) {

  static final int NUMBER = -1;

  /**
   * The number of each row.
   *
   * @param outputs (outputs × rows), before the loss's output function. Not modified.
   * @param into receives one a row. Modified.
   */
  void of(double[] outputs, int rows, double[] into) {
    switch (model.preprocessor().target()) {
      case NumberTarget numbers -> {
        for (var r = 0; r < rows; r++) {
          into[r] = numbers.decode(outputs[r]);
        }
      }
      case ClassTarget classes -> {
        var function = model.experiment().network().loss().outputFunction;
        var weights = classes.isCorrected() ? weights(classes) : null;
        var each = new double[Math.max(2, outputs.length / rows)];
        for (var r = 0; r < rows; r++) {
          probabilities(outputs, rows, r, function, each);
          into[r] = corrected(each, weights);
        }
      }
    }
  }

  private static double[] weights(ClassTarget target) {
    return IntStream.range(0, target.classes().size()).mapToDouble(target::weight).toArray();
  }

  /** p(c) = (p̂(c) / ω(c)) / Σⱼ p̂(j) / ω(j), see {@code PriorCorrection}. */
  private double corrected(double[] each, double @Nullable [] weights) {
    if (weights == null) {
      return each[of];
    }
    var sum = 0.0;
    for (var c = 0; c < each.length; c++) {
      sum += each[c] / weights[c];
    }
    return sum == 0 ? 0 : each[of] / weights[of] / sum;
  }

  /** The probability of every class in one row; what is no probability is made one. */
  private static void probabilities(
      double[] outputs, int rows, int row, OutputFunction function, double[] into) {
    if (outputs.length == rows) {
      var z = outputs[row];
      into[1] = function == OutputFunction.IDENTITY ? clamp(z) : Elementary.sigmoid(z);
      into[0] = function == OutputFunction.IDENTITY ? 1 - into[1] : Elementary.sigmoid(-z);
      return;
    }
    var most = outputs[row];
    for (var c = 1; c < into.length; c++) {
      most = Math.max(most, outputs[c * rows + row]);
    }
    var sum = 0.0;
    for (var c = 0; c < into.length; c++) {
      var z = outputs[c * rows + row];
      into[c] =
          switch (function) {
            case SOFTMAX -> Elementary.exp(z - most);
            case SIGMOID -> Elementary.sigmoid(z);
            case IDENTITY -> clamp(z);
          };
      sum += into[c];
    }
    for (var c = 0; c < into.length && sum > 0 && function != OutputFunction.SIGMOID; c++) {
      into[c] /= sum;
    }
  }

  private static double clamp(double z) {
    return Double.isNaN(z) ? z : Math.clamp(z, 0, 1);
  }
}
