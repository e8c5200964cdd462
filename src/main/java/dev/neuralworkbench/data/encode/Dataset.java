package dev.neuralworkbench.data.encode;

import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Rows ready for a network. Not modified once built, and shared freely between threads. */
public final class Dataset {

  private final FMatrixRMaj inputs;
  private final Targets targets;
  private final int[] sourceRows;
  private final int @Nullable [] units;
  private final boolean inOrder;

  /**
   * @param inputs (rows × inputs). Kept, not copied: not to be modified any more.
   * @param targets one for each row
   * @param sourceRows the table's row of each row, from 0 on. Kept, not copied.
   * @throws IllegalArgumentException if the numbers of rows differ
   */
  public Dataset(FMatrixRMaj inputs, Targets targets, int[] sourceRows) {
    this(inputs, targets, sourceRows, null, false);
  }

  private Dataset(
      FMatrixRMaj inputs,
      Targets targets,
      int[] sourceRows,
      int @Nullable [] units,
      boolean inOrder) {
    if (inputs.numRows != targets.rows() || inputs.numRows != sourceRows.length) {
      throw new IllegalArgumentException(
          "expected as many inputs, targets and source rows, received "
              + inputs.numRows
              + ", "
              + targets.rows()
              + " and "
              + sourceRows.length);
    }
    this.inputs = inputs;
    this.targets = targets;
    this.sourceRows = sourceRows;
    this.units = units;
    this.inOrder = inOrder;
  }

  /**
   * The same rows, of which some are not to be parted by folds.
   *
   * @param of the unit of each row, from 0 on; null where every row is one of its own. Kept.
   * @param inOrder whether units of neighbouring numbers tell of each other, as stretches of time
   */
  public Dataset inUnits(int @Nullable [] of, boolean inOrder) {
    return new Dataset(inputs, targets, sourceRows, of, inOrder);
  }

  /** Whether units of neighbouring numbers tell of each other. */
  public boolean areUnitsInOrder() {
    return inOrder;
  }

  /** The unit of each row; null where every row is one of its own. Not to be modified. */
  public int @Nullable [] units() {
    return units;
  }

  public FMatrixRMaj inputs() {
    return inputs;
  }

  public Targets targets() {
    return targets;
  }

  public int[] sourceRows() {
    return sourceRows;
  }

  /** Some of the rows, in the order given. Copies. */
  public Dataset some(int... rows) {
    var picked =
        switch (targets) {
          case ClassTargets all ->
              new ClassTargets(
                  IntStream.of(rows).map(row -> all.classes()[row]).toArray(),
                  all.classCount(),
                  all.classWeights());
          case ValueTargets(var all) -> new ValueTargets(pick(all, rows));
        };
    var sources = IntStream.of(rows).map(row -> sourceRows[row]).toArray();
    return new Dataset(pick(inputs, rows), picked, sources);
  }

  private static FMatrixRMaj pick(FMatrixRMaj from, int[] rows) {
    var columns = from.numCols;
    var picked = new FMatrixRMaj(rows.length, columns);
    for (var i = 0; i < rows.length; i++) {
      System.arraycopy(from.data, rows[i] * columns, picked.data, i * columns, columns);
    }
    return picked;
  }

  /** Number of rows; may be 0. */
  public int rows() {
    return inputs.numRows;
  }
}
