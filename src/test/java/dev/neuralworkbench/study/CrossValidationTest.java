package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

  private static final Table IRIS = BundledSample.IRIS.table();

  /** The defaults for a short time. */
  private static Experiment brief(Table table, int epochs) {
    var experiment = Defaults.experiment(table);
    return experiment.withTraining(experiment.training().withStopping(Stopping.after(epochs)));
  }

  private static CrossValidationResult run(CrossValidation study, Experiment experiment) {
    return study.run(experiment, IRIS, new PortableProducts(), 1, Progress.NONE);
  }

  private static List<Double> scores(CrossValidationResult result) {
    return result.folds().stream()
        .flatMap(fold -> result.metrics().stream().map(it -> it.of(fold.judgement().network())))
        .toList();
  }

  @Test
  void everyRowIsJudgedOnceARepetition() {
    var result = run(new CrossValidation(7, 2), brief(IRIS, 1));
    assertEquals(14, result.folds().size());
    assertEquals(
        300, result.folds().stream().mapToInt(fold -> fold.judgement().network().rows()).sum());
    assertEquals(1, result.folds().getLast().repetition());
    assertEquals(6, result.folds().getLast().fold());
    for (var fold : result.folds()) {
      assertEquals(
          150, fold.trainingRows() + fold.validationRows() + fold.judgement().network().rows());
    }
  }

  @Test
  void sameChoicesGiveTheSameScoresAndAnotherSplitSeedOthers() {
    var study = new CrossValidation(3, 2);
    var experiment = brief(IRIS, 5);
    assertEquals(scores(run(study, experiment)), scores(run(study, experiment)));
    var split = experiment.preparation().split().withSeed(1);
    var other = experiment.withPreparation(experiment.preparation().withSplit(split));
    assertNotEquals(scores(run(study, experiment)), scores(run(study, other)));
  }

  @Test
  void repetitionsDealTheRowsAnew() {
    var result = run(new CrossValidation(3, 2), brief(IRIS, 5));
    var scores = scores(result);
    assertNotEquals(scores.subList(0, 9), scores.subList(9, 18));
  }

  @Test
  void validationRowsAreTakenOnlyWhereTheTrainingWatchesThem() {
    var stopping = heldOut();
    assertEquals(20, run(new CrossValidation(10, 1), stopping).folds().getFirst().validationRows());
    var without = brief(IRIS, 1);
    var all = run(new CrossValidation(10, 1), without).folds().getFirst();
    assertEquals(0, all.validationRows());
    assertEquals(135, all.trainingRows());
    var split = without.preparation().split().withValidation(0.15);
    without = without.withPreparation(without.preparation().withSplit(split));
    var plateau = without.training().withFolds(0).withSchedule(ReduceOnPlateau.DEFAULT);
    var watched = run(new CrossValidation(10, 1), without.withTraining(plateau));
    assertEquals(20, watched.folds().getFirst().validationRows());
  }

  @Test
  void rowsOfAFoldTellItsScalersNothing() {
    // 60 numbers that tell the class, but for one that would press all others into one point.
    var numbers = new double[60];
    var classes = new String[60];
    Arrays.setAll(numbers, row -> row % 2 == 0 ? -1 : 1);
    Arrays.setAll(classes, row -> row % 2 == 0 ? "no" : "yes");
    numbers[17] = 1e9;
    var table =
        Table.of("outlier", NumberColumn.of("x", numbers), TextColumn.of("answer", classes));
    var study = new CrossValidation(6, 1);
    var result = study.run(brief(table, 40), table, new PortableProducts(), 1, Progress.NONE);
    var accuracies =
        result.folds().stream()
            .map(fold -> Metric.ACCURACY.of(fold.judgement().network()))
            .toList();
    assertEquals(1, accuracies.stream().filter(accuracy -> accuracy == 1).count());
    assertEquals(5, accuracies.stream().filter(accuracy -> accuracy == 0.5).count());
  }

  @Test
  void logLossIsTheMeanCrossEntropyOfTheFold() {
    for (var fold : run(new CrossValidation(3, 1), brief(IRIS, 20)).folds()) {
      assertEquals(
          fold.judgement().network().loss(), Metric.LOG_LOSS.of(fold.judgement().network()), 1e-5);
    }
  }

  @Test
  void numbersAreJudgedInTheirUnits() {
    var table = BundledSample.DIABETES.table();
    var result =
        new CrossValidation(3, 1)
            .run(brief(table, 5), table, new PortableProducts(), 1, Progress.NONE);
    assertEquals(List.of(Metric.R2, Metric.RMSE, Metric.MAE, Metric.MAPE), result.metrics());
    var rmse = result.spread(Metric.RMSE);
    var ofMean = result.constant(Metric.RMSE);
    assertTrue(ofMean.mean() > rmse.mean(), "the mean of the training rows errs more");
    assertEquals(rmse.count(), ofMean.count());
    // The standard deviation of the target is 77.
    assertTrue(rmse.mean() > 45 && rmse.mean() < 77, rmse.toString());
    assertTrue(result.spread(Metric.MAE).mean() < rmse.mean());
    // NumPy's least squares over 3 shuffled folds, ten seeds: 0.466 to 0.500 and 54.2 to 55.6.
    assertEquals(0.48, result.linear(Metric.R2).mean(), 0.03);
    assertEquals(55, result.linear(Metric.RMSE).mean(), 2);
    assertEquals(3, result.linear(Metric.RMSE).count());
  }

  @Test
  void progressRisesToItsEnd() {
    var done = new ArrayList<Long>();
    var progress =
        new Progress() {
          @Override
          public void done(long epochs, long ofEpochs) {
            assertEquals(3 * 2 * 4, ofEpochs);
            done.add(epochs);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    new CrossValidation(3, 2).run(brief(IRIS, 4), IRIS, new PortableProducts(), 1, progress);
    assertEquals(done.stream().sorted().toList(), done);
    assertEquals(0, done.getFirst());
    assertEquals(24, done.getLast());
  }

  @Test
  void cancelEndsInTheMiddleOfARun() {
    var asked = new int[1];
    var progress =
        new Progress() {
          @Override
          public void done(long epochs, long ofEpochs) {}

          @Override
          public boolean cancelled() {
            return ++asked[0] == 20;
          }
        };
    var endless = brief(IRIS, 1_000_000);
    assertThrows(
        CancellationException.class,
        () -> CrossValidation.DEFAULT.run(endless, IRIS, new PortableProducts(), 1, progress));
    assertEquals(20, asked[0]);
  }

  @Test
  void aBatchLargerThanAFoldLeavesIsAllItsRows() {
    var experiment = brief(IRIS, 1);
    var large = experiment.withTraining(experiment.training().withBatchSize(100));
    var study = new CrossValidation(2, 1);
    assertEquals(List.of(), study.problems(large, IRIS));
    assertEquals(75, run(study, large).folds().getFirst().trainingRows());
  }

  @Test
  void aDivergedRunIsToldAndJudgedByItsLastGoodWeights() {
    var table = BundledSample.DIABETES.table();
    var experiment = brief(table, 5);
    var wild =
        experiment.withTraining(experiment.training().withOptimizer(new Sgd(50, 0.9, false)));
    var result =
        new CrossValidation(2, 1).run(wild, table, new PortableProducts(), 1, Progress.NONE);
    for (var fold : result.folds()) {
      assertEquals(StopReason.DIVERGED, fold.stopReason());
      assertTrue(Double.isFinite(Metric.RMSE.of(fold.judgement().network())));
    }
  }

  @Test
  void foldsThatCannotBeDealtAreProblems() {
    var experiment = brief(IRIS, 1);
    assertEquals(
        List.of("study.folds"), components(new CrossValidation(1, 1).problems(experiment, IRIS)));
    assertEquals(
        List.of("study.repeats"), components(new CrossValidation(2, 0).problems(experiment, IRIS)));
    assertEquals(
        List.of(Problem.of("study.problem.moreFoldsThanRows", "study.folds", 150, 151)),
        new CrossValidation(151, 1).problems(experiment, IRIS));
    assertThrows(
        IllegalArgumentException.class, () -> run(new CrossValidation(151, 1), experiment));
  }

  @Test
  void moreFoldsThanGroupsAreAProblem() throws TableFormatException {
    var text = new StringBuilder("who,x,y\n");
    for (var row = 0; row < 60; row++) {
      text.append("p%d,%d,%s\n".formatted(row % 4, row * 7 % 11, row % 2 == 0 ? "a" : "b"));
    }
    var table = TableReader.parse("t.csv", text.toString());
    var rule = new SplitRule(SplitRule.Kind.GROUP, "who");
    var experiment = Defaults.experiment(Preparation.defaults(table).dividedBy(rule, table), table);
    assertEquals(
        List.of(Problem.of("study.problem.moreFoldsThanGroups", "study.folds", 4, 5)),
        new CrossValidation(5, 1).problems(experiment, table));
    // Two groups are left to learn from where one of the other three is asked about.
    var judged = experiment.withTraining(experiment.training().withFolds(4));
    assertEquals(
        List.of("training.judgingFolds"), components(judged.problems(table)), "3 groups to learn");
    assertEquals(List.of(), new CrossValidation(4, 1).problems(experiment, table));
  }

  @Test
  void foldsWithoutValidationRowsForEarlyStoppingAreAProblem() {
    var experiment = heldOut();
    // One of 150 rows, but none of the 75 that a half leaves.
    var few = experiment.preparation().withSplit(new Split(0.005, 0, false, 0));
    var study = new CrossValidation(2, 1);
    assertEquals(
        List.of("training.stopping.earlyStopping.monitor"),
        components(study.problems(experiment.withPreparation(few), IRIS)));
  }

  private static Experiment heldOut() {
    var experiment = Defaults.experiment(IRIS);
    var preparation = experiment.preparation();
    return experiment
        .withPreparation(preparation.withSplit(preparation.split().withValidation(0.15)))
        .withTraining(experiment.training().withFolds(0));
  }

  private static List<String> components(List<Problem> problems) {
    return problems.stream().map(Problem::component).toList();
  }
}
