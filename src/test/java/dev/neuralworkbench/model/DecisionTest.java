package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final List<String> TWO = List.of("no", "yes");

  @Test
  void aThresholdIsAboveForThePositiveClass() {
    var second = new Threshold(1, 0.3);
    assertEquals(1, second.of(new double[] {0.69, 0.31}));
    assertEquals(0, second.of(new double[] {0.7, 0.3}));
    var first = new Threshold(0, 0.3);
    assertEquals(0, first.of(new double[] {0.31, 0.69}));
    assertEquals(1, first.of(new double[] {0.3, 0.7}));
  }

  /** 0.5 · 1 + 0.2 · 5 = 1.5, 0.3 · 1 + 0.2 · 5 = 1.3, 0.3 · 4 + 0.5 · 0.1 = 1.25: by hand. */
  @Test
  void theLeastExpectedCostDecides() {
    var costs =
        new Costs(List.of(List.of(0.0, 1.0, 4.0), List.of(1.0, 0.0, 0.1), List.of(5.0, 5.0, 0.0)));
    assertEquals(2, costs.of(new double[] {0.3, 0.5, 0.2}));
    assertEquals(0, costs.of(new double[] {0.9, 0.1, 0}));
    var equal =
        new Costs(List.of(List.of(0.0, 1.0, 1.0), List.of(1.0, 0.0, 1.0), List.of(1.0, 1.0, 0.0)));
    assertEquals(1, equal.of(new double[] {0.2, 0.4, 0.4}), "the first of equal ones");
    assertEquals(2, equal.of(new double[] {0.2, 0.3, 0.5}));
  }

  /**
   * Two costs decide as the threshold c(false positive) / (sum of both): Elkan 2001, equation 2.
   */
  @Test
  void costsOfTwoClassesAreAThreshold() {
    var costs = new Costs(List.of(List.of(0.0, 1.0), List.of(4.0, 0.0)));
    var threshold = new Threshold(1, 1.0 / 5);
    for (var p = 0.005; p < 1; p += 0.01) {
      var probabilities = new double[] {1 - p, p};
      assertEquals(threshold.of(probabilities), costs.of(probabilities), "p = " + p);
    }
  }

  @Test
  void answersFollowTheDecisionButProbabilitiesStay() {
    var target = new ClassTarget("y", TWO, false);
    var logits = new DMatrixRMaj(new double[][] {{-1}, {0.2}, {Double.NaN}, {-3}});
    var plain = new Answers(target, logits, OutputFunction.SIGMOID);
    var decided = plain.decided(new Threshold(1, 0.2));
    assertEquals(List.of(0, 1, -1, 0), boxed(plain));
    assertEquals(List.of(1, 1, -1, 0), boxed(decided));
    assertEquals(plain.probability(0, 1), decided.probability(0, 1));
    assertEquals(List.of(1, 1, -1, 0), boxed(plain.decided(new Threshold(0, 0.8))));
  }

  private static List<Integer> boxed(Answers answers) {
    var classes = answers.predictedClasses();
    for (var row = 0; row < classes.length; row++) {
      assertEquals(classes[row], answers.predictedClass(row));
    }
    return java.util.Arrays.stream(classes).boxed().toList();
  }

  @Test
  void whatIsWrongIsSaid() {
    assertEquals(List.of(), new Threshold(0, 0.3).problems("decision", TWO));
    for (var wrong : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
      assertEquals(1, new Threshold(1, wrong).problems("decision", TWO).size());
    }
    assertEquals("decision.positive", first(new Threshold(2, 0.5), TWO).component());
    var three = List.of("a", "b", "c");
    assertEquals("decision.twoClasses", first(new Threshold(1, 0.5), three).key());
    assertEquals("decision.size", first(costs(new double[][] {{0, 1}, {1, 0}}), three).key());
    assertEquals("decision.size", first(costs(new double[][] {{0, 1}, {1}}), TWO).key());
    assertEquals("decision.size", first(costs(new double[0][]), TWO).key());
    assertEquals("decision.noCosts", first(costs(new double[][] {{0, 0}, {0, 0}}), TWO).key());
    for (var wrong : new double[][][] {{{0, -1}, {1, 0}}, {{0, 1}, {2e9, 0}}, {{1, 1}, {1, 0}}}) {
      assertTrue(first(costs(wrong), TWO).component().startsWith("decision.costs["));
    }
    assertEquals(List.of(), costs(new double[][] {{0, 0}, {1e9, 0}}).problems("decision", TWO));
  }

  private static Costs costs(double[][] rows) {
    return new Costs(
        java.util.Arrays.stream(rows)
            .map(row -> java.util.Arrays.stream(row).boxed().toList())
            .toList());
  }

  private static Problem first(Decision decision, List<String> classes) {
    return decision.problems("decision", classes).getFirst();
  }
}
