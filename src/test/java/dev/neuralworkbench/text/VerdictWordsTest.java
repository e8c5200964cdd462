package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Judgement.Decided;
import dev.neuralworkbench.model.answer.Scores;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is good and what is not: scikit-learn's accuracy, recall and R² of the same arrays. */
class VerdictWordsTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  /** Six of a, two of b, two of c: {@code DummyClassifier} gets 6 of 10 right. */
  private static final int[] ACTUAL = {0, 0, 0, 0, 0, 0, 1, 1, 2, 2};

  private static Scores scores(int... predicted) {
    return new Scores.OfClasses(ConfusionMatrix.of(ACTUAL, predicted, 3), 1, 1, 1);
  }

  private static Judgement classes(int... predicted) {
    var target = new ClassTarget("y", List.of("a", "b", "c"), false);
    return new Judgement(target, scores(predicted), scores(new int[10]), null, null);
  }

  private static Scores of(double... predicted) {
    return new Scores.OfNumbers(RegressionReport.of(new double[] {1, 2, 3, 4}, predicted), 1, 0);
  }

  private static Judgement numbers(double mean, double... predicted) {
    return new Judgement(
        new NumberTarget("y", 1, 4, mean, 0, 1),
        of(predicted),
        of(mean, mean, mean, mean),
        null,
        null);
  }

  private static String said(Judgement judged) {
    return VerdictWords.of(judged, WORDS);
  }

  @Test
  void networkThatIsNoBetterThanTheMostFrequentClassIsSaidNotToBe() {
    assertEquals(
        "Worse than always predicting the most frequent class: 5 of 10 correct instead of 6.",
        said(classes(1, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    assertEquals(
        "No better than always predicting the most frequent class, which also gets 6 of 10"
            + " correct.",
        said(classes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    assertEquals("", said(classes(0, 0, 0, 0, 0, 0, 1, 0, 0, 0)));
  }

  /** A row of b is found, at the price of one or two of a: recall (5/6 + 1/2 + 0) / 3. */
  @Test
  void networkThatTellsARareClassApartIsNotSaidToBeWorse() {
    assertEquals(
        "Always predicting the most frequent class gets 6 of 10 correct, the network 6."
            + " The network has the higher macro-averaged recall: 0.444 instead of 0.333.",
        said(classes(0, 0, 0, 0, 0, 1, 1, 0, 0, 0)));
    assertEquals(
        WORDS.text("answers.apart.classes", "6", "10", "5", "0.389", "0.333"),
        said(classes(0, 0, 0, 0, 1, 1, 1, 0, 0, 0)));
  }

  private static Judgement decided(Decision by, int... predicted) {
    var plain = ConfusionMatrix.of(ACTUAL, new int[10], 3);
    var judged = classes(predicted);
    return new Judgement(
        judged.target(), judged.network(), judged.constant(), null, new Decided(by, plain));
  }

  /** Missing a b costs 9, all others 1: always a costs 2 · 9 + 2, always b 6 + 2. */
  @Test
  void costsAreComparedWithThoseOfTheCheapestClass() {
    var by =
        new Costs(List.of(List.of(0.0, 1.0, 1.0), List.of(9.0, 0.0, 9.0), List.of(1.0, 1.0, 0.0)));
    var good = decided(by, 1, 1, 1, 0, 0, 0, 1, 1, 2, 1);
    assertEquals("", said(good), "six right are no more than those of always a, but cheaper");
    assertEquals(
        "Total cost on these rows: 4 (0.4 per row). Predicting the most probable class would cost"
            + " 20 (2 per row).",
        VerdictWords.cost(good, by, WORDS));
    assertEquals("Total cost: 4.", VerdictWords.decided(good, WORDS));
    assertEquals(
        "No better than always predicting b, which also has a total cost of 8.",
        said(decided(by, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));
    assertEquals(
        "Worse than always predicting b: total cost 10 instead of 8.",
        said(decided(by, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2)));
  }

  /** Two of class 0 taken for class 1 at 5 each, one of class 1 missed at 1; beside it 2 · 1. */
  @Test
  void aThresholdFoundForCostsIsToldWithThem() {
    var actual = new int[] {0, 0, 0, 1, 1};
    var network = ConfusionMatrix.of(actual, new int[] {0, 1, 1, 1, 0}, 2);
    var linear = ConfusionMatrix.of(actual, new int[] {0, 1, 0, 1, 1}, 2);
    var plain = ConfusionMatrix.of(actual, new int[5], 2);
    var by = new Threshold(1, 0.25, Decision.Rows.VALIDATION, new Aim(Score.COSTS, 5, 1));
    var judged =
        new Judgement(
            new ClassTarget("y", List.of("a", "b"), false),
            new Scores.OfClasses(network, 1, 1, 1),
            new Scores.OfClasses(plain, 1, 1, 1),
            new Scores.OfClasses(linear, 1, 1, 1),
            new Decided(by, plain));
    assertEquals("Threshold: 0.25. Total cost: 11.", VerdictWords.decided(judged, WORDS));
    assertEquals(
        "Total cost on these rows: 11 (2.2 per row). Predicting the most probable class would cost"
            + " 2 (0.4 per row). Total cost of the linear model: 5.",
        VerdictWords.cost(judged, by.errorCosts(), WORDS));
  }

  @Test
  void aThresholdIsNamedAndItsAccuracyNotBlamed() {
    var judged = decided(new Threshold(1, 0.120766457), 1, 1, 1, 1, 1, 0, 1, 1, 1, 1);
    assertEquals("", said(judged));
    assertEquals("Threshold: 0.1208.", VerdictWords.decided(judged, WORDS));
    assertEquals("", VerdictWords.decided(classes(new int[10]), WORDS));
  }

  @Test
  void networkThatIsNoBetterThanTheMeanIsSaidNotToBe() {
    assertEquals(
        WORDS.text("answers.worse.numbers", "1.118", "2.236"), said(numbers(2.5, 4, 3, 2, 1)));
    assertEquals(
        WORDS.text("answers.equal.numbers", "0.000"), said(numbers(2.5, 2.5, 2.5, 2.5, 2.5)));
    // R² −0.062 against these rows, though the mean that was learned has a larger error; 0.058.
    assertEquals(
        WORDS.text("answers.equal.numbers", "\u22120.062"), said(numbers(3, 2.6, 2.5, 2.5, 2.5)));
    assertEquals("", said(numbers(2.5, 2.5, 2.5, 2.5, 2.6)));
    assertEquals("", said(numbers(2.5, 1, 2, 3, 4)));
  }

  @Test
  void classesOfWhichNoRowIsFoundAreNamed() {
    assertEquals(
        "The recall of classes b, c is 0.", VerdictWords.missed(classes(new int[10]), WORDS));
    assertEquals(
        "The recall of class c is 0.",
        VerdictWords.missed(classes(0, 0, 0, 0, 2, 2, 1, 1, 0, 0), WORDS));
    assertEquals("", VerdictWords.missed(classes(0, 0, 0, 0, 0, 2, 1, 0, 2, 0), WORDS));
    assertEquals("", VerdictWords.missed(numbers(2.5, 4, 3, 2, 1), WORDS));
  }

  /** Of class 0 there are rows that are all found, of class 9 there is none to find. */
  @Test
  void theFirstOfManyAreNamedAndTheOthersCounted() {
    var actual = IntStream.range(0, 9).toArray();
    var names = IntStream.range(0, 10).mapToObj(c -> "c" + c).toList();
    var scores = new Scores.OfClasses(ConfusionMatrix.of(actual, new int[9], 10), 1, Double.NaN, 1);
    var judged = new Judgement(new ClassTarget("y", names, false), scores, scores, null, null);
    assertEquals(
        "The recall of classes c1, c2, c3, and 5 more is 0.", VerdictWords.missed(judged, WORDS));
  }

  @Test
  void rowsWithoutAnswerAreSaidFirst() {
    var judged = classes(0, -1, -1, 0, 0, 0, 0, 0, 0, 0);
    assertEquals(WORDS.text("answers.unanswered", "2", "10"), said(judged));
    assertEquals("", VerdictWords.missed(judged, WORDS));
  }
}
