package dev.neuralworkbench.study.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

  private static final Table IRIS = BundledSample.IRIS.table();
  private static final Table DIABETES = BundledSample.DIABETES.table();

  private static Experiment brief(Table table, int epochs) {
    var experiment = Defaults.experiment(table);
    return experiment.withTraining(experiment.training().withStopping(Stopping.after(epochs)));
  }

  private static ComparedModel network(String name, Experiment experiment) {
    return new ComparedModel(name, experiment, false);
  }

  private static ComparisonResult run(CrossValidation folds, Table table, ComparedModel... models) {
    return new ModelComparison(folds)
        .run(List.of(models), table, new PortableProducts(), 1, Progress.NONE);
  }

  private static List<Double> scores(
      CrossValidationResult result, Metric metric, Function<Integer, Scores> of) {
    var all = new ArrayList<Double>();
    for (var fold = 0; fold < result.folds().size(); fold++) {
      all.add(metric.of(of.apply(fold)));
    }
    return all;
  }

  /** The folds are those of a cross-validation, so each model has its scores there, bit by bit. */
  @Test
  void eachModelIsTrainedOnTheSameFolds() {
    for (var table : List.of(IRIS, DIABETES)) {
      var folds = new CrossValidation(3, 2);
      var short_ = brief(table, 3);
      var long_ = brief(table, 12);
      var found =
          run(
              folds,
              table,
              network("short", short_),
              network("long", long_),
              new ComparedModel("linear", short_, true));
      var products = new PortableProducts();
      var ofShort = folds.run(short_, table, products, 1, Progress.NONE);
      var ofLong = folds.run(long_, table, products, 1, Progress.NONE);
      var metric = found.metric();
      assertEquals(ofShort.metrics().getFirst(), metric);
      var all =
          List.of(
              scores(ofShort, metric, it -> ofShort.folds().get(it).judgement().network()),
              scores(ofLong, metric, it -> ofLong.folds().get(it).judgement().network()),
              scores(
                  ofShort,
                  metric,
                  it -> Objects.requireNonNull(ofShort.folds().get(it).judgement().linear())));
      assertEquals(all, found.scores());
      assertEquals(6, found.differences(1).size());
      assertEquals(
          all.get(0).get(4) - all.get(1).get(4), found.differences(1).get(4).doubleValue());
      assertEquals(1.0 / 2, found.testToTraining());
    }
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    var own = brief(IRIS, 5);
    // Other seeds and another split: those of the first one count.
    var other =
        own.withTraining(own.training().withSeed(7))
            .withPreparation(
                own.preparation()
                    .withSplit(own.preparation().split().withSeed(3).withValidation(0.3)));
    var found = run(new CrossValidation(4, 2), IRIS, network("own", own), network("other", other));
    assertTrue(found.differences(1).stream().allMatch(it -> it == 0), found.toString());
    var difference = found.difference(1).orElseThrow();
    assertEquals(1, difference.p());
    assertEquals(new MeanDifference.Shares(0, 1, 0), difference.shares(ComparisonResult.ROPE));
    assertEquals(List.of(1.0), found.adjusted());
  }

  @Test
  void anUntrainedModelIsWorse() {
    var found =
        run(
            new CrossValidation(5, 2),
            IRIS,
            network("good", brief(IRIS, 100)),
            network("bad", brief(IRIS, 1)));
    var difference = found.difference(1).orElseThrow();
    assertTrue(difference.shares(ComparisonResult.ROPE).better() > 0.95, difference.toString());
    assertTrue(difference.p() < 0.05, difference.toString());
    assertEquals(10, difference.count());
  }

  /**
   * The other model leaves out rows without an input: neither is trained on or scored with them.
   */
  @Test
  void onlyRowsThatAllCanUseTakePart() throws TableFormatException {
    var text = new StringBuilder("x,y\n");
    for (var row = 0; row < 40; row++) {
      text.append(row % 4 == 0 ? "" : row).append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    var table = TableReader.parse("t.csv", text.toString());
    var fills = brief(table, 1);
    fills = fills.withPreparation(fills.preparation().withMissing(MissingValues.MEAN));
    var drops = fills.withPreparation(fills.preparation().withMissing(MissingValues.DROP_ROW));
    var folds = new CrossValidation(30, 1);
    for (var models :
        List.of(
            List.of(network("fills", fills), network("drops", drops)),
            List.of(network("drops", drops), network("fills", fills)))) {
      assertEquals(List.of(), new ModelComparison(folds).problems(models, table));
      var found = run(folds, table, models.get(0), models.get(1));
      assertEquals(found.scores().get(0), found.scores().get(1));
      assertEquals(1.0 / 29, found.testToTraining(), 1e-15);
      assertEquals(
          List.of(Problem.of("study.problem.moreFoldsThanRows", "study.folds", 30, 31)),
          new ModelComparison(new CrossValidation(31, 1)).problems(models, table));
    }
  }

  @Test
  void aModelThatWatchesValidationRowsHasThemFromTheSameRows() {
    var own = brief(IRIS, 5);
    var split = own.preparation().split().withValidation(0.2);
    own = own.withPreparation(own.preparation().withSplit(split));
    var watching =
        own.withTraining(own.training().withFolds(0).withSchedule(ReduceOnPlateau.DEFAULT));
    own = own.withTraining(own.training().withFolds(0));
    var found = run(new CrossValidation(3, 1), IRIS, network("own", own), network("w", watching));
    assertEquals(1.0 / 2, found.testToTraining());
    assertNotEquals(found.scores().get(0), found.scores().get(1));
  }

  @Test
  void whatCannotBeComparedIsAProblem() {
    var own = network("own", brief(IRIS, 1));
    var comparison = new ModelComparison(CrossValidation.DEFAULT);
    var preparation = own.experiment().preparation();
    var other = Defaults.experiment(preparation.withRole(0, ColumnRole.TARGET, IRIS), IRIS);
    assertEquals(
        List.of("compare.problem.target"),
        keys(comparison.problems(List.of(own, network("other", other)), IRIS)));
    var elsewhere = network("there.nnw", brief(DIABETES, 1));
    var found = comparison.problems(List.of(elsewhere, elsewhere), IRIS);
    assertEquals(List.of("data.columns.differ"), keys(found));
    assertEquals("there.nnw", found.getFirst().place().file());
    assertEquals(
        List.of("problem.range"),
        keys(new ModelComparison(new CrossValidation(1, 1)).problems(List.of(own, own), IRIS)));
    assertThrows(
        IllegalArgumentException.class,
        () -> run(CrossValidation.DEFAULT, IRIS, own, network("other", other)));
  }

  @Test
  void classesAndNumbersOfOneColumnAreNoMatch() throws TableFormatException {
    var table = TableReader.parse("t.csv", "x,y\n" + "1,0\n2,1\n3,0\n4,1\n5,0\n6,1\n".repeat(4));
    var numbers = Preparation.defaults(table);
    var classes = numbers.withKind(1, ColumnKind.CATEGORY);
    numbers = numbers.withKind(1, ColumnKind.NUMBER);
    var models =
        List.of(
            network("numbers", Defaults.experiment(numbers, table)),
            network("classes", Defaults.experiment(classes, table)));
    var found = new ModelComparison(new CrossValidation(2, 1)).problems(models, table);
    assertEquals(List.of("compare.problem.task"), keys(found));
  }

  private static List<String> keys(List<Problem> problems) {
    return problems.stream().map(Problem::key).toList();
  }

  /** R² of a single row is nothing, so leaving one out compares nothing. */
  @Test
  void foldsWithoutAScoreCompareNothing() throws TableFormatException {
    var table = TableReader.parse("t.csv", "x,y\n1,0.5\n2,1.25\n3,7.5\n4,11.5\n5,0\n6,1\n");
    var own = network("own", brief(table, 1));
    var found =
        run(new CrossValidation(6, 1), table, own, new ComparedModel("l", own.experiment(), true));
    assertTrue(found.difference(1).isEmpty());
    assertEquals(List.of(Double.NaN), found.adjusted());
    assertEquals(0, found.spread(0).count());
  }

  @Test
  void progressRisesToItsEndAndCancels() {
    var done = new ArrayList<Long>();
    var asked = new int[1];
    class Told implements Progress {
      private final int last;

      Told(int last) {
        this.last = last;
      }

      @Override
      public boolean cancelled() {
        return ++asked[0] == last;
      }

      @Override
      public void done(long amount, long ofTotal) {
        assertEquals(2 * (3 + 1 + 5), ofTotal);
        done.add(amount);
      }
    }
    var models =
        List.of(
            network("a", brief(IRIS, 3)),
            new ComparedModel("l", brief(IRIS, 3), true),
            network("b", brief(IRIS, 5)));
    var comparison = new ModelComparison(new CrossValidation(2, 1));
    comparison.run(models, IRIS, new PortableProducts(), 1, new Told(-1));
    assertEquals(done.stream().sorted().toList(), done);
    assertEquals(18, done.getLast());
    // Fold by fold: with the first fold of all models half of the work is done.
    assertTrue(done.containsAll(List.of(3L, 4L, 9L, 12L, 13L)), done.toString());
    asked[0] = 0;
    assertThrows(
        CancellationException.class,
        () -> comparison.run(models, IRIS, new PortableProducts(), 1, new Told(7)));
    assertEquals(7, asked[0]);
  }
}
