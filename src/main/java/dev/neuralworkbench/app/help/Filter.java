package dev.neuralworkbench.app.help;

import java.util.List;
import java.util.Locale;

/** Words that are searched for: each must occur, wherever, in small letters or large ones. */
record Filter(List<String> words) {

  static Filter of(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    return new Filter(text.isEmpty() ? List.of() : List.of(text.split("\\s+")));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  boolean finds(String text) {
    var low = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(low::contains);
  }
}
