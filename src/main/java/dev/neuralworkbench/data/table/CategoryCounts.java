package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.cell.NumberStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The different values of some rows of a column as names, in rising order: numbers by value, texts
 * by their characters, so that the order does not depend on the order of the rows.
 *
 * @param names the names; none twice
 * @param counts how often each occurs in the rows
 */
public record CategoryCounts(List<String> names, List<Integer> counts) {

  /** Of some rows, which are not modified. */
  public static CategoryCounts of(Column column, int[] rows) {
    return switch (column) {
      case TextColumn text -> ofTexts(text, rows);
      case NumberColumn numbers -> ofNumbers(numbers, rows);
    };
  }

  /** Of all rows; quick when asked again. */
  public static CategoryCounts of(Column column) {
    var counted =
        column instanceof NumberColumn numbers
            ? numbers.counts(NumberColumn.MOST_COUNTED).map(CategoryCounts::ofNumbers)
            : Optional.<CategoryCounts>empty();
    return counted.orElseGet(() -> of(column, IntStream.range(0, column.rows()).toArray()));
  }

  private static CategoryCounts ofTexts(TextColumn column, int[] rows) {
    var ofCode = new int[column.categories().size()];
    for (var row : rows) {
      if (column.code(row) != TextColumn.MISSING) {
        ofCode[column.code(row)]++;
      }
    }
    var counts = new TreeMap<String, Integer>();
    for (var code = 0; code < ofCode.length; code++) {
      if (ofCode[code] > 0) {
        counts.put(column.categories().get(code), ofCode[code]);
      }
    }
    return new CategoryCounts(List.copyOf(counts.keySet()), List.copyOf(counts.values()));
  }

  private static CategoryCounts ofNumbers(NumberColumn column, int[] rows) {
    var counts = new HashMap<Double, Integer>();
    for (var row : rows) {
      if (!column.isMissing(row)) {
        counts.merge(column.value(row) + 0.0, 1, Integer::sum);
      }
    }
    return ofNumbers(new TreeMap<>(counts));
  }

  private static CategoryCounts ofNumbers(SortedMap<Double, Integer> counts) {
    var names = new ArrayList<String>(counts.size());
    counts.keySet().forEach(value -> names.add(NumberStyle.written(value)));
    return new CategoryCounts(List.copyOf(names), List.copyOf(counts.values()));
  }

  /** The most frequent name, of several the first; empty if the rows have no value. */
  public String mostFrequent() {
    var best = -1;
    for (var i = 0; i < names.size(); i++) {
      if (best < 0 || counts.get(i) > counts.get(best)) {
        best = i;
      }
    }
    return best < 0 ? "" : names.get(best);
  }
}
