package dev.neuralworkbench.nn.function;

/** What a network answers: a number, or one of several classes. */
public enum ProblemType {
  /** The target is a number. */
  REGRESSION,
  /** The target is one of at least two classes. */
  CLASSIFICATION
}
