package dev.neuralworkbench.data.prepare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column that decides which rows are held out, in the place of chance alone. Chance flatters a
 * model whose rows hang together: of several rows of one patient some would teach what the others
 * ask, and of a day in the middle the days before and behind.
 *
 * @param column name of the column; it may be an input or not
 * @param wasInput whether it is ignored for this rule alone, and an input again without it; null
 *     for no
 */
public record SplitRule(Kind kind, String column, @Nullable Boolean wasInput) {

  public enum Kind {
    /** Rows of one value are all in the same part, which is drawn. */
    GROUP,
    /** The last rows are the test rows, those before them the validation rows. */
    TIME,
    PART
  }

  /** Null where the column was no input. */
  public SplitRule {
    wasInput = Boolean.TRUE.equals(wasInput) ? wasInput : null;
  }

  public SplitRule(Kind kind, String column) {
    this(kind, column, null);
  }

  /** Whether its column is an input again without it. */
  public boolean gaveUpInput() {
    return wasInput != null;
  }

  /** What people call the parts of a split in a column; capitals do not matter. */
  public static final class PartNames {

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
}
