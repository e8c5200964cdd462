package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.explain.trace.EngineRows;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkTest {

  /** One number that is missing, one that is a category. */
  private record Raw() implements RawRow {

    @Override
    public double number(int input) {
      return Double.NaN;
    }

    @Override
    public @Nullable String text(int input) {
      return "2";
    }
  }

  private static final Table TABLE =
      Table.of(
          "t",
          NumberColumn.of("height", 1.5, Double.NaN, 2.5, 3.5),
          NumberColumn.of("kind", 1, 2, 3, 2),
          NumberColumn.of("price", 10, 20, 30, 45));

  private static PreparedRow prepared() {
    return PreparedRow.of(data().preprocessor(), new Raw(), "20", 20, Scaling.STANDARDIZE);
  }

  private static PreparedData data() {
    var preparation =
        Preparation.defaults(TABLE)
            .withKind(0, ColumnKind.NUMBER)
            .withKind(1, ColumnKind.CATEGORY)
            .withKind(2, ColumnKind.NUMBER)
            .withSplit(Split.NONE);
    return PreparedData.of(preparation, TABLE);
  }

  @Test
  void everyRowOfTheTableIsWhatTheEngineGets() {
    var data = data();
    for (var r = 0; r < 4; r++) {
      var row = PreparedRow.of(data.preprocessor(), TABLE, r, Scaling.STANDARDIZE);
      var rows = EngineRows.of(data.training(), new int[] {r}, 1);
      assertArrayEquals(rows.inputs()[0], row.inputs(), 1e-7);
      assertArrayEquals(rows.targets()[0], row.targets(1), 1e-7);
    }
  }

  private static BackpropTrace trace() {
    var data = data();
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(2, Activation.TANH));
    var config = TrainingConfig.of(Adam.DEFAULT, 1, 3);
    var session = Cases.session(design, config, data.training(), 0);
    return BackpropTrace.of(
        StepSetting.next(session, design, config), PreparedRow.rows(List.of(prepared()), 1));
  }

  @Test
  void aPreparedRowIsWhatTheEngineGets() {
    var data = data();
    var engine = new float[4];
    data.preprocessor().encode(new Raw(), engine, 0);
    var own = prepared().inputs();
    assertEquals(4, own.length);
    for (var i = 0; i < 4; i++) {
      assertEquals(engine[i], own[i], 1e-7);
    }
    // mean 26.25, deviation √((16.25² + 6.25² + 3.75² + 18.75²) / 4) = 12.93010
    assertEquals((20 - 26.25) / 12.93010, prepared().targets(1)[0], 1e-5);
  }

  @Test
  void theWalkGoesFromTheRawRowToTheNewLossInOrder() {
    var walk = Walk.of(trace(), 0, StepDetail.UNIT, prepared());
    var kinds = new ArrayList<StepKind>();
    var phases = new ArrayList<Phase>();
    for (var i = 0L; i < walk.size(); i++) {
      var step = walk.step(i);
      assertEquals(step.phase(), walk.phase(i));
      kinds.add(step.kind());
      phases.add(step.phase());
    }
    assertEquals(phases.stream().sorted().toList(), phases);
    assertEquals(
        List.of(
            StepKind.MISSING_INPUT,
            StepKind.CATEGORY_INPUT,
            StepKind.NUMBER_TARGET,
            StepKind.WEIGHTED_SUM,
            StepKind.WEIGHTED_SUM,
            StepKind.ACTIVATION,
            StepKind.ACTIVATION,
            StepKind.WEIGHTED_SUM,
            StepKind.ACTIVATION,
            StepKind.ANSWER,
            StepKind.ROW_LOSS,
            StepKind.OUTPUT_DELTA,
            StepKind.GRADIENT,
            StepKind.HIDDEN_DELTA,
            StepKind.HIDDEN_DELTA,
            StepKind.GRADIENT,
            StepKind.GRADIENT,
            StepKind.NEW_WEIGHT,
            StepKind.NEW_WEIGHT,
            StepKind.NEW_WEIGHT,
            StepKind.WEIGHTED_SUM,
            StepKind.WEIGHTED_SUM,
            StepKind.ACTIVATION,
            StepKind.ACTIVATION,
            StepKind.WEIGHTED_SUM,
            StepKind.ANSWER_AFTER,
            StepKind.ROW_LOSS_AFTER,
            StepKind.CHANGE),
        kinds);
    for (var phase : Phase.values()) {
      assertEquals(phase, walk.phase(walk.first(phase)));
    }
  }

  @Test
  void aFinerGrainHasAStepForEveryWeight() {
    // 4 · 2 + 2 weights and biases of the first layer, 2 + 1 of the second: gradient and update.
    var fine = Walk.of(trace(), 0, StepDetail.WEIGHT, null);
    var coarse = Walk.of(trace(), 0, StepDetail.UNIT, null);
    assertEquals(2 * (13 - 3), fine.size() - coarse.size());
    assertTrue(Walk.of(trace(), 0, StepDetail.LAYER, null).size() < coarse.size());
  }

  /** Whoever asks for more or less detail stays where they are. */
  @ParameterizedTest
  @EnumSource
  void aWalkOfAnotherDetailHasAStepOfTheSame(StepDetail to) {
    for (var from : StepDetail.values()) {
      var one = Walk.of(trace(), 0, from, prepared());
      var other = Walk.of(trace(), 0, to, prepared());
      for (var i = 0L; i < one.size(); i++) {
        var before = one.step(i);
        var after = other.step(other.like(one, i));
        assertEquals(before.kind(), after.kind());
        assertEquals(before.phase(), after.phase());
        assertTrue(
            before.place().contains(after.place()) || after.place().contains(before.place()),
            before.place() + " " + after.place());
        if (from == to) {
          assertEquals(i, other.like(one, i));
        }
      }
    }
  }

  @Test
  void theAnswerComesBackInTheUsersUnits() {
    var trace = trace();
    var walk = Walk.of(trace, 0, StepDetail.UNIT, prepared());
    var answer = walk.step(9).result();
    assertEquals(26.25 + 12.93010 * trace.before().prediction(0, 0), answer.value(), 1e-4);
    assertEquals(
        "μ + s · ŷ",
        MathsText.symbols(walk.step(9).parts().getFirst().formula(), Decimals.DEFAULT));
  }

  @Test
  void columnsArePreparedOneAfterTheOther() {
    var walk = walk(StepDetail.UNIT);
    assertEquals(0, walk.prepared(-1));
    assertEquals(1, walk.prepared(0), "the missing number");
    assertTrue(walk.prepared(1) >= 4, "the category makes three inputs");
    assertTrue(walk(StepDetail.LAYER).prepared(5) >= 4);
  }

  private static Walk walk(StepDetail grain) {
    return Walk.of(trace(), 0, grain, prepared());
  }

  private static Step found(Walk walk, NetworkLocation place, long from) {
    return walk.step(walk.find(place, from));
  }

  @Test
  void aUnitsStepIsFoundInThePresentPhaseOneAfterTheOther() {
    var walk = walk(StepDetail.UNIT);
    var hidden = NetworkLocation.unit(0, 1);
    var first = walk.find(hidden, walk.first(Phase.FORWARD));
    assertEquals(StepKind.WEIGHTED_SUM, walk.step(first).kind());
    assertEquals(hidden, walk.step(first).place());
    var second = walk.find(hidden, first);
    assertEquals(StepKind.ACTIVATION, walk.step(second).kind());
    assertEquals(hidden, walk.step(second).place());
    assertEquals(first, walk.find(hidden, second));
    assertEquals(StepKind.HIDDEN_DELTA, found(walk, hidden, walk.first(Phase.BACKWARD)).kind());
    assertEquals(StepKind.NEW_WEIGHT, found(walk, hidden, walk.first(Phase.UPDATE)).kind());
    // The loss knows no hidden unit: then the first of all.
    assertEquals(first, walk.find(hidden, walk.first(Phase.LOSS)));
    var output = NetworkLocation.unit(1, 0);
    assertEquals(StepKind.NUMBER_TARGET, found(walk, output, 0).kind());
    assertEquals(StepKind.ROW_LOSS, found(walk, output, walk.first(Phase.LOSS)).kind());
  }

  @Test
  void aWeightsStepIsTheOneThatWorksItOut() {
    var weight = NetworkLocation.weight(0, 2, 1);
    var bias = NetworkLocation.weight(0, NetworkLocation.BIAS, 1);
    for (var grain : StepDetail.values()) {
      var walk = walk(grain);
      for (var place : List.of(weight, bias)) {
        var gradient = found(walk, place, 0);
        assertEquals(StepKind.GRADIENT, gradient.kind());
        assertTrue(gradient.place().contains(place), grain + " " + gradient.place());
        var update = found(walk, place, walk.first(Phase.UPDATE));
        assertEquals(StepKind.NEW_WEIGHT, update.kind());
        assertTrue(update.place().contains(place), grain + " " + update.place());
      }
    }
    assertEquals(weight, found(walk(StepDetail.WEIGHT), weight, 0).place());
  }

  @Test
  void anInputsStepIsThatOfItsColumn() {
    // height makes input 1, kind with its three categories inputs 2 to 4.
    var walk = walk(StepDetail.UNIT);
    for (var input = 0; input < 4; input++) {
      var kind = input == 0 ? StepKind.MISSING_INPUT : StepKind.CATEGORY_INPUT;
      assertEquals(
          kind, found(walk, NetworkLocation.unit(NetworkLocation.INPUTS, input), 2).kind());
    }
    assertEquals(
        StepKind.MISSING_INPUT,
        found(walk, NetworkLocation.unit(NetworkLocation.INPUTS, 0), walk.size() - 1).kind());
  }

  @Test
  void stepsOfAWideNetworkAreMadeWhenTheyAreAskedFor() {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(20_000, Activation.TANH));
    var config = TrainingConfig.of(Adam.DEFAULT, 2, 3);
    var data = Cases.data(Loss.MEAN_SQUARED_ERROR);
    var trace = Cases.next(Cases.session(design, config, data, 0), design, config, data);
    var walk = Walk.of(trace, 0, StepDetail.WEIGHT, null);
    assertTrue(walk.size() > 200_000);
    assertEquals(StepKind.CHANGE, walk.step(walk.size() - 1).kind());
    var whole = Walk.of(trace, 0, StepDetail.LAYER, null).step(0).parts().getFirst();
    assertEquals(StepSection.MOST_LINES, whole.lines().size());
    assertEquals(20_000 - StepSection.MOST_LINES, whole.hidden());
  }
}
