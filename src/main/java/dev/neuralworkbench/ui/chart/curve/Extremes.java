package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least and greatest y of any stretch of a growing curve, without a walk over its points: blocks of
 * 16, 256, 4,096 … points remember theirs. A stretch of n points costs about 32 log16 n reads.
 * Values that are not finite are passed over.
 */
final class Extremes {

  private static final int FAN_OUT = 16;

  final Curve curve;
  private final List<Level> levels = new ArrayList<>();
  double least;
  double greatest;

  Extremes(Curve curve) {
    this.curve = curve;
  }

  void grow(int most) {
    // A smoothed curve computes its values as its length is asked for.
    var length = Math.min(most, curve.length());
    var size = FAN_OUT;
    for (var level = 0; size <= length; level++, size *= FAN_OUT) {
      if (level == levels.size()) {
        levels.add(new Level());
      }
      var blocks = levels.get(level);
      while ((long) (blocks.count + 1) * size <= length) {
        reset();
        var part = size / FAN_OUT;
        for (var i = 0; i < FAN_OUT; i++) {
          take(level - 1, blocks.count * FAN_OUT + i, part);
        }
        blocks.add(least, greatest);
      }
      if (size > Integer.MAX_VALUE / FAN_OUT) {
        return;
      }
    }
  }

  /**
   * Looks at the points {@code from} to {@code to}, the last one excluded; both must have been
   * grown to. The result is in {@link #least} and {@link #greatest}.
   */
  void look(int from, int to) {
    reset();
    var i = from;
    while (i < to) {
      var level = -1;
      var size = 1;
      while (level + 1 < levels.size()
          && i % (size * FAN_OUT) == 0
          && i + (long) size * FAN_OUT <= to
          && i / (size * FAN_OUT) < levels.get(level + 1).count) {
        level++;
        size *= FAN_OUT;
      }
      take(level, i / size, size);
      i += size;
    }
  }

  private void reset() {
    least = Double.POSITIVE_INFINITY;
    greatest = Double.NEGATIVE_INFINITY;
  }

  private void take(int level, int block, int size) {
    if (size == 1) {
      var y = curve.y(block);
      if (Double.isFinite(y)) {
        least = Math.min(least, y);
        greatest = Math.max(greatest, y);
      }
    } else {
      least = Math.min(least, levels.get(level).least[block]);
      greatest = Math.max(greatest, levels.get(level).greatest[block]);
    }
  }

  private static final class Level {
    private double[] least = new double[FAN_OUT];
    private double[] greatest = new double[FAN_OUT];
    private int count;

    void add(double blockLeast, double blockGreatest) {
      if (count == least.length) {
        least = Arrays.copyOf(least, count * 2);
        greatest = Arrays.copyOf(greatest, count * 2);
      }
      least[count] = blockLeast;
      greatest[count++] = blockGreatest;
    }
  }
}
