package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.Scaling;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

final class DataRules {

  /** Rows that are compared with each other, and whose inputs are looked at. */
  private static final int SOME_ROWS = 400;

  private static final double LARGE = 10;
  private static final double MUCH_LARGER = 100;

  /** The rarest class has less than this share of what it would have among equals. */
  private static final double RARE = 0.15;

  /** So few rows tell nothing of their class, however much each of them weighs. */
  private static final int FEW_OF_A_CLASS = 4;

  private static final int MANY_EPOCHS = 30;

  private DataRules() {}

  static Optional<Diagnosis> inputsNotScaled(Observation run) {
    if (run.preparation().scaling() != Scaling.NONE) {
      return Optional.empty();
    }
    var sizes = sizes(run.training().sample(SOME_ROWS));
    var smallest = Arrays.stream(sizes).filter(size -> size > 0).min().orElse(1);
    var largest = Arrays.stream(sizes).max().orElse(1);
    return largest > LARGE || largest > MUCH_LARGER * smallest
        ? Optional.of(Diagnosis.inputsNotScaled(smallest, largest))
        : Optional.empty();
  }

  /** √mean(x²) of each input. */
  private static double[] sizes(Dataset rows) {
    return IntStream.range(0, rows.inputs().numCols)
        .mapToDouble(
            input ->
                StrictMath.sqrt(
                    IntStream.range(0, rows.rows())
                        .mapToDouble(row -> rows.inputs().get(row, input))
                        .map(x -> x * x)
                        .average()
                        .orElse(0)))
        .toArray();
  }

  /** The nearest rows answer much better than the network, which does not get better any more. */
  static Optional<Diagnosis> modelTooSmall(Observation run, LossCourse course) {
    var epochs = course.epochs();
    if (epochs < MANY_EPOCHS) {
      return Optional.empty();
    }
    var part = Math.max(1, epochs / 10);
    var before = course.training(epochs - 3 * part, epochs - 2 * part);
    var stands = before - course.training(epochs - part, epochs) < 0.03 * before;
    var score = score(run, course);
    if (!stands || Double.isNaN(score) || score > 0.95 || !isSmall(run)) {
      return Optional.empty();
    }
    var neighbours = neighbours(run);
    return neighbours - score > 0.1
        ? Optional.of(Diagnosis.modelTooSmall(score, neighbours))
        : Optional.empty();
  }

  /**
   * A network with as many weights as rows could learn them by heart, and one with dropout, a high
   * price on weights or too long steps is held down by those: its size is not to blame.
   */
  private static boolean isSmall(Observation run) {
    return RegularizationRules.dropout(run) == 0
        && !RegularizationRules.isStrong(run)
        && !RunRate.isFarAboveUsual(run)
        && run.design().parameterCount(run.training().inputs().numCols, run.outputs())
            < run.training().rows();
  }

  /** How well the nearest other rows answer a training row; NaN for few rows. */
  static double neighbours(Observation run) {
    return Neighbours.score(run.training().sample(SOME_ROWS));
  }

  /** Score of the last epochs without dropout: with dropout the one of the training rows is not. */
  static double score(Observation run, LossCourse course) {
    return RegularizationRules.dropout(run) > 0 ? course.validationScore() : course.score();
  }

  static Optional<Diagnosis> classesUnbalanced(Observation run) {
    if (!(run.training().targets() instanceof ClassTargets targets)
        || targets.classWeights() != null) {
      return Optional.empty();
    }
    var shares =
        Arrays.stream(ConstantAnswer.shares(targets))
            .filter(share -> share * targets.rows() > FEW_OF_A_CLASS)
            .toArray();
    var rarest = Arrays.stream(shares).min().orElse(1);
    var commonest = Arrays.stream(shares).max().orElse(1);
    return shares.length > 1 && rarest * shares.length < RARE
        ? Optional.of(
            Diagnosis.classesUnbalanced(rarest, commonest, run.preparation().split().stratified()))
        : Optional.empty();
  }

  /**
   * How well the nearest other rows answer a row: what there is to be learned of the shape of the
   * data, whatever the network. By distance of prepared inputs, the row itself left out.
   */
  private static final class Neighbours {

    private static final int NEAREST = 5;

    private Neighbours() {}

    /**
     * Accuracy of the majority of the five nearest, or R² of their mean; NaN for fewer than 20
     * rows.
     *
     * @param rows a few hundred at most: every one is compared with every other
     */
    static double score(Dataset rows) {
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

    private static double r2(FMatrixRMaj inputs, FMatrixRMaj values) {
      var rows = inputs.numRows;
      var mean = 0.0;
      for (var row = 0; row < rows; row++) {
        mean += (double) values.get(row, 0) / rows;
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
      var rows = new int[NEAREST];
      var distances = new double[NEAREST];
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
      for (var other = 0; other < inputs.numRows; other++) {
        var distance = other == row ? Double.POSITIVE_INFINITY : distance(inputs, row, other);
        for (var at = NEAREST - 1; at >= 0 && distance < distances[at]; at--) {
          if (at < NEAREST - 1) {
            distances[at + 1] = distances[at];
            rows[at + 1] = rows[at];
          }
          distances[at] = distance;
          rows[at] = other;
        }
      }
      return rows;
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
}
