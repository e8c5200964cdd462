package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import java.util.stream.IntStream;

/**
 * An engineered input as learned from the training rows: f′ = (f(x, y) − offset) / scale, in
 * double, then rounded to float. Where x or y is missing, what stands in for it is taken.
 *
 * @param feature f, and its columns
 * @param minimum that of the training values, as are {@code maximum} and {@code mean}
 * @param scale see {@link Scaling}; not 0
 */
public record FeatureInput(
    Feature feature, double minimum, double maximum, double mean, double offset, double scale) {

  /** How a feature is scaled: what says yes or no stays 1 or 0. */
  public static Scaling scaling(Feature feature, Scaling ofNumbers) {
    return feature.kind() == Feature.Kind.MISSING ? Scaling.NONE : ofNumbers;
  }

  static FeatureInput fit(Operands operands, int[] rows, Scaling ofNumbers) {
    var feature = operands.feature();
    var values = IntStream.of(rows).mapToDouble(operands::value).toArray();
    var all = IntStream.range(0, rows.length).toArray();
    var summary = NumberSummary.of(NumberColumn.of(feature.name(), values), all);
    var scaling = scaling(feature, ofNumbers);
    return new FeatureInput(
        feature,
        summary.minimum(),
        summary.maximum(),
        summary.mean(),
        scaling.offset(summary),
        scaling.scale(summary));
  }

  float encode(double value) {
    return (float) ((value - offset) / scale);
  }

  boolean canTake(double value) {
    return Math.abs(value) <= Scaling.largest(scale);
  }

  /**
   * A number that a feature is made of: filled where it is missing, unless that is the question.
   */
  static double operand(Feature feature, NumberInput input, double raw) {
    return feature.kind() == Feature.Kind.MISSING ? raw : input.filled(raw);
  }

  /**
   * A feature with its columns in a table.
   *
   * @param x how the first column is filled
   * @param y how the second column is filled; the first one for a feature of one
   */
  record Operands(Feature feature, NumberInput x, Column ofX, NumberInput y, Column ofY) {

    double value(int row) {
      return feature
          .kind()
          .of(operand(feature, x, ofX.value(row)), operand(feature, y, ofY.value(row)));
    }
  }
}
