package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language. An interface, so that a test can mark every text that comes from a
 * bundle and find those that do not.
 */
public interface Words {

  /**
   * The text of a key, with its arguments filled in; the key itself where there is none, since a
   * screen must not break for a sentence.
   */
  String text(String key, @Nullable Object... arguments);

  /** Whether there is a text of that key. */
  boolean has(String key);

  /** All keys that begin with a prefix, without it. */
  Set<String> keys(String prefix);

  String sentence(Problem problem);

  /** Sentences behind one another, as the language parts them; empty ones are left out. */
  default String joined(String... sentences) {
    return Stream.of(sentences)
        .filter(it -> !it.isEmpty())
        .reduce((one, other) -> text("sentence.two", one, other))
        .orElse("");
  }

  /** A sentence with those of remarks behind it. */
  default String joined(String sentence, List<Problem> remarks) {
    return remarks.stream().map(this::sentence).reduce(sentence, this::joined);
  }
}
