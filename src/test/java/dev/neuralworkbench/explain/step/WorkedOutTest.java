package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkedOutTest {

  private static BackpropTrace trace(boolean thins) {
    return trace(thins, Penalty.NONE, 0);
  }

  private static BackpropTrace trace(boolean thins, Penalty penalty, double maxNorm) {
    var data = Cases.data(Loss.CATEGORICAL_CROSS_ENTROPY);
    var dense = DenseDesign.of(2, Activation.TANH);
    var design =
        thins
            ? NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY, dense, new DropoutDesign(0.5))
            : NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY, dense);
    var config =
        Chosen.withMaxNorm(TrainingConfig.of(Adam.DEFAULT, 1, 3).withPenalty(penalty), maxNorm);
    return Cases.next(Cases.session(design, config, data, 2), design, config, data);
  }

  private static WorkedOut at(Walk walk, BackpropTrace trace, long index) {
    return WorkedOut.at(walk, trace, 0, index, false);
  }

  /** Every step's result about a unit or a weight is what the drawing has there, and not before. */
  @ParameterizedTest
  @EnumSource(StepDetail.class)
  void eachNumberAppearsWithItsStepAndIsTheSteps(StepDetail grain) {
    for (var thins : new boolean[] {false, true}) {
      var trace = trace(thins);
      var walk = Walk.of(trace, 0, grain, null);
      var seen = 0;
      for (var i = 0L; i < walk.size(); i++) {
        var step = walk.step(i);
        var part = step.parts().getLast();
        for (var line : part.role() == StepPart.Role.PLAIN ? List.<StepLine>of() : part.lines()) {
          if (line.place().isUnit()) {
            var known = at(walk, trace, i).unit(line.place().layer(), line.place().unit());
            assertEquals(line.value(), known.orElseThrow().value(), 0, step + "");
            assertEquals(line.left(), known.get().name());
            var before = WorkedOut.at(walk, trace, 0, i, true);
            assertTrue(
                before.unit(line.place().layer(), line.place().unit()).stream()
                    .noneMatch(it -> it.name().equals(line.left())),
                step + "");
            seen++;
          } else if (line.place().isWeight() && step.kind() == StepKind.GRADIENT) {
            assertEquals(line.value(), at(walk, trace, i).weight(line.place()).value(), 0);
            assertEquals(
                trace.weight(line.place().layer(), line.place().input(), line.place().unit()),
                WorkedOut.at(walk, trace, 0, i, true).weight(line.place()).value());
            seen++;
          }
        }
      }
      assertTrue(seen > 15, seen + " numbers");
    }
  }

  @Test
  void newWeightsStandOnceTheOptimizerHasMadeThem() {
    var trace = trace(false);
    var walk = Walk.of(trace, 0, StepDetail.WEIGHT, null);
    var place = NetworkLocation.weight(1, 1, 2);
    var made = walk.find(Phase.UPDATE, StepKind.NEW_WEIGHT, place);
    assertEquals(place, walk.step(made).place());
    assertEquals(trace.newWeight(1, 1, 2), at(walk, trace, made).weight(place).value());
    // An error goes back through w itself, though its gradient is known.
    var back = walk.find(Phase.BACKWARD, StepKind.HIDDEN_DELTA, NetworkLocation.unit(0, 1));
    assertEquals(trace.weight(1, 1, 2), at(walk, trace, back).weight(place).value());
    assertEquals(
        Quantity.of(Expression.Letter.of("∂L/∂w"), trace.gradient(1, 1, 2)),
        at(walk, trace, made - 1).weight(place));
    assertEquals(
        trace.newWeight(0, 0, 0),
        at(walk, trace, walk.size() - 1).weight(NetworkLocation.weight(0, 0, 0)).value());
  }

  @Test
  void aPenaltyMakesAnotherGradient() {
    var trace = trace(false, new Penalty(0, 0.1), 0);
    var walk = Walk.of(trace, 0, StepDetail.WEIGHT, null);
    var place = NetworkLocation.weight(1, 1, 2);
    var penalty = walk.find(Phase.UPDATE, StepKind.PENALTY, place);
    var line = walk.step(penalty).result();
    assertEquals(Quantity.of(line.left(), line.value()), at(walk, trace, penalty).weight(place));
    assertEquals(trace.gradient(1, 1, 2), at(walk, trace, penalty - 1).weight(place).value());
    var bias = NetworkLocation.weight(1, NetworkLocation.BIAS, 2);
    assertEquals(
        trace.gradient(1, NetworkLocation.BIAS, 2), at(walk, trace, penalty).weight(bias).value());
  }

  @Test
  void maxNormLimitsWhatTheOptimizerMadeAndSparesTheBias() {
    var trace = trace(false, Penalty.NONE, 0.5);
    var walk = Walk.of(trace, 0, StepDetail.WEIGHT, null);
    var place = NetworkLocation.weight(1, 1, 2);
    var limits = walk.find(Phase.UPDATE, StepKind.MAX_NORM, place);
    var before = at(walk, trace, limits - 1);
    assertEquals("u", ((Expression.Letter) before.weight(place).name()).text());
    assertEquals(trace.update().ledger(1, 1, 2).newWeight(), before.weight(place).value());
    assertFalse(before.hasNewWeight(place));
    var limited = walk.step(limits).result();
    assertEquals(trace.newWeight(1, 1, 2), limited.value());
    assertEquals(
        Quantity.of(limited.left(), limited.value()), at(walk, trace, limits).weight(place));
    var bias = NetworkLocation.weight(1, NetworkLocation.BIAS, 2);
    assertEquals(
        trace.update().ledger(1, NetworkLocation.BIAS, 2).newWeight(),
        trace.newWeight(1, NetworkLocation.BIAS, 2));
    assertTrue(before.hasNewWeight(bias));
    assertTrue(walk.find(bias, limits) < limits, "no step of max-norm is about a bias");
  }

  @Test
  void inputsAppearColumnByColumn() {
    var trace = trace(false);
    var without = Walk.of(trace, 0, StepDetail.UNIT, null);
    assertEquals(
        trace.rows().inputs()[0][2],
        at(without, trace, 0).unit(NetworkLocation.INPUTS, 2).orElseThrow().value());
  }

  /** What is taken out is crossed from the step on that takes it out. */
  @Test
  void droppedUnitsAreKnownOnceTheyAreDropped() {
    var trace = trace(true);
    var walk = Walk.of(trace, 0, StepDetail.UNIT, null);
    var dropped = new ArrayList<Integer>();
    for (var j = 0; j < 2; j++) {
      var step = walk.find(Phase.FORWARD, StepKind.DROPOUT, NetworkLocation.unit(0, j));
      assertEquals(trace.maskAfter(0, 0, j) == 0, at(walk, trace, step).isDropped(0, j));
      assertEquals(false, WorkedOut.at(walk, trace, 0, step, true).isDropped(0, j));
      if (at(walk, trace, walk.size() - 1).isDropped(0, j)) {
        dropped.add(j);
      }
    }
    assertEquals(
        dropped, List.of(0, 1).stream().filter(j -> trace.maskAfter(0, 0, j) == 0).toList());
  }
}
