package dev.neuralworkbench.model.answer;

import java.util.List;

/** The answer for one row, in the user's terms. */
public sealed interface Prediction {

  /**
   * The answered class's index from 0 on, all classes as in the model, and each's probability in
   * [0, 1].
   */
  record OfClass(int index, List<String> classes, List<Float> probabilities) implements Prediction {

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
