package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.optimizer.MaxNorm;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Constant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param averageEpochs over how many last epochs weights are averaged, {@link #average}; null for
 *     none, as in files from before there was a choice
 * @param judgingFolds how many folds of the training rows judge the run, {@link #foldCount}; null
 *     for none
 * @param maxNorm the longest weights into a unit, {@link #unitNorm}; null for no limit
 */
public record TrainingConfig(
    OptimizerConfig optimizer,
    LearningRateSchedule schedule,
    Penalty penalty,
    double clipNorm,
    int batchSize,
    boolean shuffle,
    Stopping stopping,
    long seed,
    @Nullable Integer averageEpochs,
    @Nullable Integer judgingFolds,
    @Nullable Double maxNorm) {

  /** Allowed norms of the gradient; 0 for no limit. */
  public static final Range CLIP_NORM = Range.closed(0, 1e6);

  /** Allowed batch sizes; 0 for all training rows. No more than there are training rows. */
  public static final Range BATCH_SIZE = Range.whole(0, Integer.MAX_VALUE);

  /** Allowed epochs of the average; 0 for none. */
  public static final Range AVERAGE_EPOCHS = Range.whole(0, 1_000_000);

  /** Allowed folds; 0 for none. */
  public static final Range FOLDS = Range.whole(0, 20);

  /** Allowed lengths of the weights into a unit; 0 for no limit. */
  public static final Range MAX_NORM = Range.closed(0, 1e6);

  /** What is not chosen is null, and left out of files. */
  public TrainingConfig {
    averageEpochs = averageEpochs == null || averageEpochs == 0 ? null : averageEpochs;
    judgingFolds = judgingFolds == null || judgingFolds == 0 ? null : judgingFolds;
    maxNorm = maxNorm == null || maxNorm == 0 ? null : maxNorm;
  }

  /** Constant rate, no penalty, no limit, shuffled, seed 0; neither average nor folds. */
  public static TrainingConfig of(OptimizerConfig optimizer, int batchSize, int epochs) {
    return new TrainingConfig(
        optimizer,
        Constant.DEFAULT,
        Penalty.NONE,
        0,
        batchSize,
        true,
        Stopping.after(epochs),
        0,
        null,
        null,
        null);
  }

  public TrainingConfig withOptimizer(OptimizerConfig optimizer) {
    return Records.with(this, "optimizer", optimizer);
  }

  public TrainingConfig withLearningRate(double learningRate) {
    return withOptimizer(optimizer.withLearningRate(learningRate));
  }

  public TrainingConfig withSchedule(LearningRateSchedule schedule) {
    return Records.with(this, "schedule", schedule);
  }

  public TrainingConfig withPenalty(Penalty penalty) {
    return Records.with(this, "penalty", penalty);
  }

  public TrainingConfig withBatchSize(int batchSize) {
    return Records.with(this, "batchSize", batchSize);
  }

  public TrainingConfig withStopping(Stopping stopping) {
    return Records.with(this, "stopping", stopping);
  }

  public TrainingConfig withEpochs(int epochs) {
    return withStopping(stopping.withEpochs(epochs));
  }

  public TrainingConfig withSeed(long seed) {
    return Records.with(this, "seed", seed);
  }

  /** The same with weights averaged over other epochs; 0 for none. */
  public TrainingConfig withAverage(int epochs) {
    return Records.with(this, "averageEpochs", epochs);
  }

  public TrainingConfig withFolds(int count) {
    return Records.with(this, "judgingFolds", count);
  }

  /**
   * n, over how many last epochs weights are averaged; 0 for the weights as they are.
   *
   * <p>Every step follows a few rows only, so the weights swing around the place that they are
   * drawn to; their mean lies nearer to it. After epoch t, counted from 1, w̄ ← w̄ + (w − w̄) /
   * min(t, n): the plain mean of the first n epochs, from then on one in which older epochs count
   * less and less. The steps go on from w; validation judges w̄, and the run ends with it. Polyak
   * and Juditsky 1992; for networks Izmailov et al. 2018 ("SWA").
   */
  public int average() {
    return averageEpochs == null ? 0 : averageEpochs;
  }

  /**
   * k, how many folds of the training rows judge the run in place of validation rows; 0 for none.
   *
   * <p>Beside the network k others learn, from the same first weights, each all training rows but
   * one k-th, and are asked about that one. So every row judges, and none is lost for learning
   * (Stone 1974; Hastie, Tibshirani and Friedman 2009, section 7.10). An epoch takes k times as
   * long again.
   */
  public int foldCount() {
    return judgingFolds == null ? 0 : judgingFolds;
  }

  /**
   * c, the longest that the weights into a unit may be together after a step; 0 for no limit.
   *
   * <p>A price on weights pulls at all of them, however small; a limit leaves those within it
   * alone, and keeps a high learning rate from making them grow without end, with dropout above
   * all. {@link MaxNorm}.
   */
  public double unitNorm() {
    return maxNorm == null ? 0 : maxNorm;
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
   * @param units what folds of them cannot part: the rows, or groups or stretches of time of them
   * @param validationRows rows held out for validation
   */
  public List<Problem> problems(int trainingRows, int units, int validationRows) {
    var problems = new ArrayList<>(optimizer.problems());
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
    problems.addAll(AVERAGE_EPOCHS.problems("training.averageEpochs", average()));
    problems.addAll(MAX_NORM.problems("training.maxNorm", unitNorm()));
    problems.addAll(foldProblems(trainingRows, units, validationRows));
    problems.addAll(stopping.problems(validationRows > 0 || foldCount() > 0));
    return List.copyOf(problems);
  }

  private List<Problem> foldProblems(int trainingRows, int units, int validationRows) {
    var outside = FOLDS.problems("training.judgingFolds", foldCount());
    if (foldCount() == 0 || !outside.isEmpty()) {
      return outside;
    }
    if (validationRows > 0) {
      return List.of(
          Problem.of(
              "training.problem.foldsAndValidation", "training.judgingFolds", 0, foldCount()));
    }
    if (foldCount() > 1 && foldCount() <= units) {
      return List.of();
    }
    var key = units < trainingRows ? "training.problem.foldsOfUnits" : "training.problem.folds";
    return List.of(Problem.of(key, "training.judgingFolds", units, foldCount()));
  }
}
