package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.Range;

/** A range in words, as the tooltips give it: {@code 1 to 65536}. */
public final class RangeWords {

  private RangeWords() {}

  public static String of(Range range, Words words) {
    var least = range.least();
    var most = range.most();
    var end = Double.isInfinite(most) ? "" : range.mostIncluded() ? ".most" : ".most.below";
    return words.text("range." + (range.leastIncluded() ? "from" : "above") + end, least, most);
  }
}
