package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adagrad;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.RmsProp;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Cosine;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Exponential;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.InverseTime;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.StepDecay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {

  private static final TrainingConfig GOOD = TrainingConfig.of(Adam.DEFAULT, 16, 100);

  @Test
  void defaultsOfEveryKindHaveNoProblem() {
    for (var optimizer : OptimizerConfig.kinds()) {
      for (var schedule : LearningRateSchedule.kinds()) {
        var config = GOOD.withOptimizer(optimizer).withSchedule(schedule);
        assertEquals(List.of(), config.problems(100, 100, 20));
      }
    }
  }

  @Test
  void everyWrongNumberIsNamedByItsField() {
    assertComponent("training.optimizer.learningRate", GOOD.withLearningRate(1e6));
    assertComponent("training.optimizer.learningRate", GOOD.withLearningRate(0));
    assertComponent("training.optimizer.learningRate", GOOD.withLearningRate(Double.NaN));
    assertComponent("training.optimizer.momentum", with(new Sgd(0.1, 1, false)));
    assertComponent("training.optimizer.momentum", with(new Sgd(0.1, 0, true)));
    assertComponent("training.optimizer.momentum", with(new Sgd(0.1, 1e-46, true)));
    assertComponent("training.optimizer.beta1", with(new Adam(0.1, 1, 0.9, 1e-8)));
    assertComponent("training.optimizer.beta2", with(new Adam(0.1, 0.9, -1, 1e-8)));
    assertComponent("training.optimizer.epsilon", with(new Adagrad(0.1, 0)));
    assertComponent("training.optimizer.epsilon", with(new Adam(0.1, 0.9, 0.9, 1e-46)));
    assertComponent("training.optimizer.rho", with(new RmsProp(0.1, 1, 1e-8)));
    assertComponent("training.optimizer.weightDecay", with(new AdamW(0.1, 0.9, 0.9, 1e-8, -1)));
    assertComponent("training.schedule.every", GOOD.withSchedule(new StepDecay(0, 0.5)));
    assertComponent("training.schedule.factor", GOOD.withSchedule(new Exponential(1.5)));
    assertComponent("training.schedule.end", GOOD.withSchedule(new Cosine(2)));
    assertComponent("training.schedule.decay", GOOD.withSchedule(new InverseTime(-1)));
    assertComponent(
        "training.schedule.patience", GOOD.withSchedule(new ReduceOnPlateau(0.5, -1, 0, 0)));
    assertComponent("training.penalty.l1", GOOD.withPenalty(new Penalty(-1, 0)));
    assertComponent("training.penalty.l2", GOOD.withPenalty(new Penalty(0, Double.NaN)));
    assertComponent("training.clipNorm", Chosen.withClipNorm(GOOD, -1));
    assertComponent("training.maxNorm", Chosen.withMaxNorm(GOOD, -1));
    assertComponent("training.maxNorm", Chosen.withMaxNorm(GOOD, 2e6));
    assertComponent("training.batchSize", GOOD.withBatchSize(-1));
    assertComponent("training.batchSize", GOOD.withBatchSize(101));
    assertComponent("training.stopping.epochs", GOOD.withEpochs(0));
    var stopping = GOOD.stopping();
    assertComponent(
        "training.stopping.lossThreshold",
        GOOD.withStopping(Chosen.withLossThreshold(stopping, 0)));
    assertComponent(
        "training.stopping.timeLimit",
        GOOD.withStopping(Chosen.withTimeLimit(stopping, Duration.ZERO)));
    var early = EarlyStopping.DEFAULT;
    assertComponent(
        "training.stopping.earlyStopping.patience",
        GOOD.withStopping(
            stopping.withEarlyStopping(new EarlyStopping(early.monitor(), 0, 0, true))));
  }

  @Test
  void batchLargerThanTheRowsIsToldWithBothNumbers() {
    assertEquals(
        List.of(Problem.of("training.problem.batchLargerThanRows", "training.batchSize", 100, 101)),
        GOOD.withBatchSize(101).problems(100, 100, 20));
  }

  @Test
  void watchingValidationNeedsValidationRows() {
    var config = GOOD.withStopping(GOOD.stopping().withEarlyStopping(EarlyStopping.DEFAULT));
    assertEquals(List.of(), config.problems(100, 100, 20));
    assertEquals(
        "training.stopping.earlyStopping.monitor",
        config.problems(100, 100, 0).getFirst().component());
  }

  @Test
  void noRowsIsOneProblem() {
    assertEquals(
        List.of("training.problem.noRows"),
        GOOD.problems(0, 0, 0).stream().map(Problem::key).toList());
  }

  @Test
  void onlyAnotherEndContinues() {
    assertTrue(GOOD.withEpochs(200).continues(GOOD));
    assertFalse(GOOD.withLearningRate(0.5).continues(GOOD));
    assertFalse(GOOD.withSeed(1).continues(GOOD));
    assertFalse(Chosen.withMaxNorm(GOOD, 1).continues(GOOD));
  }

  @Test
  void noLimitIsAsInFilesFromBeforeThereWasOne() {
    assertEquals(GOOD, Chosen.withMaxNorm(GOOD, 0));
    assertEquals(2, Chosen.withMaxNorm(GOOD, 2).unitNorm());
    assertEquals(0, GOOD.unitNorm());
  }

  private static TrainingConfig with(OptimizerConfig optimizer) {
    return GOOD.withOptimizer(optimizer);
  }

  private static void assertComponent(String component, TrainingConfig config) {
    assertEquals(
        List.of(component),
        config.problems(100, 100, 20).stream().map(Problem::component).toList());
  }
}
