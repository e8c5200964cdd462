package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.problem.Ids;

/** What a network answers: a number, or one of several classes. */
public enum ProblemType {
  /** The target is a number. */
  REGRESSION,
  /** The target is one of at least two classes. */
  CLASSIFICATION;

  /** Name in files and on the command line: {@code regression}. */
  public String id() {
    return Ids.of(this);
  }
}
