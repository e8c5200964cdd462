package dev.neuralworkbench.data.sample;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.random.RandomSource;
import java.util.List;

/**
 * Rules of generated data sets. Those of two classes alternate between them and add normal noise to
 * both coordinates; those of a number add it to the number. Sine and cosine are {@link
 * StrictMath}'s, which are the same on every machine.
 */
public enum SampleKind {
  /** Two rings of radius 0.5 (A) and 1 (B) about the origin. */
  CIRCLES(3, true, 300, 0.1) {
    @Override
    void draw(int row, int rows, double noise, RandomSource random, double[] point) {
      var angle = 2 * Math.PI * random.nextDouble();
      var radius = row % 2 == 0 ? 0.5 : 1;
      place(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), row, point);
      shake(noise, random, point);
    }
  },
  /** Two half circles of radius 1 that reach into each other. */
  MOONS(3, true, 300, 0.15) {
    @Override
    void draw(int row, int rows, double noise, RandomSource random, double[] point) {
      var angle = Math.PI * random.nextDouble();
      var cos = StrictMath.cos(angle);
      var sin = StrictMath.sin(angle);
      if (row % 2 == 0) {
        place(cos, sin, row, point);
      } else {
        place(1 - cos, 0.5 - sin, row, point);
      }
      shake(noise, random, point);
    }
  },
  /** Two clouds about (−1, −1) and (1, 1); at the usual noise a line separates them. */
  GAUSSIANS(3, true, 300, 0.3) {
    @Override
    void draw(int row, int rows, double noise, RandomSource random, double[] point) {
      var centre = row % 2 == 0 ? -1 : 1;
      place(centre, centre, row, point);
      shake(noise, random, point);
    }
  },
  /** Two arms about each other, one and three quarter turns each, radius up to 1. */
  SPIRAL(3, true, 500, 0.02) {
    @Override
    void draw(int row, int rows, double noise, RandomSource random, double[] point) {
      // Even steps: drawn by chance, the arms would have gaps that no network can fill.
      var step = row / 2;
      var steps = (rows + 1) / 2;
      var along = (step + 0.5) / steps;
      var angle = 1.75 * 2 * Math.PI * along + (row % 2 == 0 ? 0 : Math.PI);
      place(along * StrictMath.sin(angle), along * StrictMath.cos(angle), row, point);
      shake(noise, random, point);
    }
  },
  /** y = sin(x), x between −π and π. */
  SINE(2, false, 200, 0.1) {
    @Override
    void draw(int row, int rows, double noise, RandomSource random, double[] point) {
      point[0] = Math.PI * (2 * random.nextDouble() - 1);
      point[1] = StrictMath.sin(point[0]) + noise * random.nextGaussian();
    }
  },
  /** y = x₁ + 2 x₂, both between −1 and 1. */
  PLANE(3, false, 200, 0.1) {
    @Override
    void draw(int row, int rows, double noise, RandomSource random, double[] point) {
      point[0] = 2 * random.nextDouble() - 1;
      point[1] = 2 * random.nextDouble() - 1;
      point[2] = point[0] + 2 * point[1] + noise * random.nextGaussian();
    }
  };

  /** Number of columns, the target included. */
  final int columns;

  final boolean classes;
  public final int defaultRows;
  public final double defaultNoise;

  SampleKind(int columns, boolean classes, int defaultRows, double defaultNoise) {
    this.columns = columns;
    this.classes = classes;
    this.defaultRows = defaultRows;
    this.defaultNoise = defaultNoise;
  }

  /** Name in files and on the command line: {@code circles}. */
  public String id() {
    return Ids.of(this);
  }

  public List<String> columnNames() {
    return columns == 2 ? List.of("x", "y") : List.of("x1", "x2", classes ? "class" : "y");
  }

  /**
   * Draws one row.
   *
   * @param rows number of rows of the whole set
   * @param point receives the row's numbers, a class as 0 or 1. Modified.
   */
  abstract void draw(int row, int rows, double noise, RandomSource random, double[] point);

  private static void place(double x1, double x2, int row, double[] point) {
    point[0] = x1;
    point[1] = x2;
    point[2] = row % 2;
  }

  private static void shake(double noise, RandomSource random, double[] point) {
    point[0] += noise * random.nextGaussian();
    point[1] += noise * random.nextGaussian();
  }
}
