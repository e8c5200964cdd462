package dev.neuralworkbench.explain.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Losses made by hand. */
class LossRulesTest {

  private static final int EPOCHS = 60;

  /** x = −1, 1 and y = −1, 1: the best constant is 0, its squared error 1. */
  private static final Dataset TWO_ROWS =
      new Dataset(
          matrix(-1, 1), new ValueTargets(new DMatrixRMaj(2, 1, true, -1, 1)), new int[] {0, 1});

  private static FMatrixRMaj matrix(float first, float second) {
    return new FMatrixRMaj(2, 1, true, first, second);
  }

  /** A training loss that falls, and a validation loss that falls to its least and rises. */
  private static Observation run(int best) {
    return run(epoch -> 1.0 / (epoch + 1), epoch -> 0.3 + 0.01 * Math.abs(epoch - best), 0.01);
  }

  private static Observation run(
      IntToDoubleFunction training, IntToDoubleFunction validation, double rate) {
    var results =
        IntStream.range(0, EPOCHS)
            .mapToObj(
                epoch ->
                    new EpochResult(
                        training.applyAsDouble(epoch),
                        validation.applyAsDouble(epoch),
                        0,
                        0,
                        rate,
                        epoch));
    var history = TrainingHistory.of(results, List.of(), null);
    return new Observation(
        Preparation.defaults(BundledSample.XOR.table()),
        NetworkDesign.of(Loss.MEAN_SQUARED_ERROR),
        TrainingConfig.of(Adam.DEFAULT, 2, EPOCHS).withStopping(Stopping.after(EPOCHS)),
        history,
        TWO_ROWS,
        List.of(),
        new PortableProducts());
  }

  @Test
  void theEpochFromWhichRowsAreLearnedByHeartIsThatOfTheLeastValidationLoss() {
    for (var best : List.of(4, 17, 30)) {
      var run = run(best);
      var found = LossRules.overfitting(run, LossCourse.of(run)).orElseThrow();
      assertEquals(
          List.of(best + 1, 0.3, 0.3 + 0.01 * (EPOCHS - 1 - best), 1.0 / EPOCHS), found.evidence());
    }
    var late = run(EPOCHS - 8);
    assertTrue(LossRules.overfitting(late, LossCourse.of(late)).isEmpty());
  }

  /** Both losses look alike, but of the two rates only the large one is too high for these rows. */
  @Test
  void rateIsBlamedOnlyWhereALowerOneIsBetterOnTheRows() {
    for (var rate : List.of(1e-3, 300.0)) {
      var run = run(epoch -> 2 + 0.01 * (epoch % 2), _ -> 2, rate);
      assertTrue(LossRules.rateTooHigh(run, LossCourse.of(run)).isPresent());
      var named = Diagnoses.of(run).stream().map(Diagnosis::id).toList();
      assertEquals(rate == 300, named.contains("rateTooHigh"), rate + " " + named);
    }
  }
}
