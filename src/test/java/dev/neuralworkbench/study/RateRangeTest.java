package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateRangeTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  /** The starting weights and penalties that the suggestions were found with. */
  private static Experiment experiment(Table table, OptimizerConfig optimizer) {
    var base = Defaults.experiment(table);
    return base.withNetwork(base.network().withOutputInitializer(Initializer.GLOROT_UNIFORM))
        .withTraining(
            base.training().withOptimizer(optimizer).withPenalty(new Penalty(0, l2(table))));
  }

  private static double l2(Table table) {
    return switch (table.name()) {
      case "iris" -> 0.006;
      case "wine" -> 0.01;
      case "diabetes" -> 0.007;
      default -> 0.002;
    };
  }

  private static RateRange range(Experiment experiment, Table table) {
    var data = PreparedData.of(experiment.preparation(), table);
    return RateRange.of(experiment, data, PRODUCTS, Progress.NONE);
  }

  /** Training loss after thirty epochs. */
  private static double loss(Experiment experiment, Table table, double rate) {
    var data = PreparedData.of(experiment.preparation(), table);
    var training =
        experiment.training().withLearningRate(rate).withFolds(0).withStopping(Stopping.after(30));
    var run =
        TrainingSession.start(
            experiment.network(), training, data.training(), data.validation(), PRODUCTS);
    run.run(new RunControl());
    var history = run.history();
    return history.epochs() == 30 ? history.trainingLoss(29) : Double.POSITIVE_INFINITY;
  }

  @Test
  void ratesRiseByTheSameRatioToTheEnd() {
    var table = GeneratedSample.of(SampleKind.CIRCLES).table();
    var found = range(experiment(table, new Sgd(0.5, 0, false)), table);
    assertEquals(RateRange.STEPS, found.rates().size());
    assertEquals(RateRange.LEAST, found.rates().getFirst(), 1e-12);
    assertEquals(RateRange.MOST, found.rates().getLast(), 1e-9);
    for (var i = 2; i < found.rates().size(); i++) {
      assertEquals(
          found.rates().get(1) / found.rates().get(0),
          found.rates().get(i) / found.rates().get(i - 1),
          1e-9);
    }
  }

  /** The first step at a rate of next to nothing leaves the loss where a training begins with. */
  @Test
  void lossesAreThoseOfTheTrainingRows() {
    var table = BundledSample.IRIS.table();
    var experiment = experiment(table, new Sgd(1e-7, 0, false));
    var whole = experiment.withTraining(experiment.training().withBatchSize(0));
    var found = range(whole, table);
    assertEquals(loss(whole, table, 1e-30), found.start(), 1e-6);
    assertEquals(found.start(), found.losses().getFirst(), 1e-3);
    assertTrue(found.losses().getFirst() < found.start());
  }

  @Test
  void endsWhereTheLossRunsAway() {
    var table = BundledSample.DIABETES.table();
    var found = range(experiment(table, new Sgd(0.01, 0.9, false)), table);
    assertTrue(found.rates().size() < RateRange.STEPS);
    assertTrue(found.losses().stream().allMatch(it -> it < 4 * found.start()));
    var next = found.rates().getLast() * 1.5;
    assertTrue(loss(experiment(table, new Sgd(0.01, 0.9, false)), table, next) > found.start());
  }

  /** No suggestion is far from the best of thirteen rates. */
  @Test
  void suggestionsAreNearTheBestRates() {
    var sum = 0.0;
    var count = 0;
    for (var table :
        List.of(
            BundledSample.IRIS.table(),
            BundledSample.WINE.table(),
            BundledSample.DIABETES.table(),
            GeneratedSample.of(SampleKind.CIRCLES).table(),
            GeneratedSample.of(SampleKind.MOONS).table())) {
      for (var optimizer : List.of(Adam.DEFAULT, new Sgd(1, 0, false), new Sgd(1, 0.9, false))) {
        var experiment = experiment(table, optimizer);
        var behind = behind(experiment, table);
        assertTrue(behind < 1, table.name() + ": behind by " + behind);
        sum += behind;
        count++;
      }
    }
    assertTrue(sum / count < 0.3, "behind by " + sum / count);
  }

  /** With their own optimizer: plain descent leaves their small output weights late on circles. */
  @Test
  void suggestionsForTheRecommendedChoicesAreNearTheBestRatesToo() {
    var behind =
        List.of(
                BundledSample.IRIS.table(),
                BundledSample.WINE.table(),
                BundledSample.DIABETES.table(),
                GeneratedSample.of(SampleKind.CIRCLES).table(),
                GeneratedSample.of(SampleKind.MOONS).table())
            .stream()
            .mapToDouble(table -> behind(Defaults.experiment(table), table))
            .summaryStatistics();
    assertTrue(behind.getMax() < 0.5, "behind by " + behind);
    assertTrue(behind.getAverage() < 0.3, "behind by " + behind);
  }

  /** By how much the loss at the suggested rate is behind the best of thirteen, as a logarithm. */
  private static double behind(Experiment experiment, Table table) {
    var suggested = range(experiment, table).suggestion().orElseThrow();
    var best = Double.POSITIVE_INFINITY;
    for (var i = 0; i < 13; i++) {
      best = Math.min(best, loss(experiment, table, 1e-4 * Math.pow(10, i / 3.0)));
    }
    return Math.log((loss(experiment, table, suggested) + 0.01) / (best + 0.01));
  }

  /**
   * By hand: a linear model of one standardized input has the curvature 2 · mean(x²) = 2 along
   * weight and bias, so plain descent on all rows is stable below a rate of 2 / 2 = 1.
   */
  @Test
  void lossIsStillLowAtARateBeyondTheLimitOfStabilityWhichIsNotSuggested()
      throws TableFormatException {
    var text =
        IntStream.range(0, 30)
            .mapToObj(i -> "%d,%d%n".formatted(i, 3 * i + i % 4))
            .collect(Collectors.joining("", "x,y\n", ""));
    var table = TableReader.parse("line.csv", text);
    var base = experiment(table, new Sgd(0.1, 0, false));
    var linear =
        base.withNetwork(base.network().withHidden(List.of()))
            .withTraining(
                base.training().withBatchSize(0).withPenalty(Penalty.NONE).withAverage(0));
    var found = range(linear, table);
    var suggested = found.suggestion().orElseThrow();
    assertTrue(10 * suggested > 1 && suggested < 0.5, "suggested " + suggested);
    assertTrue(loss(linear, table, 10 * suggested) > found.start());
    assertTrue(loss(linear, table, suggested) < 0.1 * found.start());
  }

  @Test
  void nothingIsSuggestedWhereTheLossNeverFalls() {
    assertEquals(
        OptionalDouble.empty(),
        new RateRange(1, List.of(0.1, 1.0, 10.0), List.of(1.0, 0.99, 1.5)).suggestion());
    assertEquals(OptionalDouble.empty(), new RateRange(1, List.of(), List.of()).suggestion());
  }

  /** By hand: the course is the mean of five, and near the lowest point up to the sixth rate. */
  @Test
  void suggestionIsATenthOfTheLastGoodRate() {
    var rates = List.of(0.001, 0.01, 0.1, 0.2, 0.3, 0.45, 0.6, 0.7, 0.8);
    var losses = List.of(1.0, 1.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 2.0);
    var found = new RateRange(1, rates, losses);
    assertEquals(0.1, found.course().get(4), 1e-12);
    assertEquals((0.1 + 0.1 + 0.1 + 0.1 + 2.0) / 5, found.course().get(6), 1e-12);
    assertEquals(0.045, found.suggestion().orElseThrow(), 1e-12);
  }

  /** What has run away and falls back by chance is no good rate. */
  @Test
  void whatFallsBackAfterRunningAwayDoesNotCount() {
    var rates = List.of(0.01, 0.1, 0.2, 0.3, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
    var losses = List.of(1.0, 0.4, 0.1, 0.1, 3.0, 3.0, 3.0, 0.1, 0.1, 0.1, 0.1);
    assertEquals(0.01, new RateRange(1, rates, losses).suggestion().orElseThrow(), 0.011);
  }
}
