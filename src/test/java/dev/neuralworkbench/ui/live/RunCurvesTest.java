package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCurvesTest {

  private static final Experiment PLAIN =
      unaveraged(OwnTable.of(GeneratedSample.of(SampleKind.CIRCLES)).draft());
  private static final Experiment SMOOTHED =
      PLAIN.withNetwork(Chosen.withLabelSmoothing(PLAIN.network(), 0.1));

  @Test
  void whatJudgesIsCalledByItsName() {
    assertEquals(
        List.of("Training (running)", "5-fold CV"), names(RunCurves.LOSS, PLAIN, Language.ENGLISH));
    assertEquals(
        List.of("Training (running)", "5-fold CV"),
        names(RunCurves.SCORE, PLAIN, Language.ENGLISH));
    assertEquals(List.of("训练（轮内平均）", "5 折交叉验证"), names(RunCurves.LOSS, PLAIN, Language.CHINESE));
    var rows = Document.of(GeneratedSample.of(SampleKind.CIRCLES)).draft();
    assertEquals(
        List.of("Training (running)", "Validation"), names(RunCurves.LOSS, rows, Language.ENGLISH));
  }

  /** The validation is compared with the labels as they are, and accuracy knows no smoothing. */
  @Test
  void onlyTheTrainingLossIsOfSmoothedLabels() {
    assertEquals(
        List.of("Training (running, smoothed)", "5-fold CV"),
        names(RunCurves.LOSS, SMOOTHED, Language.ENGLISH));
    assertEquals(
        "Training (running)", names(RunCurves.SCORE, SMOOTHED, Language.ENGLISH).getFirst());
    assertEquals("训练（轮内平均，标签平滑）", names(RunCurves.LOSS, SMOOTHED, Language.CHINESE).getFirst());
  }

  /** The steps go on in weights of their own; what is judged, and predicts, are their mean. */
  @Test
  void validationOfAveragedWeightsIsCalledSo() {
    var averaged = PLAIN.withTraining(PLAIN.training().withAverage(10));
    assertEquals(
        List.of("Training (running)", "5-fold CV · EMA"),
        names(RunCurves.LOSS, averaged, Language.ENGLISH));
    assertEquals("5-fold CV · EMA", names(RunCurves.SCORE, averaged, Language.ENGLISH).getLast());
    assertEquals("5 折交叉验证 · EMA", names(RunCurves.LOSS, averaged, Language.CHINESE).getLast());
  }

  private static Experiment unaveraged(Experiment experiment) {
    return experiment.withTraining(experiment.training().withAverage(0));
  }

  private static List<String> names(RunCurves curves, Experiment experiment, Language language) {
    var run = new LiveRun("", new TrainingHistory(), experiment, 1, true, false);
    return curves.of(null, run, Sentences.of(language)).stream().map(CurveSeries::name).toList();
  }
}
