package dev.neuralworkbench.ui.common;

import org.jspecify.annotations.Nullable;

/**
 * Whether two things are one: documents, models and tables do not change, each change makes another
 * one, and comparing weights or rows would take time.
 */
public final class Same {

  private Same() {}

  @SuppressWarnings("ReferenceEquality")
  public static boolean is(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }
}
