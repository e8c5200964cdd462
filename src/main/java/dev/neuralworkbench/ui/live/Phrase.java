package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Words;
import java.util.List;

/**
 * A piece of a sentence that has no language yet.
 *
 * @param key key of its text
 * @param arguments what is filled in: texts, or other phrases
 */
record Phrase(String key, List<Object> arguments) {

  Phrase {
    arguments = List.copyOf(arguments);
  }

  static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }

  String in(Words words) {
    return words.text(
        key,
        arguments.stream()
            .map(argument -> argument instanceof Phrase phrase ? phrase.in(words) : argument)
            .toArray());
  }
}
