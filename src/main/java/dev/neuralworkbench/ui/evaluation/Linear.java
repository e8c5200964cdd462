package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.study.Scores;
import org.jspecify.annotations.Nullable;

/**
 * What the linear model comes to.
 *
 * @param scores its scores
 * @param separability whether a linear model can tell the training rows apart; null for numbers
 */
record Linear(Scores scores, @Nullable Separability separability) {

  /** Judges a fitted model on rows. */
  static Linear of(
      Baseline fitted, @Nullable Separability separability, TargetEncoder target, Dataset rows) {
    var answers = new Answers(target, fitted.predict(rows.inputs()));
    return new Linear(Scores.of(answers, rows), separability);
  }
}
