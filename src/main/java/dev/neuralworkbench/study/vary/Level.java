package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.Experiment;

/** A choice with one of its values. */
public record Level<T>(Factor<T> factor, T value) {

  /** The value as a text that names it. */
  public String text() {
    return factor.values().write().apply(value);
  }

  Experiment apply(Experiment to) {
    return factor.with().apply(to, value);
  }
}
