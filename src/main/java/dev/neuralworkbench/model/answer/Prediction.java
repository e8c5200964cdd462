package dev.neuralworkbench.model.answer;

import java.util.List;

/** The answer for one row, in the user's terms. */
public sealed interface Prediction {

  /**
   * A class with the probability of each.
   *
   * @param index the class answered, from 0 on
   * @param classes all classes, in the order of the model
   * @param probabilities one for each class, in [0, 1]
   */
  record OfClass(int index, List<String> classes, List<Double> probabilities)
      implements Prediction {

    public OfClass {
      classes = List.copyOf(classes);
      probabilities = List.copyOf(probabilities);
    }

    /** The class answered. */
    public String answer() {
      return classes.get(index);
    }
  }

  record OfNumber(double value) implements Prediction {}

  /** No answer: what the network computes for the row is not a finite number. */
  record None() implements Prediction {}
}
