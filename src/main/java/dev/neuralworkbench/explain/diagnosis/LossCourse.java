package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.train.TrainingHistory;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How the losses of a run have gone, seen from a distance.
 *
 * @param epochs epochs that are looked at, from the first
 * @param constant training loss of the best answer that looks at no input
 */
record LossCourse(TrainingHistory history, int epochs, double constant) {

  /** Epochs at the end whose mean stands for the present. */
  private static final int WINDOW = 10;

  static LossCourse of(Observation run) {
    var constant = ConstantAnswer.loss(run.training().targets(), run.design());
    return new LossCourse(run.history(), run.history().epochs(), constant);
  }

  double first() {
    return history.trainingLoss(0);
  }

  double present() {
    return history.trainingLoss(epochs - 1);
  }

  double last() {
    return mean(history::trainingLoss, epochs - window(), epochs);
  }

  double before() {
    return mean(history::trainingLoss, Math.max(0, epochs - 2 * window()), epochs - window());
  }

  double training(int from, int to) {
    return mean(history::trainingLoss, from, to);
  }

  /** Mean change of the training loss from epoch to epoch at the end, as a share of the loss. */
  double unrest() {
    return mean(
            i -> Math.abs(history.trainingLoss(i) - history.trainingLoss(i - 1)), from(), epochs)
        / last();
  }

  /** Share of the last epochs in which the training loss rose. */
  double rises() {
    return mean(i -> history.trainingLoss(i) > history.trainingLoss(i - 1) ? 1 : 0, from(), epochs);
  }

  double validation(int from, int to) {
    return mean(history::validationLoss, from, to);
  }

  /** The epoch of the lowest validation loss, counted from 0. */
  int best() {
    return IntStream.range(0, epochs)
        .boxed()
        .min(Comparator.comparingDouble(history::validationLoss))
        .orElse(0);
  }

  double score() {
    return mean(history::trainingScore, epochs - window(), epochs);
  }

  /** Mean score of the last epochs on the validation rows; NaN without. */
  double validationScore() {
    return mean(history::validationScore, epochs - window(), epochs);
  }

  /** Number of last epochs whose mean stands for the present. */
  int window() {
    return Math.min(WINDOW, epochs);
  }

  private int from() {
    return Math.max(1, epochs - 2 * WINDOW);
  }

  private static double mean(IntToDoubleFunction number, int from, int to) {
    return IntStream.range(from, to).mapToDouble(number).average().orElse(Double.NaN);
  }
}
