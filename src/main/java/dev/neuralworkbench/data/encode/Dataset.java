package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Rows ready for a network. Not modified once built, and shared freely between threads.
 *
 * @param inputs (rows × inputs). Kept, not copied: not to be modified any more.
 * @param targets one for each row
 * @param sourceRows the table's row of each row, from 0 on. Kept, not copied.
 * @param units the unit of each row, from 0 on, of which none is to be parted by folds; null where
 *     every row is one of its own. Kept, not copied.
 * @param areUnitsInOrder whether units of neighbouring numbers tell of each other, as stretches of
 *     time
 */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
public record Dataset(
    FMatrixRMaj inputs,
    Targets targets,
    int[] sourceRows,
    int @Nullable [] units,
    boolean areUnitsInOrder) {

  /**
   * @throws IllegalArgumentException if the numbers of rows differ
   */
  public Dataset {
    if (inputs.numRows != targets.rows() || inputs.numRows != sourceRows.length) {
      throw new IllegalArgumentException(
          "expected as many inputs, targets and source rows, received "
              + inputs.numRows
              + ", "
              + targets.rows()
              + " and "
              + sourceRows.length);
    }
  }

  /** Rows of which each is a unit of its own. */
  public Dataset(FMatrixRMaj inputs, Targets targets, int[] sourceRows) {
    this(inputs, targets, sourceRows, null, false);
  }

  /** The same rows in units; see the components of these names. */
  public Dataset inUnits(int @Nullable [] of, boolean inOrder) {
    return new Dataset(inputs, targets, sourceRows, of, inOrder);
  }

  /** Some of the rows, in the order given. Copies. */
  public Dataset some(int... rows) {
    var picked =
        switch (targets) {
          case ClassTargets all ->
              new ClassTargets(
                  IntStream.of(rows).map(row -> all.classes()[row]).toArray(),
                  all.classCount(),
                  all.classWeights(),
                  all.corrected());
          case ValueTargets(var all) -> new ValueTargets(pick(all, rows));
        };
    var sources = IntStream.of(rows).map(row -> sourceRows[row]).toArray();
    return new Dataset(pick(inputs, rows), picked, sources);
  }

  /** At most so many of the rows, evenly, that stand for all of them. */
  public Dataset sample(int most) {
    return rows() <= most ? this : some(spread(rows(), most).toArray());
  }

  /** Positions of so many rows at most, evenly spread over all. */
  public static IntStream spread(int rows, int most) {
    return rows <= most
        ? IntStream.range(0, rows)
        : IntStream.range(0, most).map(i -> (int) ((long) i * rows / most));
  }

  private static FMatrixRMaj pick(FMatrixRMaj from, int[] rows) {
    var columns = from.numCols;
    var picked = new FMatrixRMaj(rows.length, columns);
    for (var i = 0; i < rows.length; i++) {
      System.arraycopy(from.data, rows[i] * columns, picked.data, i * columns, columns);
    }
    return picked;
  }

  private static DMatrixRMaj pick(DMatrixRMaj from, int[] rows) {
    var columns = IntStream.range(0, from.numCols).toArray();
    return CommonOps_DDRM.extract(from, rows, rows.length, columns, columns.length, null);
  }

  /** Number of rows; may be 0. */
  public int rows() {
    return inputs.numRows;
  }
}
