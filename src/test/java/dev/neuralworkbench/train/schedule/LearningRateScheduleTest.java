package dev.neuralworkbench.train.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.train.LearningRate;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Constant;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Cosine;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Exponential;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.InverseTime;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.StepDecay;
import org.junit.jupiter.api.Test;

/** Factors worked out by hand. */
class LearningRateScheduleTest {

  @Test
  void constantStays() {
    assertFactors(Constant.DEFAULT, 4, 1, 1, 1, 1);
  }

  @Test
  void stepShrinksEverySoManyEpochs() {
    assertFactors(new StepDecay(2, 0.1), 6, 1, 1, 0.1, 0.1, 0.01, 0.01);
  }

  @Test
  void exponentialShrinksEveryEpoch() {
    assertFactors(new Exponential(0.5), 4, 1, 0.5, 0.25, 0.125);
  }

  @Test
  void cosineFallsAlongHalfACosine() {
    // cos 0, cos π/4, cos π/2, cos 3π/4 = 1, √½, 0, −√½.
    var root = Math.sqrt(0.5);
    assertFactors(Cosine.DEFAULT, 4, 1, (1 + root) / 2, 0.5, (1 - root) / 2);
    assertFactors(new Cosine(0.2), 2, 1, 0.2 + 0.8 * 0.5);
  }

  @Test
  void inverseTimeFallsAsOneOverTime() {
    assertFactors(new InverseTime(0.5), 4, 1, 1 / 1.5, 1 / 2., 1 / 2.5);
  }

  @Test
  void plateauShrinksWhenPatienceRunsOut() {
    var rate = new LearningRate(0.8, new ReduceOnPlateau(0.5, 2, 0.1, 0.2), 100);
    double[][] lossAndRateAfter = {
      {1.00, 0.8}, // the first is the best
      {0.95, 0.8}, // lower, but by less than 0.1: 1 in vain
      {0.80, 0.8}, // better
      {0.85, 0.8}, // 1 in vain
      {0.75, 0.8}, // 2
      {0.80, 0.4}, // 3 is more than the patience of 2
      {0.80, 0.4}, // 1
      {0.80, 0.4}, // 2
      {0.80, 0.2}, // 3
      {0.60, 0.2}, // better
      {0.60, 0.2},
      {0.60, 0.2},
      {0.60, 0.16} // never below 0.2 · 0.8
    };
    for (var epoch = 0; epoch < lossAndRateAfter.length; epoch++) {
      rate.epochEnded(lossAndRateAfter[epoch][0]);
      assertEquals(lossAndRateAfter[epoch][1], rate.of(epoch + 1), 1e-12, "after " + epoch);
    }
  }

  @Test
  void plateauTakesALossThatDoesNotExistAsNoImprovement() {
    var rate = new LearningRate(1, new ReduceOnPlateau(0.5, 0, 0, 0), 100);
    rate.epochEnded(1);
    rate.epochEnded(Double.NaN);
    assertEquals(0.5, rate.of(2));
  }

  @Test
  void everyKindIsOfferedOnceWithoutProblems() {
    var kinds = LearningRateSchedule.kinds();
    assertEquals(6, kinds.stream().map(LearningRateSchedule::id).distinct().count());
    assertTrue(kinds.stream().allMatch(kind -> kind.problems().isEmpty()));
  }

  private static void assertFactors(LearningRateSchedule schedule, int epochs, double... factors) {
    for (var epoch = 0; epoch < factors.length; epoch++) {
      assertEquals(factors[epoch], schedule.factor(epoch, epochs), 1e-12, "epoch " + epoch);
    }
  }
}
