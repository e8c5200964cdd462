package dev.neuralworkbench.data.sample;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set made by a rule and chance: the same recipe gives the same table, to the last bit, on
 * every machine. Values are rounded to four decimals, so that an exported file is the same table.
 *
 * @param rows number of rows, 4 to 1,000,000
 * @param noise standard deviation of the noise, 0 to 2; see {@link SampleKind}
 * @param seed seed of the draws; any number
 */
public record GeneratedSample(SampleKind kind, int rows, double noise, long seed)
    implements Sample {

  public static final Range ROWS = Range.whole(4, 1_000_000);

  public static final Range NOISE = Range.closed(0, 2);

  private static final double DECIMALS = 1e4;

  /** The recipe with the kind's usual rows and noise, and seed 0. */
  public static GeneratedSample of(SampleKind kind) {
    return new GeneratedSample(kind, kind.defaultRows(), kind.defaultNoise(), 0);
  }

  /** What is wrong with the recipe, addressed from {@code sample}. */
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(ROWS.problems("sample.rows", rows));
    problems.addAll(NOISE.problems("sample.noise", noise));
    return List.copyOf(problems);
  }

  @Override
  public String id() {
    return kind.id();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the recipe has problems
   */
  @Override
  public Table table() {
    if (!problems().isEmpty()) {
      throw new IllegalArgumentException("expected a recipe within its ranges, received " + this);
    }
    var random = RandomSource.of(seed, Purpose.GENERATED_DATA);
    var columns = new double[kind.columns()][rows];
    var point = new double[kind.columns()];
    for (var row = 0; row < rows; row++) {
      kind.draw(row, rows, noise, random, point);
      for (var i = 0; i < point.length; i++) {
        columns[i][row] = rounded(point[i]);
      }
    }
    var names = kind.columnNames();
    var made = new ArrayList<Column>();
    for (var i = 0; i < columns.length; i++) {
      var isClass = kind.isClasses() && i == columns.length - 1;
      made.add(
          isClass ? classes(names.get(i), columns[i]) : NumberColumn.of(names.get(i), columns[i]));
    }
    return new Table(id(), made, rows);
  }

  private static TextColumn classes(String column, double[] indices) {
    var names = new String[indices.length];
    for (var row = 0; row < names.length; row++) {
      names[row] = indices[row] == 0 ? "A" : "B";
    }
    return TextColumn.of(column, names);
  }

  private static double rounded(double value) {
    // Adding zero turns −0 into 0.
    return StrictMath.rint(value * DECIMALS) / DECIMALS + 0.0;
  }
}
