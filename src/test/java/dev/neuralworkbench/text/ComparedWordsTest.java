package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.Luck;
import dev.neuralworkbench.study.Luck.Verdict;
import dev.neuralworkbench.study.Spread;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Sentences that compare two things say which is which. */
class ComparedWordsTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  @Test
  void theBestIsAheadOfTheSecond() {
    var luck = new Luck(Verdict.NO_LUCK, 2, 0, 0.125, 0.01);
    assertEquals(
        WORDS.text("study.luck.no_luck", "c", "a", "0.125", "1%"),
        LuckWords.of(luck, List.of("a", "b", "c"), WORDS));
  }

  private static RunRecord run(int number, Experiment experiment) {
    return new RunRecord(
        number,
        "rows",
        experiment,
        true,
        null,
        RunResult.NONE,
        RunCurve.NONE,
        List.of(),
        null,
        null);
  }

  @Test
  void aDifferenceGoesFromTheFirstRunToTheSecond() {
    var experiment = Document.of(BundledSample.IRIS).draft();
    var one = experiment.withTraining(experiment.training().withEpochs(30));
    var other = experiment.withTraining(experiment.training().withEpochs(70));
    var said = new RunWords(WORDS).difference(run(3, one), run(8, other));
    assertTrue(said.contains("30 \u2192 70"), said);
    var without = said.replaceFirst(": .*", "");
    assertTrue(without.indexOf('3') < without.indexOf('8') && without.contains("8"), said);
  }

  @Test
  void theDeviationStandsBehindTheMean() {
    assertEquals("0.75 ± 0.2", new RunWords(WORDS).number(new Spread(0.75, 0.2, 3)));
  }

  private static String score(ReferenceCase of) {
    var answer =
        RowsAnswer.of(of.model(), "", of.predictor(), ReferenceCase.table(), Progress.NONE);
    return AnswersWords.score((RowsAnswer.Given) answer, WORDS);
  }

  /** 49 of 67, 33 of them oaks; the mean is that of the training rows. */
  @Test
  void theNetworksScoreStandsBeforeThatWithoutOne() {
    assertEquals(
        WORDS.text("answers.score.classes", "0.731", "49", "67", "oak", "0.493"),
        score(ReferenceCase.KIND));
    var mean = DoubleStream.of(ReferenceCase.learnedHeights()).average().orElseThrow();
    assertEquals(
        WORDS.text("answers.score.numbers", "0.777", "1.976", Numbers.rounded(mean, 4), "4.217"),
        score(ReferenceCase.HEIGHT));
  }
}
