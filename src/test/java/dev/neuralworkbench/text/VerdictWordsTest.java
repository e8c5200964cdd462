package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.model.answer.Scores;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  private static Scores classes(int... predicted) {
    var actual = new int[] {0, 0, 0, 1};
    return new Scores.OfClasses(ClassificationReport.of(actual, predicted, 2), 1, 1, 1);
  }

  private static Scores numbers(double... predicted) {
    return new Scores.OfNumbers(RegressionReport.of(new double[] {1, 2, 3, 4}, predicted), 1, 0);
  }

  @Test
  void networkThatIsWorseThanTheMostFrequentClassIsSaidToBe() {
    var said = VerdictWords.of(classes(0, 0, 1, 0), classes(0, 0, 0, 0), WORDS);
    assertEquals(WORDS.text("answers.worse.classes", "3", "4", "2"), said);
    assertEquals("", VerdictWords.of(classes(0, 0, 0, 0), classes(0, 0, 0, 0), WORDS));
    assertEquals("", VerdictWords.of(classes(0, 0, 0, 1), classes(0, 0, 0, 0), WORDS));
  }

  /** Truths are 0, 0, 0, 1: the rare row is found, and two of the others are lost for it. */
  @Test
  void networkThatTellsARareClassApartIsNotSaidToBeWorse() {
    assertEquals("", VerdictWords.of(classes(0, 1, 1, 1), classes(0, 0, 0, 0), WORDS));
  }

  @Test
  void networkThatIsWorseThanTheMeanIsSaidToBe() {
    var mean = numbers(2.5, 2.5, 2.5, 2.5);
    var said = VerdictWords.of(numbers(4, 3, 2, 1), mean, WORDS);
    assertEquals(WORDS.text("answers.worse.numbers", "1.118", "2.236"), said);
    assertEquals("", VerdictWords.of(numbers(1, 2, 3, 4), mean, WORDS));
  }

  @Test
  void rowsWithoutAnswerAreSaidFirst() {
    var said = VerdictWords.of(classes(0, -1, -1, 0), classes(0, 0, 0, 0), WORDS);
    assertEquals(WORDS.text("answers.unanswered", "2", "4"), said);
  }
}
