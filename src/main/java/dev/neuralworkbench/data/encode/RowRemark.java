package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.problem.Problem;

/**
 * What is so in some rows of a table that a model is asked about: of one column, or of all.
 *
 * @param first what is so, at the first of these rows
 * @param rows how many rows there are; at least one
 */
public record RowRemark(Problem first, int rows, Outcome outcome) {

  public enum Outcome {
    UNANSWERED,
    /** It has an answer, which cannot be compared with what the table says. */
    UNSCORED,
    /** It has an answer, of which something must be known. */
    ANSWERED
  }
}
