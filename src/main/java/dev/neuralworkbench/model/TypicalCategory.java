package dev.neuralworkbench.model;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.table.CategoryCounts;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a form enters for a category input before anything is typed. The most frequent category of
 * all training rows is known only where it stands in for missing values; elsewhere the rows that
 * predictions are compared with tell it, which are a hundred at most.
 */
public final class TypicalCategory {

  private TypicalCategory() {}

  /**
   * The most frequent category with a number of its own; of several the first.
   *
   * @param background null where there are no rows; then it is the first category
   * @return empty, a missing value, only where there is no category
   */
  public static String of(CategoryInput input, @Nullable Background background) {
    if (!input.fill().isEmpty()) {
      return input.fill();
    }
    var known = input.categories().stream().filter(it -> !it.isEmpty()).toList();
    var column = background == null ? null : background.values().column(input.name());
    if (column != null) {
      var counts = CategoryCounts.of(column);
      var best =
          IntStream.range(0, counts.names().size())
              .filter(i -> known.contains(counts.names().get(i)))
              .reduce((i, j) -> counts.counts().get(j) > counts.counts().get(i) ? j : i);
      if (best.isPresent()) {
        return counts.names().get(best.getAsInt());
      }
    }
    return known.isEmpty() ? "" : known.getFirst();
  }

  /** Whether the rows would tell: they need not be drawn where they would not. */
  public static boolean needsRows(CategoryInput input) {
    return input.fill().isEmpty();
  }
}
