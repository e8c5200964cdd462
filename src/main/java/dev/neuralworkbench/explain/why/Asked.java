package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.Prediction;

/**
 * The number f of a prediction that is explained: of a class its probability as the program shows
 * it, in [0, 1]; otherwise the prediction in the user's units.
 *
 * @param index of the class, from 0 on; not looked at for a number
 */
record Asked(int index) {

  /** What is asked of a prediction; it is one. */
  static Asked of(Prediction prediction) {
    return new Asked(prediction instanceof Prediction.OfClass of ? of.index() : 0);
  }

  /** The mean of f over rows. */
  double mean(Answers answers) {
    var sum = 0.0;
    for (var row = 0; row < answers.rows(); row++) {
      sum +=
          answers.target() instanceof NumberTarget
              ? answers.number(row)
              : answers.probability(row, index);
    }
    return sum / answers.rows();
  }
}
