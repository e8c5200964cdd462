package dev.neuralworkbench.data.prepare;

/**
 * What stands in for an input that is missing, learned from the training rows. Categories have
 * neither mean nor median: their most frequent one stands in for all of the first three.
 */
public enum MissingValues {
  /** The mean. */
  MEAN,
  /** The median; of an even count the mean of the middle two. */
  MEDIAN,
  /** The most frequent value; of several the smallest. */
  MODE,
  /** The mean; of categories none, so that all their inputs are 0 and the lack itself can tell. */
  APART,
  /** Nothing: the row is left out. */
  DROP_ROW
}
