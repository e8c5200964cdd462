package dev.neuralworkbench.study.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunTableTest {

  private static final Experiment FIRST = Document.of(BundledSample.IRIS).draft();

  private static LoggedRun run(int number, Experiment experiment, double score) {
    var result = new RunResult(5, 5, 0.5, 0.4, 0.9, score, 1, StopReason.COMPLETED);
    return new LoggedRun(
        new RunRecord(
            number, "rows", experiment, true, null, result, RunCurve.NONE, List.of(), null, null),
        null);
  }

  private static RunLog log(LoggedRun... runs) {
    var log = RunLog.NONE;
    for (var run : runs) {
      log = log.with(run);
    }
    return log;
  }

  private static RunTable table(RunLog log) {
    return RunTable.of(log.present());
  }

  private static Experiment seed(Experiment of, long seed) {
    return of.withTraining(of.training().withSeed(seed));
  }

  private static Experiment rate(Experiment of, double rate) {
    return of.withTraining(of.training().withLearningRate(rate));
  }

  @Test
  void onlyChoicesInWhichRunsDifferHaveAColumn() {
    assertEquals(List.of(), table(log(run(1, FIRST, 1), run(2, FIRST, 1))).columns());
    var wide = List.of(DenseDesign.of(9, Activation.TANH), DenseDesign.of(3, Activation.TANH));
    var table =
        table(
            log(
                run(1, rate(FIRST, 0.125), 1),
                run(2, rate(FIRST, 0.25), 1),
                run(3, FIRST.withNetwork(FIRST.network().withHidden(wide)), 1)));
    assertEquals(
        List.of("training.optimizer.learningRate", RunTable.HIDDEN),
        table.columns().stream().map(RunColumn::component).toList());
    var rates = table.columns().getFirst();
    assertEquals(0.125, rates.of(1));
    assertEquals(0.25, rates.of(2));
    assertEquals(FIRST.training().optimizer().learningRate(), rates.of(3));
    var hidden = table.columns().getLast();
    assertEquals(FIRST.network().hidden(), hidden.of(1));
    assertEquals(wide, hidden.of(3));
  }

  /** Both began with 0.125; the second went on with 0.5 from its sixth epoch. */
  @Test
  void rateThatWasChangedByHandHasItsColumnAndIsAnotherSetting() {
    var slow = rate(FIRST, 0.125);
    var changes =
        List.<Intervention>of(
            new Intervention.RateChange(2, 0, 0.125, 9),
            new Intervention.RateChange(2, 0, 9, 0.125),
            new Intervention.RateChange(5, 3, 0.125, 9),
            new Intervention.RateChange(5, 3, 9, 0.5));
    var one = run(2, slow, 1).record();
    var changed =
        new LoggedRun(
            Records.with(Records.with(one, "curve", RunCurve.NONE), "interventions", changes),
            null);
    var table = table(log(run(1, slow, 1), changed));
    var column = table.columns().getFirst();
    assertEquals("training.optimizer.learningRate", column.component());
    assertEquals(1, table.columns().size());
    var english = new RunWords(Sentences.of(Locale.ENGLISH));
    assertEquals("0.125", english.value(column, 1));
    assertEquals("0.125, then 0.5 from epoch 6", english.value(column, 2));
    assertEquals("0.125、第 6 轮起 0.5", new RunWords(Sentences.of(Locale.CHINESE)).value(column, 2));
    assertEquals("0.125, 0.5 from epoch 6", RunListFile.text(column.of(2)));
    assertEquals(
        "From run 1 to run 2: learning rate 0.125 → 0.125, then 0.5 from epoch 6.",
        english.difference(run(1, slow, 1).record(), changed.record()));
    assertEquals(2, table.groups().size(), "its score is no second sample of the other's");
  }

  /** Mean and standard deviation as pandas has them: 0.9, 0.95, 0.85 → 0.9 ± 0.05. */
  @Test
  void runsThatDifferInSeedsAloneAreOneGroup() {
    var table =
        table(
            log(
                run(1, FIRST, 0.9),
                run(2, rate(FIRST, 0.25), 0.7),
                run(3, seed(FIRST, 7), 0.95),
                run(4, seed(FIRST, 8), 0.85)));
    assertEquals(
        List.of(List.of(1, 3, 4), List.of(2)),
        table.groups().stream()
            .map(group -> group.runs().stream().map(LoggedRun::number).toList())
            .toList());
    var spread = table.groups().getFirst().spread(run -> run.result().validationScore());
    assertEquals(0.9, spread.mean(), 1e-12);
    assertEquals(0.05, spread.deviation(), 1e-12);
    assertEquals(3, spread.count());
  }

  private static LoggedRun ended(int number, Experiment experiment, RunResult result) {
    var run = run(number, experiment, 0.1).record();
    return new LoggedRun(
        Records.with(Records.with(run, "result", result), "curve", RunCurve.NONE), null);
  }

  /** The same training twice is one sample, and one that was broken off is none. */
  @Test
  void whatDiffersInMoreThanSeedsStandsAlone() {
    var stopped = new RunResult(2, 2, 0.5, 0.4, 0.9, 0.3, 1, StopReason.STOPPED);
    var table =
        table(
            log(
                run(1, FIRST, 0.9),
                ended(2, seed(FIRST, 6), stopped),
                run(3, seed(FIRST, 7), 0.8),
                run(4, FIRST, 0.9),
                ended(5, seed(FIRST, 9), RunResult.NONE),
                ended(6, FIRST, stopped)));
    assertEquals(
        List.of(List.of(1, 3), List.of(2), List.of(4), List.of(5), List.of(6)),
        table.groups().stream()
            .map(group -> group.runs().stream().map(LoggedRun::number).toList())
            .toList());
    var group = table.groups().getFirst();
    assertEquals(2, group.counted().size());
    var spread = group.spread(run -> run.result().validationScore());
    assertEquals(0.85, spread.mean(), 1e-12);
    assertEquals(Math.sqrt(0.005), spread.deviation(), 1e-12);
    assertEquals(List.of(), table.groups().get(3).counted());
  }

  @Test
  void groupIsNamedByTheRunsInItAndNoOthers() {
    var words = new RunWords(Sentences.of(Locale.ENGLISH));
    var log = log(run(1, FIRST, 1), run(2, FIRST, 1), run(3, seed(FIRST, 7), 1));
    assertEquals(
        List.of("runs 1, 3", "run 2"), table(log).groups().stream().map(words::run).toList());
    var seeds = log(run(1, FIRST, 1), run(2, seed(FIRST, 5), 1), run(3, seed(FIRST, 7), 1));
    assertEquals("runs 1 to 3", words.run(table(seeds).groups().getFirst()));
    assertEquals("3 runs", words.several(table(seeds).groups().getFirst()));
  }

  @Test
  void whatIsDeletedIsNotCompared() {
    var log = log(run(1, FIRST, 0.9), run(2, rate(FIRST, 0.25), 0.7));
    var rest = table(log.with(List.of(2), _ -> new RunMark(false, true, "")));
    assertEquals(List.of(), rest.columns());
    assertEquals(1, rest.groups().size());
  }

  /** A column is there exactly where two experiments differ. */
  @Test
  void noColumnExactlyWhereExperimentsAreEqual() {
    for (var other : List.of(FIRST, seed(FIRST, 3), rate(FIRST, 0.5))) {
      var table = table(log(run(1, FIRST, 1), run(2, other, 1)));
      assertEquals(other.equals(FIRST), table.columns().isEmpty());
      assertEquals(
          ExperimentDifference.between(FIRST, other).changes().size(), table.columns().size());
    }
  }
}
