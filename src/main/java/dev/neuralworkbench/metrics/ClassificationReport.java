package dev.neuralworkbench.metrics;

/**
 * Scores of predicted classes, {@link ClassScore} of each. A fraction without rows below the line
 * is 0, as scikit-learn has it: a class never predicted earns nothing. Whoever shows it says that
 * it is 0 / 0, {@link #hasPrecision}.
 *
 * @param confusion the counts they are made of
 */
public record ClassificationReport(ConfusionMatrix confusion) {

  /** How the scores of the classes become one. */
  public enum Average {
    /** The mean of the classes that occur or were predicted: each counts the same. */
    MACRO,
    /** From the counts of all classes together: each row counts the same. */
    MICRO,
    /** The mean, weighted by the rows of each class. */
    WEIGHTED
  }

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

  /**
   * Matthews' correlation of true and predicted classes, of any number of them (Gorodkin,
   * "Comparing two K-category assignments by a K-category correlation coefficient", 2004): with
   * t(c) rows of class c, p(c) predicted as such, r right of n, (r n − Σ p t) / √((n² − Σ p²) (n² −
   * Σ t²)). Rows predicted as none are a class of their own among the predicted. 0 where only one
   * class occurs or was predicted, as scikit-learn has it; NaN without rows.
   */
  public double matthews() {
    double n = confusion.rows();
    var together = confusion.correct() * n;
    var ofPredicted = n * n - (double) confusion.unanswered() * confusion.unanswered();
    var ofActual = n * n;
    for (var c = 0; c < confusion.classes(); c++) {
      double t = confusion.support(c);
      double p = confusion.predicted(c);
      together -= p * t;
      ofPredicted -= p * p;
      ofActual -= t * t;
    }
    return n == 0
        ? Double.NaN
        : ofPredicted == 0 || ofActual == 0
            ? 0
            : together / (Math.sqrt(ofPredicted) * Math.sqrt(ofActual));
  }

  /** Of the rows predicted as the class, the share that is. */
  public double precision(int c) {
    return ClassScore.PRECISION.of(confusion, c);
  }

  /** Of the rows of the class, the share that was found. */
  public double recall(int c) {
    return ClassScore.RECALL.of(confusion, c);
  }

  /** Harmonic mean of precision and recall. */
  public double f1(int c) {
    return ClassScore.F1.of(confusion, c);
  }

  /** Whether the class was predicted at all: otherwise its precision is 0 / 0. */
  public boolean hasPrecision(int c) {
    return ClassScore.PRECISION.exists(confusion, c);
  }

  /** Whether the class has rows: otherwise its recall is 0 / 0. */
  public boolean hasRecall(int c) {
    return ClassScore.RECALL.exists(confusion, c);
  }

  /** Whether the class has rows or was predicted: otherwise its F1 is 0 / 0. */
  public boolean hasF1(int c) {
    return ClassScore.F1.exists(confusion, c);
  }

  /** Mean precision of the classes that occur or were predicted. */
  public double macroPrecision() {
    return ClassScore.PRECISION.of(confusion, Average.MACRO);
  }

  /** Mean recall of the classes that occur or were predicted. */
  public double macroRecall() {
    return ClassScore.RECALL.of(confusion, Average.MACRO);
  }

  /** Mean F1 of the classes that occur or were predicted. */
  public double macroF1() {
    return ClassScore.F1.of(confusion, Average.MACRO);
  }
}
