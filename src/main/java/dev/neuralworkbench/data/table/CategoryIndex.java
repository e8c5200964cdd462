package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.cell.SpreadsheetText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * Finds names in a list of known ones. A number written otherwise is the same name: a column of
 * {@code 1} and {@code 2} becomes text in a file that also has {@code 1.0} and {@code x}. So is one
 * that was guarded for a spreadsheet, see {@link SpreadsheetText}.
 */
public final class CategoryIndex {

  /** A name that is not in the list. */
  public static final int UNKNOWN = -1;

  private static final int MOST_LISTED = 12;

  private CategoryIndex() {}

  /** Index of one name, or {@link #UNKNOWN}. */
  public static int find(List<String> names, String text) {
    var index = names.indexOf(text);
    return index >= 0 ? index : names.indexOf(canonical(text));
  }

  /** Finds many: the same as {@link #find}, without looking through the names each time. */
  public static ToIntFunction<String> finder(List<String> names) {
    var known = numbered(names);
    return text -> find(known, text);
  }

  private static Map<String, Integer> numbered(List<String> names) {
    var known = new HashMap<String, Integer>();
    for (var i = 0; i < names.size(); i++) {
      known.put(names.get(i), i);
    }
    return known;
  }

  /**
   * Index of the name in every row of a column; each different value is looked up once.
   *
   * @param ofMissing index for rows without a value
   */
  public static IntUnaryOperator of(List<String> names, Column column, int ofMissing) {
    var known = numbered(names);
    return switch (column) {
      case TextColumn text -> {
        var ofCode = text.categories().stream().mapToInt(name -> find(known, name)).toArray();
        yield row -> {
          var code = text.code(row);
          return code == TextColumn.MISSING ? ofMissing : ofCode[code];
        };
      }
      case NumberColumn numbers -> {
        var ofNumber = new HashMap<Double, Integer>();
        yield row -> {
          var number = numbers.value(row);
          return Double.isNaN(number)
              ? ofMissing
              : ofNumber.computeIfAbsent(number, value -> find(known, NumberStyle.written(value)));
        };
      }
    };
  }

  private static int find(Map<String, Integer> known, String text) {
    var index = known.get(text);
    return index != null ? index : known.getOrDefault(canonical(text), UNKNOWN);
  }

  private static String canonical(String text) {
    var number = NumberParser.parse(text);
    return Double.isNaN(number) ? SpreadsheetText.plain(text) : NumberStyle.written(number);
  }

  /**
   * Whether some name would not be found once it had been read as a number: {@code 00501} and
   * {@code 1,5}, but not {@code 1.5}.
   */
  public static boolean needText(List<String> names) {
    return names.stream()
        .anyMatch(name -> !name.equals(NumberStyle.written(NumberParser.parse(name))));
  }

  /** The names for a sentence, cut after the first few. */
  public static List<String> listed(List<String> names) {
    if (names.size() <= MOST_LISTED) {
      return List.copyOf(names);
    }
    var listed = new ArrayList<>(names.subList(0, MOST_LISTED));
    listed.add("…");
    return List.copyOf(listed);
  }
}
