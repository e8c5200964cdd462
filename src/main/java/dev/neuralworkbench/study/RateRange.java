package dev.neuralworkbench.study;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Constant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A learning-rate range test (L. N. Smith 2017, Cyclical Learning Rates for Training Neural
 * Networks, section 3.3): a run begins with its first weights, and its rate grows by the same ratio
 * from step to step. Too small a rate leaves the loss where it was, a larger one makes it fall, too
 * large a one makes it run away: but only after some steps, so that a rate at which the loss is
 * still low in the test may be beyond the limit of stability, 2 / λmax for plain descent.
 *
 * @param start loss before the first step
 * @param rates of the steps, rising
 * @param losses after each step: the mean over training rows, without the penalty
 */
public record RateRange(double start, List<Double> rates, List<Double> losses) {

  public static final double LEAST = 1e-5;

  /** Rate of the last step, where the loss has not run away before. */
  public static final double MOST = 10;

  /** Steps of a test that goes to its end. */
  public static final int STEPS = 121;

  /** Rows that the loss is taken of, at most: at even distances among the training rows. */
  private static final int MOST_ROWS = 1_000;

  /** The loss has run away where it is this many times the loss at the start. */
  private static final double AWAY = 4;

  /** Losses on both sides that a loss is averaged with. */
  private static final int BESIDE = 2;

  /** The loss has begun to run away where it is this many times that at the start. */
  private static final double RISEN = 1.1;

  /** Share of the fall within which the course is near its lowest point. */
  private static final double NEAR = 0.02;

  private static final MathContext DIGITS = new MathContext(2);

  /** A fall of less than this share of the loss is none. */
  private static final double FALL = 0.02;

  public RateRange {
    rates = List.copyOf(rates);
    losses = List.copyOf(losses);
  }

  /**
   * Makes the test.
   *
   * @param experiment one without problems; its schedule, stopping, folds and averaging are off
   * @param data its prepared rows
   * @param progress told of the steps done
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static RateRange of(
      Experiment experiment, PreparedData data, Products products, Progress progress) {
    var session = session(experiment, data, products);
    var loss =
        new MeanLoss(
            experiment.network(),
            session.snapshot().weights(),
            data.training().sample(MOST_ROWS),
            products);
    var start = loss.value();
    var rates = new ArrayList<Double>();
    var losses = new ArrayList<Double>();
    for (var step = 0; step < STEPS; step++) {
      progress.goOn(step, STEPS);
      session.trainBatch();
      loss.weights(session.snapshot().weights());
      var now = loss.value();
      if (session.history().stopReason() != null || !(now < AWAY * start)) {
        break;
      }
      rates.add(rate(step));
      losses.add(now);
    }
    return new RateRange(start, rates, losses);
  }

  /** A training whose rate is changed before each batch. */
  private static TrainingSession session(
      Experiment experiment, PreparedData data, Products products) {
    var batch = experiment.training().batchSize();
    var perEpoch = batch == 0 ? 1 : Math.ceilDiv(data.training().rows(), batch);
    var changes =
        IntStream.range(0, STEPS)
            .<Intervention>mapToObj(
                step ->
                    new Intervention.RateChange(
                        step / perEpoch, step % perEpoch, rate(Math.max(0, step - 1)), rate(step)))
            .toList();
    var training =
        experiment
            .training()
            .withSchedule(Constant.DEFAULT)
            .withStopping(Stopping.after(STEPS + 1))
            .withFolds(0)
            .withAverage(0);
    var session =
        TrainingSession.start(
            experiment.network(), training, data.training(), data.validation().some(), products);
    session.replay(TrainingHistory.of(Stream.empty(), changes, null));
    return session;
  }

  private static double rate(int step) {
    return LEAST * StrictMath.pow(MOST / LEAST, step / (STEPS - 1.0));
  }

  /** The losses, each averaged with those beside it: what is left is the course. */
  public List<Double> course() {
    return IntStream.range(0, losses.size())
        .mapToObj(
            i ->
                losses
                    .subList(Math.max(0, i - BESIDE), Math.min(losses.size(), i + BESIDE + 1))
                    .stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow())
        .toList();
  }

  /**
   * A rate to begin with: a tenth of the largest one at which the course is still near its lowest
   * point, within {@value #NEAR} of its whole fall, before it runs away; with two digits. Empty
   * where it never falls. On thirteen samples, two networks and three optimizers, forty epochs at
   * this rate end with a loss 26 % above that of the best of thirteen rates, in the geometric mean;
   * where the course falls the most steeply, another rule, it is 87 %.
   */
  public OptionalDouble suggestion() {
    var course = course();
    var kept = kept(course);
    var lowest = kept.stream().mapToDouble(Double::doubleValue).min().orElse(start);
    if (lowest > (1 - FALL) * start) {
      return OptionalDouble.empty();
    }
    var near = lowest + NEAR * (start - lowest);
    return IntStream.range(0, kept.size())
        .filter(i -> kept.get(i) <= near)
        .mapToDouble(i -> new BigDecimal(rates.get(i) / 10, DIGITS).doubleValue())
        .reduce((_, last) -> last);
  }

  /** The course before the loss first runs away: what it falls back to by chance is left out. */
  private List<Double> kept(List<Double> course) {
    var end = 0;
    while (end < course.size() && losses.get(end) <= RISEN * start) {
      end++;
    }
    return course.subList(0, end);
  }
}
