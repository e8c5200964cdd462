package dev.neuralworkbench.testing;

import java.util.List;

/** Faults of the program, as background work may throw them. */
public final class Faults {

  private static final String EXPECTED = "expected by a test";

  private Faults() {}

  /** One of each kind. */
  public static List<Throwable> all() {
    return List.of(
        new IllegalStateException(EXPECTED),
        new OutOfMemoryError(EXPECTED),
        new StackOverflowError(EXPECTED),
        new AssertionError(EXPECTED),
        new NoClassDefFoundError(EXPECTED));
  }

  /** Throws anything, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "DoNotCallSuggester"})
  public static <E extends Throwable, T> T raise(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
