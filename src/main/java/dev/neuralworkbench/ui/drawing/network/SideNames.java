package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.common.Shortened;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Names beside units, shortened yet told apart: of a column's inputs the category stays. */
record SideNames(List<String> names, Predicate<String> fits) {

  /** Stands between a column and its category, as the inputs are named. */
  private static final String IS = " = ";

  private static final String DOTS = "\u2026";
  private static final int MOST = 40;
  private static final int FEWEST = 4;

  /** Each name, or what is shown of it; one that never fits in full. */
  List<String> shown() {
    if (names.stream().allMatch(fits)) {
      return names;
    }
    var cuts =
        IntStream.iterate(MOST, it -> it >= FEWEST, it -> it - 1)
            .mapToObj(length -> Shortened.apart(names, length))
            .toList();
    var made = names.stream().map(this::ofColumn).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                !made.get(i).isEmpty() && Collections.frequency(made, made.get(i)) == 1
                    ? made.get(i)
                    : cuts.stream()
                        .map(it -> it.get(i))
                        .filter(fits)
                        .findFirst()
                        .orElse(names.get(i)))
        .toList();
  }

  /** The name, or its category and the beginning of its column; empty where neither fits. */
  private String ofColumn(String name) {
    if (fits.test(name)) {
      return name;
    }
    var at = name.indexOf(IS);
    return at > 0 && isShared(name.substring(0, at + IS.length()))
        ? IntStream.iterate(at - 1, kept -> kept >= 0, kept -> kept - 1)
            .mapToObj(kept -> name.substring(0, kept).strip() + DOTS + name.substring(at).strip())
            .filter(fits)
            .findFirst()
            .orElse("")
        : "";
  }

  private boolean isShared(String column) {
    return names.stream().filter(it -> it.startsWith(column)).count() > 1;
  }
}
