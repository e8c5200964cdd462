package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.function.Loss;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class RunningScoreTest {

  @Test
  void accuracyIsTheShareOfRowsHit() {
    var outputs = new FMatrixRMaj(3, 3, true, 1, 2, 0, 5, -1, 0, -3, -2, -1);
    var targets = new ClassTargets(new int[] {1, 2, 2}, 3);
    assertEquals(2 / 3.0, score(Loss.CATEGORICAL_CROSS_ENTROPY, targets, outputs), 1e-12);
  }

  @Test
  void singleLogitSaysTheSecondClassAboveZero() {
    var outputs = new FMatrixRMaj(4, 1, true, 0.1f, -0.1f, 0.3f, 0);
    var targets = new ClassTargets(new int[] {1, 0, 0, 0}, 2);
    assertEquals(0.75, score(Loss.BINARY_CROSS_ENTROPY, targets, outputs));
  }

  @Test
  void singleEstimateSaysTheSecondClassAboveOneHalf() {
    var outputs = new FMatrixRMaj(4, 1, true, 0.6f, 0.4f, 0.1f, 0.9f);
    var targets = new ClassTargets(new int[] {1, 0, 1, 1}, 2);
    assertEquals(0.75, score(Loss.MEAN_SQUARED_ERROR, targets, outputs));
  }

  /** Logits less log ω, probabilities by ω: (1, 2, 0) is of class 0, and so on; as NumPy has it. */
  @Test
  void correctedAnswersAreTheOnesThatCount() {
    var outputs = new FMatrixRMaj(3, 3, true, 1, 2, 0, 0.5f, -1, 3, -2, 0.25f, 0.5f);
    var weights = new float[] {0.5f, 2.5f, 1.25f};
    for (var corrected : new boolean[] {true, false}) {
      var targets = new ClassTargets(new int[] {0, 2, 2}, 3, weights, corrected);
      var score = score(Loss.CATEGORICAL_CROSS_ENTROPY, targets, outputs);
      assertEquals(corrected ? 1 : 2 / 3.0, score, 1e-12);
    }
    var two = new ClassTargets(new int[] {0, 1, 0}, 2, new float[] {0.5f, 2.5f}, true);
    var logits = new FMatrixRMaj(3, 1, true, 1, 2, -0.3f);
    assertEquals(1, score(Loss.BINARY_CROSS_ENTROPY, two, logits));
    var estimates = new FMatrixRMaj(3, 1, true, 0.8f, 0.9f, 0.2f);
    assertEquals(1, score(Loss.MEAN_SQUARED_ERROR, two, estimates));
    assertEquals(new FMatrixRMaj(3, 1, true, 0.8f, 0.9f, 0.2f).get(0), estimates.get(0));
  }

  @Test
  void determinationComparesWithTheMean() {
    var outputs = new FMatrixRMaj(3, 1, true, 1, 2, 4);
    var targets = new ValueTargets(new DMatrixRMaj(3, 1, true, 1, 2, 3));
    // Σ(y − ŷ)² = 1, Σ(y − 2)² = 2.
    assertEquals(0.5, score(Loss.MEAN_SQUARED_ERROR, targets, outputs), 1e-12);
  }

  @Test
  void determinationOfEqualNumbersDoesNotExist() {
    var same = new ValueTargets(new DMatrixRMaj(2, 1, true, 3, 3));
    assertTrue(Double.isNaN(score(Loss.HUBER, same, new FMatrixRMaj(2, 1))));
  }

  private static double score(Loss loss, Targets targets, FMatrixRMaj outputs) {
    var rows = targets.rows();
    var data = new Dataset(new FMatrixRMaj(rows, 1), targets, new int[rows]);
    var written = new FMatrixRMaj(rows, outputs.numCols);
    for (var row = 0; row < rows; row++) {
      targets.write(row, written.data, row * outputs.numCols, outputs.numCols);
    }
    var score = new RunningScore(data, loss);
    score.add(outputs, written, rows);
    return score.value();
  }
}
