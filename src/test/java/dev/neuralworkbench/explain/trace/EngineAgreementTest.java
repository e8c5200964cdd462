package dev.neuralworkbench.explain.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adagrad;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.RmsProp;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.StepDecay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's next step comes to the weights that the explanation says, in mid-run. */
public class EngineAgreementTest {

  /** Of single precision, after sums of a dozen terms. */
  private static final double SINGLE = 4e-6;

  private static final Sgd PLAIN = new Sgd(0.1, 0, false);

  /** Some variants, and every other kind as it is by default. */
  public static List<OptimizerConfig> optimizers() {
    var variants =
        List.<OptimizerConfig>of(
            PLAIN,
            new Sgd(0.1, 0.9, false),
            new Sgd(0.1, 0.9, true),
            new Adagrad(0.05, 1e-10),
            new RmsProp(0.01, 0.9, 1e-8),
            new Adam(0.01, 0.9, 0.999, 1e-8),
            new AdamW(0.01, 0.9, 0.999, 1e-8, 0.05));
    var others =
        OptimizerConfig.kinds().stream()
            .filter(kind -> variants.stream().noneMatch(it -> it.id().equals(kind.id())));
    return Stream.concat(variants.stream(), others).toList();
  }

  @Test
  void noKindOfOptimizerIsLeftOut() {
    assertEquals(
        Set.of(OptimizerConfig.class.getPermittedSubclasses()),
        optimizers().stream().map(OptimizerConfig::getClass).collect(Collectors.toSet()));
  }

  private static NetworkDesign design(Loss loss, Activation activation) {
    return NetworkDesign.of(loss, DenseDesign.of(4, activation), DenseDesign.of(3, activation));
  }

  private static void assertAgrees(NetworkDesign design, TrainingConfig config, Dataset data) {
    var session = Cases.session(design, config, data, 4);
    var before = session.snapshot();
    var trace = Cases.next(session, design, config, data);
    assertEquals(before.weights(), trace.setting().weights());
    session.trainBatch();
    assertCameTo(session, trace);
  }

  private static void assertCameTo(TrainingSession session, BackpropTrace trace) {
    var weights = session.snapshot().weights();
    for (var l = 0; l < trace.layers(); l++) {
      for (var unit = 0; unit < trace.units(l); unit++) {
        for (var input = 0; input < trace.inputs(l); input++) {
          assertEquals(weights.weight(l, input, unit), trace.newWeight(l, input, unit), SINGLE);
        }
        assertEquals(
            weights.layer(l).bias(unit), trace.newWeight(l, NetworkLocation.BIAS, unit), SINGLE);
      }
    }
  }

  private static TrainingConfig config(OptimizerConfig optimizer) {
    return TrainingConfig.of(optimizer, 5, 20).withSeed(3);
  }

