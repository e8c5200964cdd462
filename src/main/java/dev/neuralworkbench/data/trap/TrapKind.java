package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.problem.Ids;

/** What a trap is, the gravest first: those on top make scores that mean nothing. */
public enum TrapKind {
  /** An input says the same as the target. Arguments: input, target, rows. */
  EQUAL,
  /**
   * One input alone gives a class away. Arguments: input, target, rows judged, rows right, rows
   * right by the most frequent class.
   */
  DETERMINES_CLASS,
  /** One input alone gives a number away. Arguments: input, target, rows judged, R². */
  DETERMINES_NUMBER,
  /**
   * Rows of a group share one target and stand on both sides of the split. Arguments: input,
   * target, groups, held-out rows whose group is among the training rows, held-out rows, an
   * example.
   */
  GROUP,
  /**
   * The same row on both sides of the split. Arguments: held-out rows that are also training rows,
   * held-out rows, a training row, its copy; rows count from 1.
   */
  DUPLICATES,
  /**
   * The target changes in the course of time, and the rows were divided by chance. Arguments:
   * column, target, share of the target's variance between ten stretches of time.
   */
  TIME,
  /** An input numbers or names the rows. Arguments: input, different values, rows. */
  IDENTIFIER,
  /**
   * Held-out rows have categories of no training row. Arguments: input, such rows, held-out rows.
   */
  UNSEEN,
  /** The test scores of many runs were looked at. Arguments: how many. */
  LOOKED,
  /** Classes with one row. Arguments: how many, their names, target. */
  SINGLE,
  /** Inputs with one value only. Arguments: how many, their names. */
  CONSTANT,
  /**
   * Inputs with nearly one value only. Arguments: how many, their names, rows that differ, rows.
   */
  NEARLY_CONSTANT;

  /** Name in keys of texts and in ids: {@code nearly_constant}. */
  public String id() {
    return Ids.of(this);
  }
}
