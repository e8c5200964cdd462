package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.answer.Prediction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyWordsTest {

  private static String said(Decision of, List<String> classes, Double... probabilities) {
    var p = List.of(probabilities);
    var index = of.of(Arrays.stream(probabilities).mapToDouble(it -> it).toArray());
    var prediction = new Prediction.OfClass(index, classes, p);
    return WhyWords.decision(of, prediction, Sentences.of(Language.ENGLISH));
  }

  /** 0.937 · 1 is less than 0.063 · 20. */
  @Test
  void expectedCostsSayWhyTheMostProbableClassIsNotPredicted() {
    var costs =
        new Decision.Costs(List.of(List.of(0., 5., 5.), List.of(9., 0., 20.), List.of(9., 1., 0.)));
    var classes = List.of("setosa", "versicolor", "virginica");
    assertEquals(
        "Prediction: versicolor, because its expected cost, 0.937, is the lowest."
            + " That of virginica, the most probable class, is 1.26.",
        said(costs, classes, 0.0, 0.063, 0.937));
    assertEquals(
        "Prediction: virginica, because its expected cost is the lowest.",
        said(costs, classes, 0.0, 0.02, 0.98));
  }

  @Test
  void aThresholdSaysWhichSideOfItTheProbabilityIs() {
    var threshold = new Decision.Threshold(1, 0.2);
    assertEquals(
        "Prediction: yes, because the probability of yes, 0.25, is above the threshold 0.2.",
        said(threshold, List.of("no", "yes"), 0.75, 0.25));
    assertEquals(
        "Prediction: no, because the probability of yes, 0.2, is not above the threshold 0.2.",
        said(threshold, List.of("no", "yes"), 0.8, 0.2));
  }
}
