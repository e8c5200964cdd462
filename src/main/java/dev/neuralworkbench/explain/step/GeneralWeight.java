package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.formula.Maths;
import dev.neuralworkbench.formula.Maths.Letter;

/** A weight's formula made one for any weight: its indices become i and j. */
final class GeneralWeight {

  private GeneralWeight() {}

  static Maths of(Maths maths) {
    return maths instanceof Letter(var text, var below, var above)
        ? new Letter(text, below.contains(",") ? "i,j" : below, above)
        : maths.map(GeneralWeight::of);
  }
}
