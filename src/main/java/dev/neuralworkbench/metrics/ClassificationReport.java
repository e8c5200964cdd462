package dev.neuralworkbench.metrics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores of predicted classes. With n(i, j) the confusion matrix, precision(c) = n(c, c) / Σᵢ n(i,
 * c), recall(c) = n(c, c) / Σⱼ n(c, j) and F1(c) = 2 n(c, c) / (Σᵢ n(i, c) + Σⱼ n(c, j)). A
 * fraction without rows below the line is 0, as scikit-learn has it: a class never predicted earns
 * nothing. Whoever shows it says that it is 0 / 0, {@link #hasPrecision}.
 *
 * @param confusion the counts they are made of
 */
public record ClassificationReport(ConfusionMatrix confusion) {

  /**
   * The report of some predictions.
   *
   * @param actual true class of each row. Not modified.
   * @param predicted predicted class of each row, or {@link PredictedClasses#NONE}. Not modified.
   * @param classes number of classes
   */
  public static ClassificationReport of(int[] actual, int[] predicted, int classes) {
    return new ClassificationReport(ConfusionMatrix.of(actual, predicted, classes));
  }

  /** Share of the rows that are right; NaN without rows. */
  public double accuracy() {
    return confusion.correct() / (double) confusion.rows();
  }

  /** Of the rows predicted as the class, the share that is. */
  public double precision(int c) {
    return share(confusion.count(c, c), confusion.predicted(c));
  }

  /** Of the rows of the class, the share that was found. */
  public double recall(int c) {
    return share(confusion.count(c, c), confusion.support(c));
  }

  /** Harmonic mean of precision and recall. */
  public double f1(int c) {
    return share(2 * confusion.count(c, c), confusion.predicted(c) + confusion.support(c));
  }

  /** Whether the class was predicted at all: otherwise its precision is 0 / 0. */
  public boolean hasPrecision(int c) {
    return confusion.predicted(c) > 0;
  }

  /** Whether the class has rows: otherwise its recall is 0 / 0. */
  public boolean hasRecall(int c) {
    return confusion.support(c) > 0;
  }

  /** Whether the class has rows or was predicted: otherwise its F1 is 0 / 0. */
  public boolean hasF1(int c) {
    return hasPrecision(c) || hasRecall(c);
  }

  /** Mean precision of the classes that occur or were predicted. */
  public double macroPrecision() {
    return macro(this::precision);
  }

  /** Mean recall of the classes that occur or were predicted. */
  public double macroRecall() {
    return macro(this::recall);
  }

  /** Mean F1 of the classes that occur or were predicted. */
  public double macroF1() {
    return macro(this::f1);
  }

  private double macro(IntToDoubleFunction score) {
    return IntStream.range(0, confusion.classes())
        .filter(c -> confusion.support(c) + confusion.predicted(c) > 0)
        .mapToDouble(score)
        .average()
        .orElse(Double.NaN);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }
}
