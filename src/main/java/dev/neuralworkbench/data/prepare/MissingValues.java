package dev.neuralworkbench.data.prepare;

import java.util.OptionalDouble;

/**
 * What stands in for an input that is missing, learned from the training rows. Categories have
 * neither mean nor median: their most frequent one stands in, or none.
 */
public enum MissingValues {
  MEAN,
  /** The median; of an even count the mean of the middle two. */
  MEDIAN,
  /** The most frequent value; of several the smallest. */
  MODE,
  /** The mean; of categories none, so that all their inputs are 0 and the lack itself can tell. */
  APART,
  /** The mean; of categories a category of its own, so that a lack has weights as they have. */
  OWN,
  /** 0, as of counts that nobody wrote down; of categories none. */
  ZERO,
  DROP_ROW;

  /** What stands in for a missing number, where the summary tells it. */
  public OptionalDouble fill(NumberSummary summary) {
    return switch (this) {
      case MEAN, APART, OWN, DROP_ROW -> OptionalDouble.of(summary.mean());
      case ZERO -> OptionalDouble.of(0);
      case MEDIAN, MODE -> OptionalDouble.empty();
    };
  }

  /** Whether the most frequent category stands in for a missing one; else none does. */
  public boolean fillsCategories() {
    return fillsCategories(true);
  }

  /**
   * The same where it is known whether a missing one has a category of its own, which it has where
   * training rows lack theirs.
   */
  public boolean fillsCategories(boolean hasOwn) {
    return this != APART && this != ZERO && !(this == OWN && hasOwn);
  }
}
