package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Problem;

/**
 * The texts of one language. An interface, so that a test can mark every text that comes from a
 * bundle and find those that do not.
 */
public interface Words {

  /** The text of a key, with its arguments filled in. */
  String text(String key, Object... arguments);

  /** The sentence of a problem. */
  String sentence(Problem problem);
}
