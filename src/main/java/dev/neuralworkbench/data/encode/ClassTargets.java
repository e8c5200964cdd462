package dev.neuralworkbench.data.encode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Classes as indices from 0 on.
 *
 * @param classes the class of each row. Kept, not copied: not to be modified any more.
 * @param classCount number of classes; at least 1
 * @param classWeights of the classes in the loss; null where all count the same. Kept, not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
public record ClassTargets(int[] classes, int classCount, float @Nullable [] classWeights)
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
    this(classes, classCount, null);
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
