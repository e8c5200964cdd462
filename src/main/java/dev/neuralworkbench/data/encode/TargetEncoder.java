package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** How the target column becomes what a network learns, and back. */
public sealed interface TargetEncoder {

  String name();

  /**
   * The targets of some rows of a column.
   *
   * @param rows rows whose target is there and not {@link #refuses refused}. Not modified.
   */
  Targets encode(Column column, int[] rows);

  /** Whether a row's cell in a column of this name is there but no target of this model. */
  IntPredicate refuses(Column column);

  Problem problem(Column column, int row);

  /**
   * A numeric target: y′ = (y − offset) / scale is learned, y = offset + scale · y′ is answered.
   *
   * @param minimum that of the training values, as are {@code maximum} and {@code mean}
   * @param scale see {@link Scaling}; not 0
   */
  record NumberTarget(
      String name, double minimum, double maximum, double mean, double offset, double scale)
      implements TargetEncoder {

    private static final double ROUNDING = 0x1p-50;

    static NumberTarget fit(NumberColumn column, int[] rows, Scaling scaling) {
      var summary = NumberSummary.of(column, rows);
      return new NumberTarget(
          column.name(),
          summary.minimum(),
          summary.maximum(),
          summary.mean(),
          scaling.offset(summary),
          scaling.scale(summary));
    }

    /** From the user's units to the network's. */
    public double encode(double value) {
      return (value - offset) / scale;
    }

    /** From the network's units to the user's; what rounding leaves of 0 is 0. */
    public double decode(double output) {
      var value = offset + scale * output;
      return Math.abs(value) <= ROUNDING * Math.abs(offset) ? 0 : value;
    }

    /** The same of each; the caller's own. */
    public double[] decode(DMatrixRMaj outputs) {
      return Arrays.stream(outputs.data, 0, outputs.numRows).map(this::decode).toArray();
    }

    @Override
    public ValueTargets encode(Column column, int[] rows) {
      var values = new DMatrixRMaj(rows.length, 1);
      for (var i = 0; i < rows.length; i++) {
        values.data[i] = encode(column.value(rows[i]));
      }
      return new ValueTargets(values);
    }

    @Override
    public IntPredicate refuses(Column column) {
      var largest = Scaling.largest(scale);
      return row -> !column.isMissing(row) && !(Math.abs(column.value(row)) <= largest);
    }

    @Override
    public Problem problem(Column column, int row) {
      var number = column.value(row);
      var cell = Place.cell(name, row + 1L);
      return Double.isNaN(number)
          ? Problem.at("data.cell.notNumber", cell, null, column.text(row))
          : Problem.at("data.column.tooLarge", cell, Scaling.largest(scale), number);
    }
  }

  /**
   * A target that is one of several classes. The classes are those of all rows, not of the training
   * rows alone: they are the question, which must not change with the seed of the split.
   *
   * @param classes the classes in rising order: texts by their characters, numbers by value; the
   *     second of two is the positive one
   * @param numbers whether the classes are numbers in the table
   * @param weights how much a row of each class counts in the loss, above 0; null where all count
   *     the same
   * @param corrected whether predictions are corrected for the weights; null for no
   */
  record ClassTarget(
      String name,
      List<String> classes,
      boolean numbers,
      @Nullable List<Double> weights,
      @Nullable Boolean corrected)
      implements TargetEncoder {

    public ClassTarget {
      classes = List.copyOf(classes);
      weights = weights == null ? null : List.copyOf(weights);
      corrected = Boolean.TRUE.equals(corrected) ? corrected : null;
    }

    /** A target whose classes count the same. */
    public ClassTarget(String name, List<String> classes, boolean numbers) {
      this(name, classes, numbers, null, null);
    }

    public static ClassTarget of(Column column) {
      return new ClassTarget(
          column.name(), CategoryCounts.of(column).names(), column instanceof NumberColumn);
    }

    /**
     * The same with classes that count the same all together, however many rows each has: ω = n /
     * (k nᴄ), n training rows of k classes, nᴄ of the class; so the mean over the training rows is
     * 1 (as scikit-learn's <i>balanced</i>; King and Zeng 2001). A class without training rows has
     * 1.
     *
     * @param rows the training rows. Not modified.
     * @param corrected whether predictions are corrected for these weights
     */
    ClassTarget balanced(Column column, int[] rows, boolean corrected) {
      var counts = new int[classes.size()];
      for (var index : indices(column, rows)) {
        counts[index]++;
      }
      var present = (int) IntStream.of(counts).filter(count -> count > 0).count();
      var balanced =
          IntStream.of(counts)
              .mapToObj(count -> count == 0 ? 1.0 : rows.length / ((double) present * count))
              .toList();
      return new ClassTarget(name, classes, numbers, balanced, corrected);
    }

    public double weight(int index) {
      return weights == null ? 1 : weights.get(index);
    }

    /** Whether predictions are corrected for the weights. */
    public boolean isCorrected() {
      return corrected != null;
    }

    /**
     * What is done to outputs before they are predictions; null for nothing.
     *
     * @param areLogits whether the outputs are logits
     */
    public @Nullable PriorCorrection correction(boolean areLogits) {
      return weights == null || !isCorrected()
          ? null
          : new PriorCorrection(
              weights.stream().mapToDouble(Double::doubleValue).toArray(), areLogits);
    }

    private float @Nullable [] classWeights() {
      if (weights == null) {
        return null;
      }
      var all = new float[weights.size()];
      for (var i = 0; i < all.length; i++) {
        all[i] = weights.get(i).floatValue();
      }
      return all;
    }

    /** Index of a class, or −1 if it is none. */
    public int indexOf(String text) {
      return CategoryIndex.find(classes, text);
    }

    @Override
    public ClassTargets encode(Column column, int[] rows) {
      return new ClassTargets(indices(column, rows), classes.size(), classWeights(), isCorrected());
    }

    /**
     * Index of the class of each row; −1 where it is missing or unknown.
     *
     * @param rows Not modified.
     * @return as long as {@code rows}; the caller's own
     */
    public int[] indices(Column column, int[] rows) {
      var index = CategoryIndex.of(classes, column, CategoryIndex.UNKNOWN);
      return IntStream.of(rows).map(index).toArray();
    }

    @Override
    public IntPredicate refuses(Column column) {
      var index = CategoryIndex.of(classes, column, CategoryIndex.UNKNOWN);
      return row -> !column.isMissing(row) && index.applyAsInt(row) == CategoryIndex.UNKNOWN;
    }

    @Override
    public Problem problem(Column column, int row) {
      return Problem.at(
          "data.cell.unknownClass",
          Place.cell(name, row + 1L),
          CategoryIndex.listed(classes),
          column.text(row));
    }
  }
}
