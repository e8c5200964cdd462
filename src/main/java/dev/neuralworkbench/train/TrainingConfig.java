package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.Constant;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;

/**
 * How a network is trained.
 *
 * @param optimizer the rule that turns gradients into changes
 * @param schedule how the learning rate changes over epochs
 * @param penalty a price on large weights
 * @param clipNorm the longest gradient, as the norm over all parameters after penalties; a longer
 *     one is scaled down to it; in {@link #CLIP_NORM}; 0 for no limit
 * @param batchSize rows a step, in {@link #BATCH_SIZE}; 0 for all training rows
 * @param shuffle whether every epoch takes the rows in another order
 * @param stopping when the run ends
 * @param seed seed of starting weights, shuffles and dropout; any number
 */
public record TrainingConfig(
    OptimizerConfig optimizer,
    LearningRateSchedule schedule,
    Penalty penalty,
    double clipNorm,
    int batchSize,
    boolean shuffle,
    Stopping stopping,
    long seed) {

  /** Allowed norms of the gradient; 0 for no limit. */
  public static final Range CLIP_NORM = Range.closed(0, 1e6);

  /** Allowed batch sizes; 0 for all training rows. No more than there are training rows. */
  public static final Range BATCH_SIZE = Range.whole(0, Integer.MAX_VALUE);

  /** Constant rate, no penalty, no clipping, shuffled, seed 0. */
  public static TrainingConfig of(OptimizerConfig optimizer, int batchSize, int epochs) {
    return new TrainingConfig(
        optimizer, Constant.DEFAULT, Penalty.NONE, 0, batchSize, true, Stopping.after(epochs), 0);
  }

  /** The same with another optimizer. */
  public TrainingConfig withOptimizer(OptimizerConfig optimizer) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with another learning rate. */
  public TrainingConfig withLearningRate(double learningRate) {
    return withOptimizer(optimizer.withLearningRate(learningRate));
  }

  /** The same with another schedule. */
  public TrainingConfig withSchedule(LearningRateSchedule schedule) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with another penalty. */
  public TrainingConfig withPenalty(Penalty penalty) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with another longest gradient. */
  public TrainingConfig withClipNorm(double clipNorm) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with another batch size. */
  public TrainingConfig withBatchSize(int batchSize) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with or without shuffling. */
  public TrainingConfig withShuffle(boolean shuffle) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with another end. */
  public TrainingConfig withStopping(Stopping stopping) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /** The same with other epochs. */
  public TrainingConfig withEpochs(int epochs) {
    return withStopping(stopping.withEpochs(epochs));
  }

  /** The same with another seed. */
  public TrainingConfig withSeed(long seed) {
    return new TrainingConfig(
        optimizer, schedule, penalty, clipNorm, batchSize, shuffle, stopping, seed);
  }

  /**
   * Whether a run with the earlier choices can go on, step by step, with these: all but the end is
   * the same.
   */
  public boolean continues(TrainingConfig earlier) {
    return equals(earlier.withStopping(stopping));
  }

  /**
   * Everything that is wrong with these choices for so many rows; empty if a run can start.
   *
   * @param trainingRows rows trained on
   * @param validationRows rows held out for validation
   */
  public List<Problem> problems(int trainingRows, int validationRows) {
    var problems = new ArrayList<Problem>();
    problems.addAll(optimizer.problems());
    problems.addAll(schedule.problems());
    problems.addAll(penalty.problems());
    problems.addAll(CLIP_NORM.problems("training.clipNorm", clipNorm));
    problems.addAll(BATCH_SIZE.problems("training.batchSize", batchSize));
    if (trainingRows == 0) {
      problems.add(Problem.of("training.problem.noRows", "training", 1, 0));
    } else if (batchSize > trainingRows) {
      problems.add(
          Problem.of(
              "training.problem.batchLargerThanRows",
              "training.batchSize",
              trainingRows,
              batchSize));
    }
    problems.addAll(stopping.problems(validationRows));
    return List.copyOf(problems);
  }
}
