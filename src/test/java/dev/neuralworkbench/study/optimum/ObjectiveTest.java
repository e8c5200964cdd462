package dev.neuralworkbench.study.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.baseline.Minimum;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.optimum.Objective.Reason;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  private static float[][] rows(String name) throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources", "optimum", name + ".csv"))
        .stream()
        .map(
            line -> {
              var cells = line.split(",", -1);
              var numbers = new float[cells.length];
              IntStream.range(0, cells.length)
                  .forEach(i -> numbers[i] = Float.parseFloat(cells[i]));
              return numbers;
            })
        .toArray(float[][]::new);
  }

  private static FMatrixRMaj inputs(float[][] rows) {
    return new FMatrixRMaj(
        Arrays.stream(rows).map(row -> Arrays.copyOf(row, row.length - 1)).toArray(float[][]::new));
  }

  private static float last(float[] row) {
    return row[row.length - 1];
  }

  /** As src/test/python/optimum.py prints. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.001, 0.10236798846098696",
    "2, 0.001, 0.014692520654367991",
    "3, 0.01, 0.2436771235241857",
    "2, 0.01, 0.06661901809019537",
    "3, 0.1, 0.5059222062277233",
    "2, 0.1, 0.23679308045733177"
  })
  void leastCrossEntropyIsThatOfScikitLearn(int classes, double price, double expected)
      throws IOException {
    var some =
        Arrays.stream(rows("iris")).filter(row -> last(row) < classes).toArray(float[][]::new);
    var targets =
        new ClassTargets(Arrays.stream(some).mapToInt(row -> (int) last(row)).toArray(), classes);
    var least = Minimum.ofCrossEntropy(inputs(some), targets, classes == 2, price).orElseThrow();
    assertEquals(expected, least.value(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.4822516641989506", "0.01, 0.4850539423720775", "0.5, 0.5446637590178695"})
  void leastSquaresAreThoseOfScikitLearn(double price, double expected) throws IOException {
    var all = rows("diabetes");
    var values = new DMatrixRMaj(all.length, 1);
    IntStream.range(0, all.length).forEach(i -> values.set(i, 0, last(all[i])));
    var least = Minimum.ofSquares(inputs(all), new ValueTargets(values), price).orElseThrow();
    assertEquals(expected, least.value(), 1e-6);
  }

  /** Setosa and the others: a line parts them, so that weights grow for ever. */
  @Test
  void separableRowsHaveNoMinimumWithoutAPrice() throws IOException {
    var all = rows("iris");
    var targets =
        new ClassTargets(Arrays.stream(all).mapToInt(it -> last(it) == 0 ? 1 : 0).toArray(), 2);
    assertEquals(Optional.empty(), Minimum.ofCrossEntropy(inputs(all), targets, true, 0));
    assertTrue(Minimum.ofCrossEntropy(inputs(all), targets, true, 1e-3).isPresent());
  }

  private static Experiment linear(BundledSample sample, double price, double rate, int epochs) {
    var base = Defaults.experiment(sample.table());
    return base.withNetwork(base.network().withHidden(List.of()))
        .withTraining(
            base.training()
                .withOptimizer(new Sgd(rate, 0, false))
                .withPenalty(new Penalty(0, price))
                .withAverage(0)
                .withFolds(0)
                .withBatchSize(0)
                .withStopping(Stopping.after(epochs)));
  }

  private static DescentGap gap(Experiment experiment, BundledSample sample) {
    var epochs = experiment.training().stopping().epochs();
    var result = new RunResult(epochs, epochs, 1.0, null, null, null, 0, null);
    var run =
        new RunRecord(1, "", experiment, true, null, result, RunCurve.NONE, List.of(), null, null);
    return DescentGap.of(run, sample.table(), PRODUCTS, Progress.NONE);
  }

  /** Gradient descent on all rows comes down to the optimum, and never below. */
  @ParameterizedTest
  @CsvSource({"IRIS, 0.01, 0.5, 3000", "DIABETES, 0.01, 0.1, 6000"})
  void descentComesDownToTheOptimum(BundledSample sample, double price, double rate, int epochs) {
    var gap = gap(linear(sample, price, rate, epochs), sample);
    assertEquals(200, gap.gaps().size());
    for (var i = 1; i < gap.gaps().size(); i++) {
      assertTrue(gap.gaps().get(i) <= gap.gaps().get(i - 1) + 1e-7, "rises at " + i);
    }
    assertTrue(gap.gaps().getFirst() > 1e-3);
    assertEquals(0, gap.gaps().getLast(), 1e-6);
    assertTrue(gap.gaps().getLast() > -1e-7);
  }

  /** Its value is the engine's loss and the penalty. */
  @Test
  void valueIsThatOfTheEngine() {
    var experiment = linear(BundledSample.IRIS, 0.02, 0.1, 3);
    var data = PreparedData.of(experiment.preparation(), BundledSample.IRIS.table());
    var session =
        new TrainingPlan(experiment, new TrainingStart.Anew(TrainingStart.Reason.FIRST, 3))
            .session(data, PRODUCTS);
    var before = session.snapshot().weights();
    session.trainEpoch();
    var objective = Objective.of(experiment, data.training()).orElseThrow();
    var squares = 0.0;
    for (var weight : before.layer(0).weights()) {
      squares += weight * weight;
    }
    assertEquals(session.history().trainingLoss(0), objective.at(before) - 0.01 * squares, 1e-6);
  }

  @Test
  void whatHasNoOptimumIsSaid() {
    var plain = linear(BundledSample.IRIS, 0.01, 0.1, 3);
    assertEquals(Optional.empty(), Objective.reason(plain));
    assertEquals(
        Optional.of(Reason.HIDDEN_LAYERS),
        Objective.reason(
            plain.withNetwork(
                plain.network().withHidden(List.of(DenseDesign.of(2, Activation.TANH))))));
    assertEquals(
        Optional.of(Reason.L1),
        Objective.reason(plain.withTraining(plain.training().withPenalty(new Penalty(1, 0)))));
    assertEquals(
        Optional.of(Reason.MAX_NORM),
        Objective.reason(plain.withTraining(Chosen.withMaxNorm(plain.training(), 2))));
    assertEquals(
        Optional.of(Reason.LOSS),
        Objective.reason(plain.withNetwork(plain.network().withLoss(Loss.MEAN_ABSOLUTE_ERROR))));
    assertEquals(
        Reason.LOSS,
        gap(
                plain.withNetwork(plain.network().withLoss(Loss.MEAN_SQUARED_ERROR)),
                BundledSample.IRIS)
            .reason());
  }
}
