package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.Range;

/** A range in words, as the tooltips give it: {@code 1 to 65536}. */
public final class RangeWords {

  private static final int MOST_LETTERS = 10;

  private RangeWords() {}

  /** A short number as it is; one of a table, of many digits, for reading. */
  private static Object end(double value) {
    return Numbers.exact(value).length() <= MOST_LETTERS ? value : Numbers.readable(value);
  }

  public static String of(Range range, Words words) {
    var least = range.least();
    var most = range.most();
    var end = Double.isInfinite(most) ? "" : range.mostIncluded() ? ".most" : ".most.below";
    return words.text(
        "range." + (range.leastIncluded() ? "from" : "above") + end, end(least), end(most));
  }
}
