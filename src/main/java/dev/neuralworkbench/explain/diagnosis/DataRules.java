package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.explain.diagnosis.Diagnosis.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

final class DataRules {

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
    var sizes = sizes(run.training().sample(Neighbours.MOST_ROWS));
    var smallest = Arrays.stream(sizes).filter(size -> size > 0).min().orElse(1);
    var largest = Arrays.stream(sizes).max().orElse(1);
    var isSo = largest > LARGE || largest > MUCH_LARGER * smallest;
    return Diagnosis.when(
        isSo, Kind.INPUTS_NOT_SCALED, Remedy.Fixed.STANDARDIZE, smallest, largest);
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
    var score = Neighbours.own(run, course);
    if (!stands || Double.isNaN(score) || score > 0.95 || !isSmall(run)) {
      return Optional.empty();
    }
    var neighbours = Neighbours.score(run);
    return Diagnosis.when(
        neighbours - score > 0.1, Kind.MODEL_TOO_SMALL, Remedy.Fixed.LARGER, score, neighbours);
  }

  /**
   * A network with as many weights as rows could learn them by heart, and one with dropout, a high
   * price on weights or too long steps is held down by those: its size is not to blame.
   */
  private static boolean isSmall(Observation run) {
    return run.dropout() == 0
        && !RegularizationRules.isStrong(run)
        && !run.isRateFarAboveUsual()
        && run.design().parameterCount(run.training().inputs().numCols, run.outputs())
            < run.training().rows();
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
    var isStratified = run.preparation().split().stratified();
    return Diagnosis.when(
        shares.length > 1 && rarest * shares.length < RARE,
        Kind.CLASSES_UNBALANCED,
        isStratified ? Remedy.Fixed.BALANCE : Remedy.Fixed.STRATIFY,
        new Diagnosis.Percentage(rarest),
        new Diagnosis.Percentage(commonest));
  }
}
