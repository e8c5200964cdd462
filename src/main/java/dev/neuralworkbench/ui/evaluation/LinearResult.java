package dev.neuralworkbench.ui.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What the fit of a linear model came to.
 *
 * @param linear the model's scores; null where so many inputs and classes would take too long
 */
record LinearResult(@Nullable Linear linear) {

  /** No linear model. */
  static final LinearResult NONE = new LinearResult(null);
}
