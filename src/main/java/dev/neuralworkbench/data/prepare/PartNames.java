package dev.neuralworkbench.data.prepare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people call the parts of a split in a column; capitals do not matter. */
public final class PartNames {

  public enum Part {
    TRAINING,
    VALIDATION,
    TEST
  }

  private static final Map<Part, List<String>> NAMES =
      Map.of(
          Part.TRAINING,
              List.of("train", "training", "learn", "\u8bad\u7ec3", "\u8bad\u7ec3\u96c6"),
          Part.VALIDATION,
              List.of("val", "valid", "validation", "dev", "\u9a8c\u8bc1", "\u9a8c\u8bc1\u96c6"),
          Part.TEST, List.of("test", "testing", "holdout", "\u6d4b\u8bd5", "\u6d4b\u8bd5\u96c6"));

  private PartNames() {}

  /** The part of a name; nothing if it is none. */
  public static Optional<Part> part(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(lower))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
