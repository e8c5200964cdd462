package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.Range;

/** A range in words, as the tooltips give it: {@code 1 to 65536}. */
public final class RangeWords {

  private RangeWords() {}

  /** The range in the language of the words. */
  public static String of(Range range, Words words) {
    var least = range.least();
    var most = range.most();
    var open = Double.isInfinite(range.most());
    var kind = (range.leastIncluded() ? "from" : "above") + (open ? "" : ".most");
    var below = !open && !range.mostIncluded() ? ".below" : "";
    return words.text("range." + kind + below, least, most);
  }
}
