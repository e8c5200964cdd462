package dev.neuralworkbench.keys;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ways to ask for a text, each of which {@link KeysTest} has to see through. */
record Asking(Words words, String held) {

  enum Kind {
    ONE,
    TWO;

    String nameKey() {
      return "kind." + name().toLowerCase(Locale.ROOT);
    }
  }

  static Asking of(Words words) {
    return new Asking(words, "held.key");
  }

  String literal() {
    return words.text("literal", 1, 2);
  }

  String either(boolean is) {
    return words.text("either." + (is ? "yes" : "no"));
  }

  String kinds(Kind kind) {
    return words.text("ids." + Ids.of(kind) + ".tip") + words.text(kind.nameKey());
  }

  String form() {
    return tip("form.a") + tip("form.b");
  }

  private String tip(String key) {
    return words.text(key + ".tip");
  }

  String field() {
    return words.text(held);
  }

  List<String> list() {
    return Stream.of("a", "b").map(it -> words.text("list." + it)).toList();
  }

  String unknown() {
    return words.text("unknown." + System.lineSeparator());
  }
}
