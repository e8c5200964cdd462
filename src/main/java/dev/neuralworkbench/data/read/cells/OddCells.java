package dev.neuralworkbench.data.read.cells;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.NumberBuilder;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a column of numbers that are none, such as {@code sensor off}. Where they are few
 * they count as missing and are told, as {@code pandas.to_numeric(errors="coerce")} has it; where
 * they are not, the column is one of texts. They are few if all of this holds:
 *
 * <ul>
 *   <li>they are at most a tenth of the cells, or a single one among at least four numbers;
 *   <li>they have at most three spellings, or one for each hundred numbers, and never more than a
 *       hundred;
 *   <li>no number looks like a code: none is written {@code 007} or with more digits than a number
 *       keeps;
 *   <li>where all numbers are whole, at most one in a thousand of the cells looks like a code,
 *       which is letters and digits in one word: {@code A12}, {@code 14b};
 *   <li>they do not look like one more category: the numbers have more than ten values, or no odd
 *       text occurs twice, or the odd cells are at most one in a hundred.
 * </ul>
 */
public final class OddCells {

  /** Different texts beyond which nobody calls them odd. */
  static final int MOST_SPELLINGS = 100;

  private static final double MOST = 0.1;
  private static final int ENOUGH_FOR_ONE = 4;
  private static final int FEW_SPELLINGS = 3;
  private static final int NUMBERS_A_SPELLING = 100;
  private static final int NUMBERS_A_CODE = 1000;
  private static final int FEW_VALUES = 10;
  private static final double SELDOM = 0.01;

  /** Rows that are told of each text. */
  private static final int ROWS = 3;

  /** Characters of a text that are kept, and that a sentence shows. */
  private static final int LONGEST = 100;

  private static final int LONGEST_TOLD = 40;

  /** Different texts that a sentence lists. */
  private static final int MOST_TOLD = 4;

  private static final String ELLIPSIS = "\u2026";

  private static final Pattern CODE =
      Pattern.compile("(?=.*\\p{L})(?=.*\\d)[\\p{L}\\d./_-]+", Pattern.DOTALL);

  /** For each text how many cells have it, the first of their rows, and its code. */
  private final Map<String, int[]> spellings = new LinkedHashMap<>();

  private final NumberBuilder codes = new NumberBuilder();

  private int count;

  /**
   * Adds a cell. Of more than {@link #MOST_SPELLINGS} texts only the first ones are kept.
   *
   * @param characters Not modified.
   * @param row from 1 on
   */
  void add(char[] characters, int offset, int length, int row) {
    var text = new String(characters, offset, Math.min(length, LONGEST));
    count++;
    if (!areTooMany() || spellings.containsKey(text)) {
      var next = spellings.size();
      var known = spellings.computeIfAbsent(text, _ -> new int[] {0, 0, 0, 0, next});
      known[0]++;
      fill(row - 1);
      codes.add(known[1 + ROWS]);
      if (known[0] <= ROWS) {
        known[known[0]] = row;
      }
    }
  }

  private void fill(int rows) {
    while (codes.size() < rows) {
      codes.add(TextColumn.MISSING);
    }
  }

  int count() {
    return count;
  }

  /** The texts that are kept in the rows of their column; null where there are none. */
  @Nullable TextColumn texts(int rows) {
    fill(count == 0 ? 0 : rows);
    return count == 0
        ? null
        : new TextColumn("", List.copyOf(spellings.keySet()), codes.build(), NumberStyle.POINT);
  }

  /** Whether there are more texts than any column may have. */
  boolean areTooMany() {
    return spellings.size() > MOST_SPELLINGS;
  }

  boolean any(Predicate<String> asked) {
    return spellings.keySet().stream().anyMatch(asked);
  }

  /** The text of the first; empty for none. */
  String first() {
    return spellings.isEmpty() ? "" : shortened(spellings.keySet().iterator().next());
  }

  /** The one text that all of them have; empty where there are several. */
  String only() {
    return spellings.size() == 1 ? first() : "";
  }

  /** The first texts, each with the first of its rows: {@code “off” (7, 41, …)}. */
  List<String> told() {
    return Stream.concat(
            spellings.keySet().stream().limit(MOST_TOLD).map(this::told),
            Stream.of(ELLIPSIS).filter(_ -> spellings.size() > MOST_TOLD))
        .toList();
  }

  private String told(String text) {
    var known = spellings.getOrDefault(text, new int[1]);
    var rows =
        IntStream.of(known).skip(1).limit(Math.min(known[0], ROWS)).mapToObj(String::valueOf);
    var more = Stream.of(ELLIPSIS).filter(_ -> known[0] > ROWS);
    var places = Stream.concat(rows, more).collect(Collectors.joining(", "));
    return "\u201c" + shortened(text) + "\u201d (" + places + ")";
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + ELLIPSIS;
  }

  /**
   * Whether they are few beside the numbers of their column, as said above.
   *
   * @param values of their column; they are missing in it
   */
  boolean areFew(NumberColumn values) {
    var numbers = 0;
    var whole = true;
    var different = new HashSet<Double>();
    for (var row = 0; row < values.rows(); row++) {
      var value = values.value(row);
      if (!Double.isNaN(value)) {
        numbers++;
        whole &= value == Math.rint(value);
        if (different.size() <= FEW_VALUES) {
          different.add(value);
        }
      }
    }
    var isShare = count <= MOST * (numbers + count) || (count == 1 && numbers >= ENOUGH_FOR_ONE);
    return isShare
        && !areTooMany()
        && spellings.size() <= Math.max(FEW_SPELLINGS, numbers / NUMBERS_A_SPELLING)
        && !(whole && codes() > numbers / NUMBERS_A_CODE)
        && !(different.size() <= FEW_VALUES && isCategory(numbers));
  }

  private int codes() {
    return spellings.entrySet().stream()
        .filter(it -> CODE.matcher(it.getKey()).matches())
        .mapToInt(it -> it.getValue()[0])
        .sum();
  }

  private boolean isCategory(int numbers) {
    return count > SELDOM * (numbers + count)
        && spellings.values().stream().anyMatch(it -> it[0] > 1);
  }
}
