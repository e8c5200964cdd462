package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * How well the nearest other rows answer a row: what there is to be learned of the shape of the
 * data, whatever the network. By distance of prepared inputs, the row itself left out.
 */
final class Neighbours {

  /** Rows that are compared with each other. */
  static final int MOST_ROWS = 400;

  private static final int NEAREST = 5;

  private Neighbours() {}

  /** How much better the nearest other rows answer a training row than the network does. */
  static double gain(Observation run, LossCourse course) {
    return score(run) - own(run, course);
  }

  /** Score of the last epochs without dropout: with dropout the one of the training rows is not. */
  static double own(Observation run, LossCourse course) {
    return run.dropout() > 0 ? course.validationScore() : course.score();
  }

  /**
   * How well the nearest other rows answer a training row: accuracy of the majority of the five
   * nearest, or R² of their mean; NaN for fewer than 20 rows.
   */
  static double score(Observation run) {
    var rows = run.training().sample(MOST_ROWS); // Every one is compared with every other.
    if (rows.rows() < 20) {
      return Double.NaN;
    }
    return switch (rows.targets()) {
      case ClassTargets targets -> accuracy(rows.inputs(), targets);
      case ValueTargets(var values) -> r2(rows.inputs(), values);
    };
  }

  private static double accuracy(FMatrixRMaj inputs, ClassTargets targets) {
    var hits = 0;
    for (var row = 0; row < inputs.numRows; row++) {
      var votes = new int[targets.classCount()];
      var most = 0;
      for (var near : nearest(inputs, row)) {
        votes[targets.classes()[near]]++;
      }
      for (var i = 1; i < votes.length; i++) {
        most = votes[i] > votes[most] ? i : most;
      }
      hits += most == targets.classes()[row] ? 1 : 0;
    }
    return (double) hits / inputs.numRows;
  }

  private static double r2(FMatrixRMaj inputs, DMatrixRMaj values) {
    var rows = inputs.numRows;
    var mean = 0.0;
    for (var row = 0; row < rows; row++) {
      mean += values.get(row, 0) / rows;
    }
    var errors = 0.0;
    var spread = 0.0;
    for (var row = 0; row < rows; row++) {
      var answer =
          Arrays.stream(nearest(inputs, row)).mapToDouble(near -> values.get(near, 0)).sum()
              / NEAREST;
      errors += (values.get(row, 0) - answer) * (values.get(row, 0) - answer);
      spread += (values.get(row, 0) - mean) * (values.get(row, 0) - mean);
    }
    return spread == 0 ? Double.NaN : 1 - errors / spread;
  }

  private static int[] nearest(FMatrixRMaj inputs, int row) {
    var distances = new double[inputs.numRows];
    Arrays.setAll(distances, other -> distance(inputs, row, other));
    return IntStream.range(0, distances.length)
        .filter(other -> other != row)
        .boxed()
        .sorted(Comparator.comparingDouble(other -> distances[other]))
        .limit(NEAREST)
        .mapToInt(it -> it)
        .toArray();
  }

  private static double distance(FMatrixRMaj inputs, int one, int other) {
    var sum = 0.0;
    for (var i = 0; i < inputs.numCols; i++) {
      var difference = (double) inputs.get(one, i) - inputs.get(other, i);
      sum += difference * difference;
    }
    return sum;
  }
}
