package dev.neuralworkbench.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.neuralworkbench.baseline.Baseline.Majority;
import dev.neuralworkbench.baseline.Baseline.Mean;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.PredictedClasses;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class ConstantBaselineTest {

  @Test
  void mostFrequentClassIsAnsweredWithTheSharesOfAll() {
    var targets = new ClassTargets(new int[] {2, 1, 2, 0, 2}, 3);
    var training = new Dataset(new FMatrixRMaj(5, 2), targets, new int[5]);
    var majority = assertInstanceOf(Majority.class, Baseline.constant(training));
    var answers = majority.outputs(new FMatrixRMaj(2, 2));
    assertArrayEquals(new double[] {0.2, 0.2, 0.6, 0.2, 0.2, 0.6}, answers.data);
    assertArrayEquals(new int[] {2, 2}, PredictedClasses.of(answers, 0));
  }

  @Test
  void meanIsAnsweredForNumbers() {
    var targets = new ValueTargets(new DMatrixRMaj(new double[][] {{1}, {2}, {6}}));
    var training = new Dataset(new FMatrixRMaj(3, 1), targets, new int[3]);
    var mean = assertInstanceOf(Mean.class, Baseline.constant(training));
    assertArrayEquals(new double[] {3, 3}, mean.outputs(new FMatrixRMaj(2, 1)).data);
  }
}
