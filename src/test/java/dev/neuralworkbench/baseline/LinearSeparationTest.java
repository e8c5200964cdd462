package dev.neuralworkbench.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.baseline.LinearSeparation.Separability;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.metrics.PredictedClasses;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class LinearSeparationTest {

  private static LinearSeparation fit(Sample sample) {
    var table = sample.table();
    var training = PreparedData.of(Preparation.defaults(table), table).training();
    return LinearSeparation.of(training.inputs(), (ClassTargets) training.targets());
  }

  @Test
  void xorAndTheTextbooksRowsCannotBeSeparated() {
    for (var sample :
        new Sample[] {
          BundledSample.XOR, BundledSample.TEXTBOOK_LOGISTIC, BundledSample.TEXTBOOK_NETWORK
        }) {
      var fit = fit(sample);
      assertEquals(Separability.NOT_SEPARABLE, fit.separability(), sample.id());
      assertTrue(fit.errors() >= 1, "at most 3 of 4 are right");
    }
  }

  @Test
  void andCanBeSeparated() {
    var inputs = new FMatrixRMaj(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    var classes = new int[] {0, 0, 0, 1};
    var fit = LinearSeparation.of(inputs, new ClassTargets(classes, 2));
    assertEquals(Separability.SEPARABLE, fit.separability());
    assertArrayEquals(classes, PredictedClasses.of(fit.fit().model().logits(inputs), 0));
  }

  @Test
  void usualGaussiansCanBeSeparatedAndOverlappingOnesCannot() {
    for (var seed = 0; seed < 10; seed++) {
      assertEquals(
          Separability.SEPARABLE,
          fit(new GeneratedSample(SampleKind.GAUSSIANS, 300, 0.3, seed)).separability());
      assertEquals(
          Separability.NOT_SEPARABLE,
          fit(new GeneratedSample(SampleKind.GAUSSIANS, 300, 1, seed)).separability());
    }
  }

  @Test
  void circlesMoonsAndSpiralCannotBeSeparated() {
    for (var kind : new SampleKind[] {SampleKind.CIRCLES, SampleKind.MOONS, SampleKind.SPIRAL}) {
      assertEquals(
          Separability.NOT_SEPARABLE, fit(GeneratedSample.of(kind)).separability(), kind.id());
    }
  }

  @Test
  void narrowGapIsFoundAndClosedGapIsNot() {
    // Classes that part between 0.999 and 1.006, then one row that lies beyond the next.
    var inputs = new FMatrixRMaj(200, 1);
    var classes = new int[200];
    for (var row = 0; row < 200; row++) {
      var right = row % 2;
      inputs.data[row] = right == 0 ? 0.999f - row / 200f : 1.001f + row / 200f;
      classes[row] = right;
    }
    var targets = new ClassTargets(classes, 2);
    assertEquals(Separability.SEPARABLE, LinearSeparation.of(inputs, targets).separability());
    inputs.data[0] = 1.008f;
    var exchanged = LinearSeparation.of(inputs, targets);
    assertEquals(Separability.NOT_SEPARABLE, exchanged.separability());
    assertTrue(exchanged.errors() > 0);
  }

  @Test
  void rowsOfBothClassesOnThePlaneCannotBeSeparated() {
    var inputs = new FMatrixRMaj(new float[][] {{-1}, {0}, {0}, {1}});
    var fit = LinearSeparation.of(inputs, new ClassTargets(new int[] {0, 0, 1, 1}, 2));
    assertEquals(Separability.NOT_SEPARABLE, fit.separability());
    assertEquals(1, fit.errors());
  }

  /** Coefficients that R's glm gives for this textbook case, too. */
  @Test
  void irisWithoutSetosaHasTheKnownOptimum() {
    var table = BundledSample.IRIS.table();
    var inputs = new FMatrixRMaj(100, 4);
    var classes = new int[100];
    for (var row = 0; row < 100; row++) {
      for (var j = 0; j < 4; j++) {
        inputs.set(row, j, (float) ((NumberColumn) table.column(j)).value(row + 50));
      }
      classes[row] = table.column(4).text(row + 50).equals("virginica") ? 1 : 0;
    }
    var fit = LinearSeparation.of(inputs, new ClassTargets(classes, 2));
    assertEquals(Separability.NOT_SEPARABLE, fit.separability());
    assertEquals(2, fit.errors());
    var expected = new double[] {-2.4652202, -6.68088701, 9.42938515, 18.28613689};
    for (var j = 0; j < 4; j++) {
      assertEquals(expected[j], fit.fit().model().weight(j, 1), 1e-3);
      assertEquals(0, fit.fit().model().weight(j, 0));
    }
    assertEquals(-42.63780381, fit.fit().model().bias(1), 1e-3);
  }

  /** Expected values come from scikit-learn's LogisticRegression without penalty. */
  @Test
  void threeOverlappingClassesHaveTheKnownOptimum() {
    var inputs = new FMatrixRMaj(ThreeClasses.INPUTS);
    var fit = LinearSeparation.of(inputs, new ClassTargets(ThreeClasses.CLASSES, 3));
    assertEquals(Separability.NOT_SEPARABLE, fit.separability());
    assertEquals(18, fit.errors());
    var expected = new double[][] {{0.49297051, -0.97862598}, {1.08189926, -1.14331579}};
    for (var c = 1; c < 3; c++) {
      for (var j = 0; j < 2; j++) {
        assertEquals(expected[c - 1][j], fit.fit().model().weight(j, c), 1e-5);
      }
    }
    assertEquals(0.74628281, fit.fit().model().bias(1), 1e-5);
    assertEquals(0.37392923, fit.fit().model().bias(2), 1e-5);
  }

  @Test
  void dependentInputsChangeNoProbability() {
    var inputs = new FMatrixRMaj(ThreeClasses.INPUTS);
    var doubled = new FMatrixRMaj(30, 5);
    for (var row = 0; row < 30; row++) {
      for (var j = 0; j < 2; j++) {
        doubled.set(row, j, inputs.get(row, j));
        doubled.set(row, j + 2, inputs.get(row, j));
      }
      doubled.set(row, 4, 1);
    }
    var targets = new ClassTargets(ThreeClasses.CLASSES, 3);
    var once = LinearSeparation.of(inputs, targets).fit().model().logits(inputs);
    var twice = LinearSeparation.of(doubled, targets).fit().model().logits(doubled);
    for (var i = 0; i < 90; i++) {
      assertEquals(once.data[i], twice.data[i], 1e-6);
    }
  }
}