  @ParameterizedTest
  @EnumSource
  void everyActivation(Activation activation) {
    var loss = Loss.MEAN_SQUARED_ERROR;
    assertAgrees(
        design(loss, activation).withOutputActivation(activation),
        config(PLAIN.withLearningRate(0.01)),
        Cases.data(loss));
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY_CROSS_ENTROPY", "CATEGORICAL_CROSS_ENTROPY"})
  void classesThatCountOtherwise(Loss loss) {
    var design = design(loss, Activation.TANH);
    assertAgrees(design, config(PLAIN), Cases.weighted(loss, Cases.ROWS));
    assertAgrees(
        Chosen.withLabelSmoothing(design, 0.1), config(PLAIN), Cases.weighted(loss, Cases.ROWS));
  }

  @ParameterizedTest
  @EnumSource
  void everyLoss(Loss loss) {
    assertAgrees(design(loss, Activation.TANH), config(PLAIN), Cases.data(loss));
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY_CROSS_ENTROPY", "CATEGORICAL_CROSS_ENTROPY"})
  void smoothedLabels(Loss loss) {
    var smoothed = Chosen.withLabelSmoothing(design(loss, Activation.TANH), 0.2);
    assertAgrees(smoothed, config(PLAIN), Cases.data(loss));
    var data = Cases.data(loss);
    var config = config(PLAIN).withBatchSize(0);
    var session = Cases.session(smoothed, config, data, 2);
    var trace = Cases.next(session, smoothed, config, data);
    session.trainBatch();
    assertEquals(session.history().trainingLoss(2), trace.before().loss(), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizer(OptimizerConfig optimizer) {
    var loss = Loss.CATEGORICAL_CROSS_ENTROPY;
    assertAgrees(design(loss, Activation.TANH), config(optimizer), Cases.data(loss));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void penaltyClippingMaxNormAndSchedule(OptimizerConfig optimizer) {
    var loss = Loss.BINARY_CROSS_ENTROPY;
    var config =
        Chosen.withMaxNorm(
                Chosen.withClipNorm(config(optimizer).withPenalty(new Penalty(0.01, 0.02)), 0.05),
                0.6)
            .withSchedule(new StepDecay(1, 0.5));
    assertTrue(clipFactor(loss, config) < 1);
    assertAgrees(design(loss, Activation.SIGMOID), config, Cases.data(loss));
  }

  private static double clipFactor(Loss loss, TrainingConfig config) {
    var design = design(loss, Activation.SIGMOID);
    var data = Cases.data(loss);
    return Cases.next(Cases.session(design, config, data, 4), design, config, data)
        .update()
        .clipFactor();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.05, 0", "0, 0.1", "0.05, 0.1"})
  void everyPenalty(double l1, double l2) {
    for (var loss : Loss.values()) {
      var config = config(PLAIN).withPenalty(new Penalty(l1, l2));
      assertAgrees(design(loss, Activation.TANH), config, Cases.data(loss));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-3, 0.05, 100})
  void everyClipping(double norm) {
    var loss = Loss.CATEGORICAL_CROSS_ENTROPY;
    var config = Chosen.withClipNorm(config(PLAIN), norm);
    assertEquals(norm > 0 && norm < 1, clipFactor(loss, config) < 1);
    assertAgrees(design(loss, Activation.SIGMOID), config, Cases.data(loss));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.6, 100})
  void everyMaxNorm(double longest) {
    var loss = Loss.CATEGORICAL_CROSS_ENTROPY;
    var config = Chosen.withMaxNorm(config(PLAIN), longest);
    var design = design(loss, Activation.TANH);
    var data = Cases.data(loss);
    var trace = Cases.next(Cases.session(design, config, data, 4), design, config, data);
    var limits =
        IntStream.range(0, trace.layers())
            .anyMatch(
                layer ->
                    IntStream.range(0, trace.units(layer))
                        .anyMatch(unit -> trace.update().limitFactor(layer, unit) < 1));
    assertEquals(longest > 0 && longest < 100, limits);
    assertAgrees(design, config, data);
    assertRowsAgree(config);
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.train.schedule.LearningRateSchedule#kinds")
  void everySchedule(LearningRateSchedule schedule) {
    var loss = Loss.HUBER;
    var config = config(PLAIN).withSchedule(schedule);
    var data = Cases.data(loss);
    var design = design(loss, Activation.TANH);
    var session = Cases.session(design, config, data, 40);
    var trace = Cases.next(session, design, config, data);
    session.trainBatch();
    assertCameTo(session, trace);
  }

  @Test
  void dropoutDropsWhatTheEngineDrops() {
    var loss = Loss.MEAN_SQUARED_ERROR;
    var design =
        NetworkDesign.of(
            loss,
            new DropoutDesign(0.3),
            DenseDesign.of(5, Activation.TANH),
            new DropoutDesign(0.5),
            DenseDesign.of(4, Activation.TANH),
            new DropoutDesign(0.2));
    assertAgrees(design, config(PLAIN), Cases.data(loss));
  }

  @Test
  void dropoutsInARowDropWhatTheEngineDrops() {
    var loss = Loss.MEAN_SQUARED_ERROR;
    var design =
        NetworkDesign.of(
            loss,
            new DropoutDesign(0.3),
            new DropoutDesign(0.2),
            DenseDesign.of(9, Activation.TANH),
            new DropoutDesign(0.4),
            new DropoutDesign(0.5),
            new DropoutDesign(0.3));
    assertAgrees(design, config(PLAIN), Cases.data(loss));
  }

  @Test
  void dropoutBeyondOneBlockOfRows() {
    var loss = Loss.MEAN_SQUARED_ERROR;
    var design = NetworkDesign.of(loss, DenseDesign.of(5, Activation.TANH), new DropoutDesign(0.5));
    assertAgrees(design, config(PLAIN).withBatchSize(0), Cases.data(loss, 300));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aRowByItself(OptimizerConfig optimizer) {
    assertRowsAgree(
        Chosen.withClipNorm(config(optimizer).withPenalty(new Penalty(0.01, 0.02)), 0.05));
  }

  private static void assertRowsAgree(TrainingConfig config) {
    var loss = Loss.CATEGORICAL_CROSS_ENTROPY;
    var design =
        NetworkDesign.of(
            loss,
            new DropoutDesign(0.3),
            DenseDesign.of(5, Activation.TANH),
            new DropoutDesign(0.5),
            DenseDesign.of(4, Activation.GELU));
    var session = Cases.session(design, config, Cases.data(loss), 4);
    var inputs = List.of(0.5f, -1.5f, 2f);
    var targets = List.of(0f, 1f, 0f);
    // Several at one place: dropout draws anew for each.
    for (var i = 0; i < 3; i++) {
      var setting =
          StepSetting.next(session, design, config)
              .ofRow(session.checkpoint().predicting(), session.rowBlock());
      var trace =
          BackpropTrace.of(
              setting,
              new StepRows(new double[][] {{0.5, -1.5, 2}}, new double[][] {{0, 1, 0}}, null));
      session.trainRow(inputs, targets);
      assertCameTo(session, trace);
    }
  }

  @Test
  void theLossIsTheEngines() {
    for (var loss : Loss.values()) {
      var data = Cases.data(loss);
      var design = design(loss, Activation.GELU);
      var config = config(PLAIN).withBatchSize(0);
      var session = Cases.session(design, config, data, 2);
      var trace = Cases.next(session, design, config, data);
      session.trainBatch();
      assertEquals(session.history().trainingLoss(2), trace.before().loss(), 1e-6, Ids.of(loss));
      session.trainBatch();
      assertEquals(session.history().trainingLoss(3), trace.after().loss(), 1e-6, Ids.of(loss));
    }
  }
}
