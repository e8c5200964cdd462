package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.StepRows;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each row of a mini-batch says, and their mean, against each row by itself. */
class ContributionsTest {

  private static final int BATCH = 5;

  private static BackpropTrace batch(Loss loss) {
    var design =
        NetworkDesign.of(
            loss, DenseDesign.of(4, Activation.TANH), DenseDesign.of(3, Activation.GELU));
    var config = TrainingConfig.of(Adam.DEFAULT, BATCH, 20);
    var data = Cases.data(loss);
    return Cases.next(Cases.session(design, config, data, 1), design, config, data);
  }

  private static BackpropTrace alone(BackpropTrace batch, int row) {
    return BackpropTrace.of(
        batch.setting(),
        new StepRows(
            new double[][] {batch.rows().inputs()[row]},
            new double[][] {batch.rows().targets()[row]},
            null));
  }

  @ParameterizedTest
  @EnumSource
  void aRowContributesItsOwnGradientAndTheGradientIsTheirMean(Loss loss) {
    var batch = batch(loss);
    assertEquals(BATCH, batch.rows().count());
    for (var place : GradientCheck.places(batch, NetworkLocation.ALL, 1000)) {
      var sum = 0.0;
      for (var row = 0; row < BATCH; row++) {
        var alone = alone(batch, row).gradient(place.layer(), place.input(), place.unit());
        assertEquals(
            alone, batch.rowGradient(place.layer(), row, place.input(), place.unit()), 1e-15);
        sum += alone;
      }
      assertEquals(sum / BATCH, batch.gradient(place.layer(), place.input(), place.unit()), 1e-15);
    }
  }

  @Test
  void aLongMeanIsWrittenWithASignOfSumAndAllItsNumbers() {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(4, Activation.TANH));
    var config = TrainingConfig.of(Adam.DEFAULT, 12, 20);
    var data = Cases.data(Loss.MEAN_SQUARED_ERROR);
    var batch = Cases.next(Cases.session(design, config, data, 1), design, config, data);
    var walk = Walk.of(batch, 0, StepDetail.WEIGHT, null);
    var loss = walk.step(walk.first(Phase.LOSS) + 1).parts().getFirst();
    assertEquals("(Σ_r ℓ_r) / 12", MathsText.symbols(loss.formula(), Decimals.DEFAULT));
    var numbers = MathsText.numbers(loss.lines().getFirst().right(), Decimals.DEFAULT);
    assertEquals(12, numbers.split(" \\+ ").length, numbers);
    var mean = walk.step(walk.find(NetworkLocation.weight(0, 2, 3), 0)).parts().getLast();
    assertEquals("(Σ_r g_r) / 12", MathsText.symbols(mean.formula(), Decimals.DEFAULT));
  }

  @ParameterizedTest
  @EnumSource
  void theLossIsTheMeanOfTheRowsLosses(Loss loss) {
    var batch = batch(loss);
    var sum = 0.0;
    for (var row = 0; row < BATCH; row++) {
      assertEquals(alone(batch, row).before().loss(), batch.before().loss(row), 1e-15);
      sum += batch.before().loss(row);
    }
    assertEquals(sum / BATCH, batch.before().loss(), 1e-15);
  }

  @Test
  void theStepShowsTheFollowedRowsAndThenTheMeanOfAll() {
    var batch = batch(Loss.MEAN_SQUARED_ERROR);
    for (var row = 0; row < BATCH; row++) {
      var walk = Walk.of(batch, row, StepDetail.WEIGHT, null);
      var step = walk.step(walk.find(NetworkLocation.weight(0, 2, 3), 0));
      assertEquals(StepKind.GRADIENT, step.kind());
      var contribution = step.parts().getFirst();
      var mean = step.parts().getLast();
      assertEquals(StepPart.Role.CONTRIBUTION, contribution.role());
      assertEquals(batch.rowGradient(0, row, 2, 3), contribution.lines().getFirst().value(), 0);
      assertEquals(StepPart.Role.MEAN, mean.role());
      assertEquals(batch.gradient(0, 2, 3), mean.lines().getFirst().value(), 0);
      assertEquals(
          "(g_1 + g_2 + g_3 + g_4 + g_5) / 5", MathsText.symbols(mean.formula(), Decimals.DEFAULT));
    }
  }
}
