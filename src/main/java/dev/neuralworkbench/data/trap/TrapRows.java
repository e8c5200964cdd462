package dev.neuralworkbench.data.trap;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that show a trap.
 *
 * @param count how many there are
 * @param first the first of them, from 0 on, at most {@value #MOST_LISTED}
 */
public record TrapRows(int count, List<Integer> first) {

  /** More are counted, not listed. */
  static final int MOST_LISTED = 6;

  public static final TrapRows NONE = new TrapRows(0, List.of());

  public TrapRows {
    first = List.copyOf(first);
  }

  static TrapRows of(int... rows) {
    return new TrapRows(rows.length, IntStream.of(rows).limit(MOST_LISTED).boxed().toList());
  }
}
