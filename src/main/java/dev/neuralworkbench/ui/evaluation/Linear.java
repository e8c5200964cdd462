package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.model.answer.Scores;
import org.jspecify.annotations.Nullable;

/**
 * What the fit of a linear model came to.
 *
 * @param scores its scores; null where so many inputs and classes would take too long
 * @param separability whether a linear model can tell the training rows apart; null where that is
 *     no question
 */
record Linear(@Nullable Scores scores, @Nullable Separability separability) {

  static final Linear NONE = new Linear(null, null);
}
