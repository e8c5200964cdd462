package dev.neuralworkbench.baseline;

/** Whether a linear model can tell all training rows apart. */
public enum Separability {
  /** One was found that does. */
  SEPARABLE,
  /** The converged optimum of logistic regression still errs, so none can. */
  NOT_SEPARABLE,
  /** The optimum was not reached. */
  UNDECIDED
}
