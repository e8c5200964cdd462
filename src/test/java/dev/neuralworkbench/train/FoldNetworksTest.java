package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Folds that judge a run, against runs of their own that are judged by validation rows. */
class FoldNetworksTest {

  private static final int ROWS = 12;
  private static final NetworkDesign DESIGN =
      NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(4, Activation.TANH));
  private static final Dataset LINE = Samples.line(ROWS, 0.3, 1);
  private static final Products PRODUCTS = new PortableProducts();
  private static final TrainingConfig PLAIN =
      TrainingConfig.of(Adam.DEFAULT.withLearningRate(0.05), 4, 8)
          .withPenalty(new Penalty(0, 1e-3));

  private static TrainingSession start(TrainingConfig config) {
    return TrainingSession.start(DESIGN, config, LINE, Samples.NO_VALUES, PRODUCTS);
  }

  /** Runs that have not learned one row each, and are judged by it. */
  private static List<TrainingSession> leavingOut(TrainingConfig config) {
    var runs = new ArrayList<TrainingSession>();
    for (var left = 0; left < ROWS; left++) {
      var out = left;
      var others = IntStream.range(0, ROWS).filter(row -> row != out).toArray();
      var run = TrainingSession.start(DESIGN, config, LINE.some(others), LINE.some(out), PRODUCTS);
      run.run(new RunControl());
      runs.add(run);
    }
    return runs;
  }

  @Test
  void asManyFoldsAsRowsIsLeaveOneOut() {
    for (var config : List.of(PLAIN, PLAIN.withAverage(3))) {
      var run = start(config.withFolds(ROWS));
      run.run(new RunControl());
      var others = leavingOut(config);
      var values = ((ValueTargets) LINE.targets()).values();
      var mean = IntStream.range(0, ROWS).mapToDouble(row -> values.get(row, 0)).sum() / ROWS;
      var spread =
          IntStream.range(0, ROWS).mapToDouble(row -> Math.pow(values.get(row, 0) - mean, 2)).sum();
      for (var epoch = 0; epoch < 8; epoch++) {
        var e = epoch;
        var sum = others.stream().mapToDouble(it -> it.history().validationLoss(e)).sum();
        assertEquals(sum / ROWS, run.history().validationLoss(epoch), 1e-9);
        assertEquals(1 - sum / spread, run.history().validationScore(epoch), 1e-6);
      }
    }
  }

  @Test
  void foldsLeaveTheNetworkAlone() {
    var with = start(PLAIN.withFolds(4));
    var without = start(PLAIN);
    with.run(new RunControl());
    without.run(new RunControl());
    assertEquals(without.weights(), with.weights());
    assertTrue(Double.isNaN(without.history().validationLoss(7)));
  }

  @Test
  void everyFoldHasItsShareOfEachClass() {
    var ring = Samples.ring(50, 1);
    var classes = ((ClassTargets) ring.targets()).classes();
    var foldOf = FoldNetworks.deal(ring, 5, 3);
    var ones = IntStream.of(classes).sum();
    for (var fold = 0; fold < 5; fold++) {
      var f = fold;
      var rows = IntStream.range(0, 50).filter(row -> foldOf[row] == f).toArray();
      var ofFold = IntStream.of(rows).map(row -> classes[row]).sum();
      assertEquals(10, rows.length);
      assertEquals(ones / 5.0, ofFold, 1);
    }
  }

  /** Eleven patients of one to eleven rows, in no order: a network that judges one knows none. */
  @Test
  void unitsWithoutAnOrderAreEachInOneFold() {
    var units = new int[66];
    for (int row = 0, unit = 0, left = 1; row < 66; row++) {
      units[row * 35 % 66] = unit;
      left--;
      if (left == 0) {
        unit++;
        left = unit + 1;
      }
    }
    for (var seed = 1; seed <= 5; seed++) {
      var foldOf = FoldNetworks.deal(Samples.ring(66, 1).inUnits(units, false), 4, seed);
      var rows = new int[4];
      for (var row = 0; row < 66; row++) {
        rows[foldOf[row]]++;
        for (var other = 0; other < row; other++) {
          assertTrue(units[row] != units[other] || foldOf[row] == foldOf[other], "unit in two");
        }
      }
      assertTrue(IntStream.of(rows).allMatch(it -> it >= 5), Arrays.toString(rows));
    }
  }

  @Test
  void earlyStoppingEndsWithTheEpochThatTheFoldsCallBest() {
    var stopping =
        Stopping.after(300)
            .withEarlyStopping(new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 9, true));
    var run = start(PLAIN.withFolds(3).withStopping(stopping));
    run.run(new RunControl());
    assertEquals(StopReason.NO_IMPROVEMENT, run.history().stopReason());
    var best = stopping.earlyStopping().best(run.history());
    var until = start(PLAIN.withFolds(3).withStopping(Stopping.after(best + 1)));
    until.run(new RunControl());
    assertEquals(until.weights(), run.weights());
    // And so do their own, from which they would go on.
    var kept = run.checkpoint().folds().stream().map(FoldState::predicting).toList();
    assertEquals(until.checkpoint().folds().stream().map(FoldState::weights).toList(), kept);
  }

  @Test
  void runFromLearnedWeightsIsJudgedByNetworksThatDoNotKnowTheirFolds() {
    var first = start(PLAIN.withFolds(ROWS));
    first.run(new RunControl());
    var own = first.checkpoint().folds().stream().map(FoldState::predicting).toList();
    var second = startFrom(PLAIN.withFolds(ROWS), first.weights(), own, LINE, LINE.some());
    second.trainEpoch();

    // Whatever the order of the folds, each goes on from a run that had not seen its row.
    var sum = 0.0;
    for (var left = 0; left < ROWS; left++) {
      var out = left;
      var others = LINE.some(IntStream.range(0, ROWS).filter(row -> row != out).toArray());
      var before = TrainingSession.start(DESIGN, PLAIN, others, LINE.some(out), PRODUCTS);
      before.run(new RunControl());
      var after = startFrom(PLAIN, before.weights(), List.of(), others, LINE.some(out));
      after.trainEpoch();
      sum += after.history().validationLoss(0);
    }
    assertEquals(sum / ROWS, second.history().validationLoss(0), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> startFrom(PLAIN.withFolds(3), first.weights(), own, LINE, LINE.some()));
  }

  private static TrainingSession startFrom(
      TrainingConfig config,
      NetworkWeights weights,
      List<NetworkWeights> ofFolds,
      Dataset training,
      Dataset validation) {
    return TrainingSession.startFrom(
        weights, ofFolds, DESIGN, config, training, validation, PRODUCTS);
  }

  /** A teacher who changes a weight asks what that did to rows not learned, too. */
  @Test
  void weightChangedByHandIsChangedInTheNetworksOfFoldsToo() {
    var changed = start(PLAIN.withFolds(4));
    var left = start(PLAIN.withFolds(4));
    changed.trainEpoch();
    left.trainEpoch();
    changed.state.changeWeight(1, Intervention.WeightEdit.BIAS, 0, 5);
    for (var fold : changed.checkpoint().folds()) {
      assertEquals(5, fold.weights().layer(1).bias(0));
    }
    changed.trainEpoch();
    left.trainEpoch();
    assertTrue(changed.history().validationLoss(1) > left.history().validationLoss(1) + 1);
    var again = start(PLAIN.withFolds(4));
    again.replay(changed.history());
    again.trainEpoch();
    again.trainEpoch();
    assertEquals(changed.checkpoint().folds(), again.checkpoint().folds());
  }

  @Test
  void validationRowsAndFoldsTogetherAreRefused() {
    var config = PLAIN.withFolds(5);
    assertEquals(List.of(), config.problems(50, 50, 0));
    assertEquals("training.judgingFolds", config.problems(50, 50, 10).getFirst().component());
    var units = new int[50];
    for (var row = 0; row < 50; row++) {
      units[row] = row < 40 ? 0 : row - 39;
    }
    var data = Samples.ring(50, 1).inUnits(units, true);
    var foldOf = FoldNetworks.deal(data, 4, 1);
    for (var row = 1; row < 50; row++) {
      assertTrue(foldOf[row] == foldOf[row - 1] || foldOf[row] == foldOf[row - 1] + 1);
    }
    assertEquals(3, foldOf[49], "no fold is empty");
    assertEquals("training.problem.foldsOfUnits", config.problems(50, 4, 0).getFirst().key());
    assertEquals("training.judgingFolds", config.problems(4, 4, 0).getFirst().component());
    assertEquals(
        "training.judgingFolds", PLAIN.withFolds(1).problems(50, 50, 0).getFirst().component());
  }
}
