package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossCurve;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** The loss of an answer that looks at no input: the shares of the classes, or the mean. */
final class ConstantAnswer {

  private ConstantAnswer() {}

  /** Mean loss over rows, as a network of this design is trained on them. */
  static double loss(Targets targets, NetworkDesign design) {
    return switch (targets) {
      case ClassTargets classes -> ofClasses(weighted(shares(classes), classes), design);
      case ValueTargets(var values) -> ofValues(values, design.loss());
    };
  }

  static double[] shares(ClassTargets targets) {
    var shares = new double[targets.classCount()];
    for (var index : targets.classes()) {
      shares[index] += 1.0 / targets.rows();
    }
    return shares;
  }

  /** Classes that are balanced have the same share of the loss. */
  private static double[] weighted(double[] shares, ClassTargets targets) {
    var weights = targets.classWeights();
    return weights == null
        ? shares
        : IntStream.range(0, shares.length).mapToDouble(i -> weights[i] * shares[i]).toArray();
  }

  private static double ofClasses(double[] shares, NetworkDesign design) {
    var classes = shares.length;
    return Arrays.stream(shares)
        .map(share -> (1 - design.smoothing()) * share + design.smoothing() / classes)
        .map(
            share ->
                design.loss().ownsOutputFunction()
                    ? share == 0 ? 0 : -share * StrictMath.log(share)
                    // One output of 0 and 1, or one for each class: the mean of p (1 − p).
                    : share * (1 - share) / classes)
        .sum();
  }

  private static double ofValues(DMatrixRMaj values, Loss loss) {
    var sum = 0.0;
    for (var column = 0; column < values.numCols; column++) {
      sum += ofColumn(values, column, loss);
    }
    return sum / values.numCols;
  }

  private static double ofColumn(DMatrixRMaj values, int column, Loss loss) {
    var rows = values.numRows;
    var mean = IntStream.range(0, rows).mapToDouble(row -> values.get(row, column)).sum() / rows;
    var curve = new LossCurve(loss);
    return IntStream.range(0, rows)
            .mapToDouble(
                row -> curve.value(new double[] {mean}, new double[] {values.get(row, column)}))
            .sum()
        / rows;
  }
}
