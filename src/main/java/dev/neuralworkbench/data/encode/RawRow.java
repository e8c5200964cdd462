package dev.neuralworkbench.data.encode;

import org.jspecify.annotations.Nullable;

/** One row of raw values, addressed by the index of the preprocessor's input, from 0 on. */
public interface RawRow {

  /** The number of an input; NaN where it is missing. */
  double number(int input);

  /** The text of an input; null where it is missing. */
  @Nullable String text(int input);
}
