package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.metrics.ScoreGap;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailWordsTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);
  private static final ScoreGap CHANCE = new ScoreGap(0.98, 0.96, 0.02, 0.03);

  private static String said(ScoreGap accuracy, double lossSize) {
    var loss = new ScoreGap(0.41, 0.41 + lossSize, lossSize, 0.1);
    var of = new ScoreDetails(new ScoreIntervals(Map.of()), null, accuracy, loss);
    return DetailWords.gap(of, RowPart.TEST, ProblemType.CLASSIFICATION, WORDS);
  }

  /** Just below the sampling error of the log loss, and just above. */
  @Test
  void whereAccuracyShowsNothingTheLogLossIsLookedAt() {
    var accuracy =
        "98.0% of training rows and 96.0% of test rows are correct. The difference of 2.0 points is"
            + " within its sampling error of 3.0 points: no overfitting shows in accuracy.";
    assertEquals(accuracy, said(CHANCE, 0.099));
    assertEquals(
        accuracy
            + " Log loss is 0.410 on training rows and 0.511 on test rows; the gap is larger than"
            + " its sampling error of 0.100: the probabilities overfit, or the test rows are"
            + " harder to predict.",
        said(CHANCE, 0.101));
    var overfit = new ScoreGap(0.98, 0.9, 0.08, 0.03);
    assertEquals(said(overfit, 0), said(overfit, 0.2), "said already");
  }
}
