package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
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
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.NAdam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Cosine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger with a calculator can redo a whole step from what it tells, and from nothing else. */
class RecomputableTest {

  /**
   * Weights, what the optimizer remembers, other rows' numbers (told when they are followed), π.
   */
  private static final Set<String> GIVEN =
      Set.of("w", "b", "x", "y", "v", "m", "s", "P", "ℓ", "g", "π", "ω");

  private static BackpropTrace trace(Loss loss, OptimizerConfig optimizer, int units, int rows) {
    return trace(loss, 0, optimizer, units, rows);
  }

  private static BackpropTrace trace(
      Loss loss, double smoothing, OptimizerConfig optimizer, int units, int rows) {
    var design =
        Chosen.withLabelSmoothing(
            NetworkDesign.of(
                loss,
                new DropoutDesign(0.3),
                DenseDesign.of(units, Activation.GELU),
                new DropoutDesign(0.2),
                new DropoutDesign(0.1),
                DenseDesign.of(2, Activation.SIGMOID)),
            smoothing);
    var config =
        Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(optimizer, rows, 20)
                    .withSeed(5)
                    .withPenalty(new Penalty(0.01, 0.02)),
                0.02),
            0.8);
    var data = Cases.data(loss, rows);
    return Cases.next(Cases.session(design, config, data, 3), design, config, data);
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberIsWorkedOutBeforeItIsUsed(StepDetail grain) {
    assertKnown(trace(Loss.MEAN_SQUARED_ERROR, new Sgd(0.1, 0.9, true), 2, 1), grain);
  }

  /** Where a unit has many weights, each is told at the finest detail. */
  @Test
  void everyNumberOfALargerNetworkIsWorkedOutBeforeItIsUsed() {
    assertKnown(trace(Loss.CATEGORICAL_CROSS_ENTROPY, Adam.DEFAULT, 20, 30), StepDetail.WEIGHT);
    assertKnown(trace(Loss.BINARY_CROSS_ENTROPY, AdamW.DEFAULT, 18, 4), StepDetail.WEIGHT);
    assertKnown(trace(Loss.HUBER, NAdam.DEFAULT, 2, 3), StepDetail.UNIT);
    for (var loss : List.of(Loss.CATEGORICAL_CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY)) {
      assertKnown(trace(loss, 0.1, Adam.DEFAULT, 2, 3), StepDetail.UNIT);
    }
  }

  /** With the weights of the classes each line comes to its result. */
  @ParameterizedTest
  @EnumSource(names = {"BINARY_CROSS_ENTROPY", "CATEGORICAL_CROSS_ENTROPY"})
  void linesOfBalancedClassesComeToTheirResults(Loss loss) {
    for (var smoothing : new double[] {0, 0.1}) {
      var design =
          Chosen.withLabelSmoothing(
              NetworkDesign.of(loss, DenseDesign.of(3, Activation.TANH)), smoothing);
      var config = TrainingConfig.of(Adam.DEFAULT, 4, 20).withSeed(5);
      var data = Cases.weighted(loss, 12);
      var trace = Cases.next(Cases.session(design, config, data, 3), design, config, data);
      var seen = 0;
      for (var row = 0; row < 4; row++) {
        var walk = Walk.of(trace, row, StepDetail.UNIT, null);
        for (var i = 0L; i < walk.size(); i++) {
          for (var part : walk.step(i).parts()) {
            for (var line : part.lines()) {
              assertEquals(line.value(), line.right().value(), 1e-9, line.toString());
              seen +=
                  quantities(line.right()).stream().anyMatch(it -> symbols(it.name()).equals("ω"))
                      ? 1
                      : 0;
            }
          }
        }
      }
      assertTrue(seen >= 12, seen + " lines with a class weight");
    }
  }

  private static void assertKnown(BackpropTrace trace, StepDetail grain) {
    var known = new HashMap<String, Double>();
    var walk = Walk.of(trace, 0, grain, null);
    for (var i = 0L; i < walk.size(); i++) {
      for (var part : walk.step(i).parts()) {
        assertEquals(0, part.hidden());
        part.lines().forEach(line -> assertKnown(line, known));
      }
    }
  }

  /** Every number in a formula that is not chosen or given is the result of an earlier line. */
  private static void assertKnown(StepLine line, Map<String, Double> known) {
    var name = symbols(line.left());
    for (var used : quantities(line.right())) {
      var of = symbols(used.name());
      // A name alone stands for what another step tells.
      if (!GIVEN.contains(of.substring(0, 1)) && !of.equals(name)) {
        assertTrue(known.containsKey(of), () -> of + " in " + line);
        assertEquals(known.get(of), used.value(), 1e-12, of);
      }
    }
    known.put(name, line.value());
  }

  private static String symbols(Expression maths) {
    return MathsText.symbols(maths, Decimals.DEFAULT);
  }

  private static List<Expression.Quantity> quantities(Expression maths) {
    var found = new ArrayList<Expression.Quantity>();
    collect(maths, found);
    return found;
  }

  private static void collect(Expression maths, List<Expression.Quantity> found) {
    switch (maths) {
      case Expression.Quantity quantity when !quantity.exact() -> found.add(quantity);
      case Expression.Quantity _,
          Expression.Letter _,
          Expression.Constant _,
          Expression.Series _ -> {}
      case Expression.OmittedTerms(var terms) -> terms.forEach(it -> collect(it, found));
      case Expression.Sum(var terms) -> terms.forEach(it -> collect(it, found));
      case Expression.Product(var factors) -> factors.forEach(it -> collect(it, found));
      case Expression.Call(var _, var arguments) -> arguments.forEach(it -> collect(it, found));
      case Expression.Difference(var from, var less) -> {
        collect(from, found);
        collect(less, found);
      }
      case Expression.Fraction(var top, var bottom) -> {
        collect(top, found);
        collect(bottom, found);
      }
      case Expression.Power(var base, var exponent) -> {
        collect(base, found);
        collect(exponent, found);
      }
      case Expression.Negative(var of) -> collect(of, found);
      case Expression.Root(var of) -> collect(of, found);
      case Expression.Abs(var of) -> collect(of, found);
      case Expression.Cases cases -> collect(cases.chosen(), found);
    }
  }

  /** Of a sum that is not written in full, all terms can be asked for, and they add up to it. */
  @Test
  void longSumsAreToldTermByTerm() {
    var trace = trace(Loss.CATEGORICAL_CROSS_ENTROPY, Adam.DEFAULT, 20, 30);
    var counts = new ArrayList<Integer>();
    for (var grain : StepDetail.values()) {
      var walk = Walk.of(trace, 0, grain, null);
      for (var i = 0L; i < walk.size(); i++) {
        for (var part : walk.step(i).parts()) {
          for (var line : part.lines()) {
            var terms = line.terms();
            var written = MathsText.numbers(line.right(), Decimals.DEFAULT);
            assertEquals(written.contains("["), !terms.isEmpty(), written);
            if (!terms.isEmpty()) {
              counts.add(terms.size());
              assertTrue(terms.stream().noneMatch(it -> it instanceof Expression.OmittedTerms));
            }
            if (!terms.isEmpty() && line.right() instanceof Expression.Sum) {
              var sum = terms.stream().mapToDouble(Expression::value).sum();
              assertEquals(line.value(), sum, 1e-9);
            }
          }
        }
      }
    }
    // 20 inputs and a bias, 30 rows, 3 · 20 + 20 squares.
    assertTrue(counts.containsAll(List.of(21, 30, 80)), counts::toString);
  }

  @Test
  void aRateThatAScheduleWorkedOutIsRounded() {
    var loss = Loss.MEAN_SQUARED_ERROR;
    var design = NetworkDesign.of(loss, DenseDesign.of(2, Activation.TANH));
    var config = TrainingConfig.of(new Sgd(0.03, 0, false), 4, 7).withSchedule(new Cosine(0.001));
    var data = Cases.data(loss);
    var session = Cases.session(design, config, data, 0);
    session.trainEpoch();
    session.trainEpoch();
    var trace = Cases.next(session, design, config, data);
    var walk = Walk.of(trace, 0, StepDetail.WEIGHT, null);
    var line = walk.step(walk.first(Phase.UPDATE)).result();
    var shown = MathsText.numbers(line.right(), Decimals.DEFAULT);
    assertFalse(shown.matches(".*[0-9]\\.[0-9]{9,}.*"), shown);
    assertTrue(trace.setting().learningRate() != 0.03);
  }
}
