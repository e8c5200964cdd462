package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Numbers that are the pixels of a square image, row by row from the upper left.
 *
 * @param side pixels of a side
 * @param least smallest number of all pixels
 * @param greatest largest number of all pixels
 * @param isGray whether the numbers are bytes, 0 for black and 255 for white, and so are shown as
 *     they are; others are shown as ink on paper
 */
public record Pixels(int side, double least, double greatest, boolean isGray) {

  /** A square of fewer inputs may be no image. */
  private static final int LEAST_SIDE = 5;

  /** Share of the pixels whose least number is that of all. */
  private static final double ALIKE = 0.75;

  /**
   * What some columns of numbers are taken for: images where they are as many as a square of at
   * least five has, and nearly all begin at the same number, as quantities of different kinds do
   * not, or all are named as pixels, since photographs seldom have black everywhere. Empty
   * otherwise.
   *
   * @param least smallest number of each column. Not modified.
   * @param greatest largest number of each column. Not modified.
   */
  public static Optional<Pixels> of(List<String> names, double[] least, double[] greatest) {
    var side = (int) Math.rint(Math.sqrt(least.length));
    var smallest = Arrays.stream(least).min().orElse(Double.NaN);
    var largest = Arrays.stream(greatest).max().orElse(Double.NaN);
    var alike = Arrays.stream(least).filter(it -> it == smallest).count();
    return side >= LEAST_SIDE
            && side * side == least.length
            && (alike >= ALIKE * least.length
                || IntStream.range(0, least.length)
                    .allMatch(i -> names.get(i).equals(ColumnNames.pixel(i, side))))
            && smallest < largest
        ? Optional.of(new Pixels(side, smallest, largest, isGray(smallest, largest)))
        : Optional.empty();
  }

  private static boolean isGray(double least, double greatest) {
    return least >= 0 && greatest > Byte.MAX_VALUE && greatest <= 2 * Byte.MAX_VALUE + 1;
  }

  /** The same of columns of a table; empty where one has no numbers. */
  public static Optional<Pixels> of(List<Column> columns) {
    return columns.stream().allMatch(NumberColumn.class::isInstance)
        ? of(
            columns.stream().map(Column::name).toList(),
            columns.stream().mapToDouble(it -> ((NumberColumn) it).min()).toArray(),
            columns.stream().mapToDouble(it -> ((NumberColumn) it).max()).toArray())
        : Optional.empty();
  }

  /** Where a number lies between the least, 0, and the greatest, 1; a missing one is the least. */
  public float share(double value) {
    return Double.isNaN(value) ? 0 : (float) Math.clamp((value - least) / (greatest - least), 0, 1);
  }

  /** The number at a share, in [0, 1]. */
  double value(double share) {
    return least + share * (greatest - least);
  }

  /** An image of nothing, where the least number is that of the paper. */
  public double[] paper() {
    var paper = new double[side * side];
    Arrays.fill(paper, least);
    return paper;
  }
}
