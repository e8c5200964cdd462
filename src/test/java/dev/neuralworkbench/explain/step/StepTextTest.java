package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.Calculator;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.explain.trace.EngineAgreementTest;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever works out what is shown gets the number that is shown, within the digits shown. */
class StepTextTest {

  private static BackpropTrace trace(
      Loss loss, Activation activation, OptimizerConfig optimizer, int rows, boolean dropout) {
    var dense = DenseDesign.of(4, activation);
    var design =
        dropout
            ? NetworkDesign.of(loss, new DropoutDesign(0.2), dense, new DropoutDesign(0.25))
            : NetworkDesign.of(loss, dense);
    var config =
        Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(optimizer, rows, 20)
                    .withSeed(3)
                    .withPenalty(new Penalty(0.01, 0.02)),
                0.05),
            0.8);
    var data = Cases.data(loss);
    return Cases.next(Cases.session(design, config, data, 3), design, config, data);
  }

  private static void assertEvaluates(BackpropTrace trace) {
    for (var grain : StepDetail.values()) {
      var walk = Walk.of(trace, 0, grain, null);
      for (var i = 0L; i < walk.size(); i++) {
        for (var part : walk.step(i).parts()) {
          for (var line : part.lines()) {
            assertEvaluates(line);
          }
        }
      }
    }
  }

  private static void assertEvaluates(StepLine line) {
    assertEquals(
        line.value(), line.right().value(), 1e-9 * (1 + Math.abs(line.value())), line::toString);
    for (var places : IntStream.rangeClosed(Decimals.LEAST, Decimals.MOST).toArray()) {
      var decimals = new Decimals(places, false);
      var shown = MathsText.numbers(line.right(), decimals);
      var interval = Calculator.value(shown);
      assertEquals(
          shown, MathsText.numbers(line.right(), new Decimals(places, true)).replace(',', '.'));
      var told = Calculator.value(decimals.text(line.value()));
      var slack = (told.most() - told.least()) / 2 + 1e-12 * Math.abs(line.value());
      assertTrue(
          interval.contains(line.value(), slack),
          () -> shown + " gives " + interval + ", shown is " + decimals.text(line.value()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofEveryActivation(Activation activation) {
    assertEvaluates(
        trace(
            Loss.MEAN_SQUARED_ERROR,
            activation,
            EngineAgreementTest.optimizers().getFirst(),
            5,
            true));
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY_CROSS_ENTROPY", "CATEGORICAL_CROSS_ENTROPY"})
  void ofSmoothedLabels(Loss loss) {
    var plain = trace(loss, Activation.TANH, Adam.DEFAULT, 5, false).setting();
    var design = Chosen.withLabelSmoothing(plain.design(), 0.1);
    var data = Cases.data(loss);
    var trace =
        Cases.next(Cases.session(design, plain.config(), data, 3), design, plain.config(), data);
    assertEvaluates(trace);
    var walk = Walk.of(trace, 0, StepDetail.UNIT, null);
    assertTrue(
        LongStream.range(0, walk.size()).anyMatch(i -> walk.step(i).kind() == StepKind.SMOOTHING));
  }

  @ParameterizedTest
  @EnumSource
  void ofEveryLoss(Loss loss) {
    assertEvaluates(
        trace(loss, Activation.TANH, EngineAgreementTest.optimizers().getFirst(), 5, false));
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.explain.trace.EngineAgreementTest#optimizers")
  void ofEveryOptimizer(OptimizerConfig optimizer) {
    assertEvaluates(trace(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, optimizer, 12, false));
  }

  @Test
  void ofOneRow() {
    assertEvaluates(HandWorkedTest.trace());
  }

  @ParameterizedTest
  @EnumSource
  void ofTheWayFromTheRawRowAndBack(Scaling scaling) {
    for (var sample : List.of(BundledSample.DIABETES, BundledSample.IRIS)) {
      var table = sample.table();
      var preparation = Preparation.defaults(table).withScaling(scaling);
      var data = PreparedData.of(preparation, table);
      var loss = sample == BundledSample.IRIS ? Loss.CATEGORICAL_CROSS_ENTROPY : Loss.HUBER;
      assertPreparationEvaluates(
          data, loss, PreparedRow.of(data.preprocessor(), table, 7, scaling));
    }
  }

  @Test
  void ofMissingNumbersAndCategories() {
    var table =
        Table.of(
            "t",
            NumberColumn.of("height", 1.5, Double.NaN, 2.5, 3.5),
            NumberColumn.of("kind", 1, 2, 3, Double.NaN),
            NumberColumn.of("price", 10, 20, 30, 45));
    var preparation =
        Preparation.defaults(table)
            .withKind(0, ColumnKind.NUMBER)
            .withKind(1, ColumnKind.CATEGORY)
            .withKind(2, ColumnKind.NUMBER)
            .withSplit(Split.NONE);
    var data = PreparedData.of(preparation, table);
    for (var row = 0; row < 4; row++) {
      assertPreparationEvaluates(
          data,
          Loss.MEAN_SQUARED_ERROR,
          PreparedRow.of(data.preprocessor(), table, row, preparation.scaling()));
    }
  }

  private static void assertPreparationEvaluates(
      PreparedData data, Loss loss, PreparedRow prepared) {
    var design = NetworkDesign.of(loss, DenseDesign.of(3, Activation.TANH));
    var config = TrainingConfig.of(Adam.DEFAULT, 4, 3);
    var session = Cases.session(design, config, data.training(), 1);
    var setting =
        StepSetting.next(session, design, config)
            .ofRow(session.checkpoint().predicting(), session.rowBlock());
    var trace = BackpropTrace.of(setting, PreparedRow.rows(List.of(prepared), setting.outputs()));
    var walk = Walk.of(trace, 0, StepDetail.UNIT, prepared);
    var lines = 0;
    for (var i = 0L; i < walk.size(); i++) {
      var step = walk.step(i);
      if (step.phase() == Phase.PREPARATION || step.kind() == StepKind.ANSWER) {
        for (var part : step.parts()) {
          part.lines().forEach(StepTextTest::assertEvaluates);
          lines += part.lines().size();
        }
      }
    }
    assertTrue(lines >= prepared.cells().size() + 1, "lines of the preparation");
  }

  @Test
  void anEqualsSignPromisesTheLastDigit() {
    var walk = Walk.of(HandWorkedTest.trace(), 0, StepDetail.WEIGHT, null);
    for (var i = 0L; i < walk.size(); i++) {
      var line = walk.step(i).result();
      if (line.follows(Decimals.DEFAULT)) {
        var byHand = line.right().value(Decimals.DEFAULT::rounded);
        assertEquals(Decimals.DEFAULT.text(line.value()), Decimals.DEFAULT.text(byHand));
      }
    }
  }
}
