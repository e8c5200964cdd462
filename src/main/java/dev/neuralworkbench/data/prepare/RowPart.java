package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.problem.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

public enum RowPart {
  TRAINING("train training learn \u8bad\u7ec3 \u8bad\u7ec3\u96c6"),
  /** Watched while training. */
  VALIDATION("val valid validation dev \u9a8c\u8bc1 \u9a8c\u8bc1\u96c6"),
  /** Kept until the end, to judge by. */
  TEST("test testing holdout \u6d4b\u8bd5 \u6d4b\u8bd5\u96c6");

  /** What people call it in a column, between blanks. */
  private final String names;

  RowPart(String names) {
    this.names = names;
  }

  /** The part that a column calls so; capitals do not matter. */
  public static Optional<RowPart> named(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(part -> List.of(part.names.split(" ", -1)).contains(lower))
        .findFirst();
  }

  /** Name in keys of texts and in ids: {@code training}. */
  public String id() {
    return Ids.of(this);
  }
}
