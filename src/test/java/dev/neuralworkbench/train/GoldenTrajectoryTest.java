package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.DropoutDraws;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs, number by number, against runs of an independent engine in float64. */
class GoldenTrajectoryTest {

  private static final double RUN = 1e-4;
  private static final double GRADIENT = 1e-5;
  private static final Dataset NONE =
      new Dataset(new FMatrixRMaj(0, 1), new ValueTargets(new DMatrixRMaj(0, 1)), new int[0]);

  static List<Path> files() throws IOException, URISyntaxException {
    var folder = Path.of(GoldenTrajectoryTest.class.getResource("/golden").toURI());
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void everyTrajectoryIsTaken() throws IOException, URISyntaxException {
    assertTrue(files().size() >= 14, "trajectories: " + files().size());
  }

  @Test
  void everyOptimizerHasATrajectory() throws IOException, URISyntaxException {
    var taken = new HashSet<String>();
    for (var file : files()) {
      taken.add(Trajectory.read(file).optimizer().id());
    }
    assertEquals(
        OptimizerConfig.kinds().stream().map(OptimizerConfig::id).collect(Collectors.toSet()),
        taken);
  }

  @Test
  void everyActivationHasATrajectory() throws IOException, URISyntaxException {
    var taken = EnumSet.noneOf(Activation.class);
    for (var file : files()) {
      var design = Trajectory.read(file).design();
      design.hiddenDense().forEach(layer -> taken.add(layer.activation()));
      taken.add(design.outputActivation());
    }
    assertEquals(EnumSet.allOf(Activation.class), taken);
  }

  @ParameterizedTest
  @MethodSource("files")
  void firstGradientsAreThose(Path file) throws IOException {
    var trajectory = Trajectory.read(file);
    var data = trajectory.data();
    var config = trajectory.config();
    var targets = ((ValueTargets) data.targets()).values();
    var network =
        new Network(
            data.inputs().numCols, targets.numCols, trajectory.design(), new PortableProducts());
    network.weights(trajectory.weights("layers"));
    var batches = new Batches(data, targets.numCols, config.batchSize(), false, 0);
    batches.order(0);
    batches.load(0, 0, network.team);
    network.forward(batches.inputs, new DropoutDraws(0));
    network.backward(batches.targets, batches.rows(0), false);
    network.forEachPart(new Gradients(network.parameters(), config.penalty(), 0)::penalize);

    var expected = trajectory.weights("first_step_gradients");
    for (var i = 0; i < expected.layers().size(); i++) {
      var parameters = network.parameters();
      assertClose(
          expected.layer(i).weights(), parameters.get(2 * i).gradient().data, GRADIENT, "dW" + i);
      assertClose(
          expected.layer(i).bias(), parameters.get(2 * i + 1).gradient().data, GRADIENT, "db" + i);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void lossesWeightsAndPredictionsAreThose(Path file) throws IOException {
    var trajectory = Trajectory.read(file);
    var data = trajectory.data();
    var config = trajectory.config();
    var session =
        TrainingSession.startFrom(
            trajectory.weights("layers"),
            List.of(),
            trajectory.design(),
            config,
            data,
            NONE,
            new PortableProducts());

    var losses = trajectory.losses();
    for (var i = 0; i < losses.length; i++) {
      var before = session.checkpoint().lossSum();
      var epoch = session.epoch();
      var first = session.batch() * config.batchSize();
      session.trainBatch();
      var after =
          session.epoch() == epoch
              ? session.checkpoint().lossSum()
              : session.history().trainingLoss(epoch) * data.rows();
      var rows = Math.min(config.batchSize(), data.rows() - first);
      assertClose(losses[i], (after - before) / rows, RUN, "loss before step " + i);
    }
    assertEquals(StopReason.COMPLETED, session.history().stopReason());

    var expected = trajectory.weights("final_layers");
    assertWeights(expected, session.weights());
    var predictions = new FMatrixRMaj(data.rows(), trajectory.predictions().numCols);
    Predictor.of(
            data.inputs().numCols,
            predictions.numCols,
            trajectory.design(),
            session.weights(),
            new PortableProducts())
        .outputs(data.inputs(), predictions);
    var function = trajectory.design().loss().outputFunction;
    var found = new double[predictions.data.length];
    Arrays.setAll(found, i -> predictions.data[i]);
    function.apply(found, data.rows(), predictions.numCols);
    for (var i = 0; i < found.length; i++) {
      predictions.data[i] = (float) found[i];
    }
    assertClose(trajectory.predictions().data, predictions.data, RUN, "prediction");
  }

  private static void assertWeights(NetworkWeights expected, NetworkWeights found) {
    for (var i = 0; i < expected.layers().size(); i++) {
      assertClose(expected.layer(i).weights(), found.layer(i).weights(), RUN, "W" + i);
      assertClose(expected.layer(i).bias(), found.layer(i).bias(), RUN, "b" + i);
    }
  }

  private static void assertClose(float[] expected, float[] found, double bound, String what) {
    assertEquals(expected.length, found.length, what);
    for (var i = 0; i < expected.length; i++) {
      assertClose(expected[i], found[i], bound, what + "[" + i + "]");
    }
  }

  /** Absolute, or relative where the value is above 1. */
  private static void assertClose(double expected, double found, double bound, String what) {
    assertEquals(expected, found, bound * Math.max(1, Math.abs(expected)), what);
  }
}
