package dev.neuralworkbench.data.encode;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** What a network is to answer for each row of a {@link Dataset}. */
public sealed interface Targets {

  /**
   * How much a row of each class counts in the loss; null where all count the same. Not to be
   * modified.
   */
  default float @Nullable [] classWeights() {
    return null;
  }

  int rows();

  /**
   * Writes one row's target as a network with so many outputs gives it.
   *
   * @param into receives {@code outputs} numbers from {@code offset} on. Modified.
   * @throws IllegalArgumentException if the targets cannot be given by so many outputs
   */
  void write(int row, float[] into, int offset, int outputs);

  /** The same target in double; the caller's own. */
  default double[] of(int row, int outputs) {
    if (this instanceof ValueTargets(var values)) {
      return Arrays.copyOfRange(values.data, row * outputs, (row + 1) * outputs);
    }
    var single = new float[outputs];
    write(row, single, 0, outputs);
    return IntStream.range(0, outputs).mapToDouble(i -> single[i]).toArray();
  }

  /**
   * Numbers, scaled as the network learns them; it gets them as floats.
   *
   * @param values (rows × outputs). Kept, not copied: not to be modified any more.
   */
  record ValueTargets(DMatrixRMaj values) implements Targets {

    @Override
    public int rows() {
      return values.numRows;
    }

    @Override
    public void write(int row, float[] into, int offset, int outputs) {
      if (outputs != values.numCols) {
        throw new IllegalArgumentException(
            "expected " + values.numCols + " outputs, received " + outputs);
      }
      for (var i = 0; i < outputs; i++) {
        into[offset + i] = (float) values.data[row * outputs + i];
      }
    }
  }

  /**
   * Classes as indices from 0 on.
   *
   * @param classes the class of each row. Kept, not copied: not to be modified any more.
   * @param classCount number of classes; at least 1
   * @param classWeights of the classes in the loss; null where all count the same. Kept, not
   *     copied.
   * @param corrected whether predictions are corrected for the weights
   */
  @SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
  record ClassTargets(
      int[] classes, int classCount, float @Nullable [] classWeights, boolean corrected)
      implements Targets {

    /**
     * @throws IllegalArgumentException if a class is outside 0 … classCount − 1
     */
    public ClassTargets {
      for (var index : classes) {
        if (index < 0 || index >= classCount) {
          throw new IllegalArgumentException(
              "expected a class below " + classCount + ", received " + index);
        }
      }
    }

    public ClassTargets(int[] classes, int classCount) {
      this(classes, classCount, null, false);
    }

    /** As {@link TargetEncoder.ClassTarget#correction}. */
    public @Nullable PriorCorrection correction(boolean areLogits) {
      if (!corrected || classWeights == null) {
        return null;
      }
      var of = new double[classWeights.length];
      Arrays.setAll(of, c -> classWeights[c]);
      return new PriorCorrection(of, areLogits);
    }

    @Override
    public int rows() {
      return classes.length;
    }

    /** With one output the index of the class, 0 or 1; with one for each class, one-hot. */
    @Override
    public void write(int row, float[] into, int offset, int outputs) {
      if (outputs == 1 && classCount <= 2) {
        into[offset] = classes[row];
      } else if (outputs == classCount) {
        Arrays.fill(into, offset, offset + outputs, 0);
        into[offset + classes[row]] = 1;
      } else {
        throw new IllegalArgumentException(
            "expected " + classCount + " outputs for as many classes, received " + outputs);
      }
    }
  }
}
