package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/** Small data sets for tests. */
final class Samples {

  static final Dataset NO_CLASSES =
      new Dataset(new FMatrixRMaj(0, 2), new ClassTargets(new int[0], 2), new int[0]);
  static final Dataset NO_VALUES =
      new Dataset(new FMatrixRMaj(0, 1), new ValueTargets(new DMatrixRMaj(0, 1)), new int[0]);

  private Samples() {}

  /** Points of the plane; the second class is a ring around the first. */
  static Dataset ring(int rows, long seed) {
    var random = RandomSource.of(seed, Purpose.GENERATED_DATA);
    var inputs = new FMatrixRMaj(rows, 2);
    var classes = new int[rows];
    for (var row = 0; row < rows; row++) {
      classes[row] = random.nextInt(2);
      var radius = 0.5 + 1.2 * classes[row] + 0.3 * random.nextGaussian();
      var angle = 2 * StrictMath.PI * random.nextDouble();
      inputs.set(row, 0, (float) (radius * StrictMath.cos(angle)));
      inputs.set(row, 1, (float) (radius * StrictMath.sin(angle)));
    }
    return new Dataset(inputs, new ClassTargets(classes, 2), IntStream.range(0, rows).toArray());
  }

  /** y = 2x + 1 + noise, x from −1 to 1. */
  static Dataset line(int rows, double noise, long seed) {
    var random = RandomSource.of(seed, Purpose.GENERATED_DATA);
    var inputs = new FMatrixRMaj(rows, 1);
    var values = new DMatrixRMaj(rows, 1);
    for (var row = 0; row < rows; row++) {
      var x = 2 * random.nextDouble() - 1;
      inputs.set(row, 0, (float) x);
      values.set(row, 0, (float) (2 * x + 1 + noise * random.nextGaussian()));
    }
    return new Dataset(inputs, new ValueTargets(values), IntStream.range(0, rows).toArray());
  }
}
