package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that are not learned from and not evaluated on: totals, notes, what somebody
 * knows to be wrong. Rows that are predicted are never left out.
 *
 * @param rows rows by their numbers, in rising order and apart from each other
 * @param where rows for which a condition holds; null for none
 */
public record RowFilter(List<Span> rows, @Nullable Condition where) {

  /** Leaves out nothing. */
  public static final RowFilter NONE = new RowFilter(List.of(), null);

  /** Most stretches of rows. */
  public static final int MOST_SPANS = 10_000;

  /** Where problems with it belong. */
  private static final String COMPONENT = "preparation.leftOut";

  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;，、；]+");

  /** Brings the rows in order; stretches that touch become one. */
  public RowFilter {
    rows = joined(rows);
  }

  /** Rows from a first to a last one, both from 1 on, as users count. */
  public record Span(int first, int last) {

    /**
     * A stretch of rows.
     *
     * @throws IllegalArgumentException if there are none such
     */
    public Span {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("expected rows from 1 on, got " + first + "–" + last);
      }
    }

    String text() {
      return first == last ? String.valueOf(first) : first + "–" + last;
    }
  }

  private static List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>();
    for (var span : spans.stream().sorted(Comparator.comparingInt(Span::first)).toList()) {
      if (!joined.isEmpty() && span.first() <= joined.getLast().last() + 1L) {
        var before = joined.removeLast();
        joined.add(new Span(before.first(), Math.max(before.last(), span.last())));
      } else {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }

  /**
   * Rows as they are written: {@code 12, 51–60}.
   *
   * @return nothing where it is no list of row numbers
   */
  public static Optional<List<Span>> parseRows(String text) {
    var spans = new ArrayList<Span>();
    var plain = text.replace('–', '-').replace('—', '-').replace(" -", "-").replace("- ", "-");
    try {
      for (var part : SEPARATOR.split(plain, -1)) {
        var ends = part.split("-", 2);
        if (!part.isEmpty()) {
          spans.add(new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
        }
      }
      return Optional.of(joined(spans));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** All of it as it is written in every language: {@code 12, 51–60; age > 120}. */
  public String text() {
    return Stream.of(rowsText(), where == null ? "" : where.text())
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** The rows as users write them; empty for none. */
  public String rowsText() {
    return rows.stream().map(Span::text).collect(Collectors.joining(", "));
  }

  /** The same with other rows by their numbers. */
  public RowFilter withRows(List<Span> rows) {
    return new RowFilter(rows, where);
  }

  /** The same with more rows, from 0 on. Not modified. */
  public RowFilter and(int... more) {
    var spans = IntStream.of(more).mapToObj(row -> new Span(row + 1, row + 1)).toList();
    return and(NONE.withRows(spans));
  }

  /** The same with the numbered rows of another. */
  public RowFilter and(RowFilter other) {
    return withRows(Stream.concat(rows.stream(), other.rows.stream()).toList());
  }

  /** The same without a row, from 0 on, among those that are named by their numbers. */
  public RowFilter without(int row) {
    var left = new ArrayList<Span>();
    for (var span : rows) {
      if (span.first() <= row) {
        left.add(new Span(span.first(), Math.min(span.last(), row)));
      }
      if (span.last() > row + 1) {
        left.add(new Span(Math.max(span.first(), row + 2), span.last()));
      }
    }
    return withRows(left);
  }

  public RowFilter withWhere(@Nullable Condition where) {
    return new RowFilter(rows, where);
  }

  /** Whether a row of a table, from 0 on, is left out. */
  public IntPredicate on(Table table) {
    var numbered = new BitSet();
    for (var span : rows) {
      var end = Math.min(span.last(), table.rows());
      numbered.set(Math.min(span.first() - 1, end), end);
    }
    var column = where == null ? null : table.column(where.column());
    IntPredicate holds = column == null || where == null ? _ -> false : where.on(column);
    return row -> numbered.get(row) || holds.test(row);
  }

  /** What keeps it from being applied to a table. */
  List<Problem> problems(Table table) {
    var problems = new ArrayList<Problem>();
    var last = rows.isEmpty() ? 0 : rows.getLast().last();
    if (last > table.rows()) {
      problems.add(Problem.of("data.leftOut.row", COMPONENT + ".rows", table.rows(), last));
    }
    if (where != null) {
      problems.addAll(where.problems(table));
    }
    return problems;
  }

  /**
   * A comparison of each row's value in a column with one value. A missing value is nothing but
   * missing: no other comparison holds for it.
   *
   * @param value a number where the column has numbers; empty where the comparison needs none
   */
  public record Condition(String column, Comparison comparison, String value) {

    private static final String VALUE = COMPONENT + ".where.value";

    /** As it is written in every language. */
    public String text() {
      return column + " " + comparison.sign + (value.isEmpty() ? "" : " " + value);
    }

    /** As a command line writes it: {@code age>120}, {@code age=?} where it is missing. */
    public String option() {
      return column + comparison.sign + value;
    }

    /**
     * A condition that a command line gives.
     *
     * @param names those of the table's columns; one may hold a sign itself
     * @return nothing where it begins with none of them, or no comparison follows
     */
    public static Optional<Condition> parse(String given, Collection<String> names) {
      return names.stream()
          .filter(given::startsWith)
          .sorted(Comparator.comparingInt(String::length).reversed())
          .flatMap(name -> parse(name, given.substring(name.length()).strip()).stream())
          .findFirst();
    }

    private static Optional<Condition> parse(String column, String rest) {
      return Stream.of(Comparison.values())
          .filter(it -> it == Comparison.MISSING ? rest.equals(it.sign) : rest.startsWith(it.sign))
          .max(Comparator.comparingInt(it -> it.sign.length()))
          .map(it -> new Condition(column, it, rest.substring(it.sign.length()).strip()));
    }

    private List<Problem> problems(Table table) {
      var column = table.column(this.column);
      if (column == null) {
        var names = CategoryIndex.listed(table.columns().stream().map(Column::name).toList());
        return List.of(
            Problem.of("data.leftOut.column", COMPONENT + ".where.column", names, this.column));
      }
      var needsNumber = column instanceof NumberColumn && comparison != Comparison.CONTAINS;
      if (comparison == Comparison.MISSING
          || !(value.isEmpty() || (needsNumber && Double.isNaN(number(value))))) {
        return List.of();
      }
      var place = Place.column(column.name());
      var isOther = needsNumber && !value.isEmpty();
      var key = isOther ? "data.leftOut.number" : "data.leftOut.value";
      return List.of(new Problem(key, VALUE, place, null, value));
    }

    private static double number(String text) {
      return NumberParser.parse(text.strip().replace('−', '-'));
    }

    private IntPredicate on(Column of) {
      return switch (of) {
        case Column any when comparison == Comparison.MISSING -> any::isMissing;
        case Column _ when value.isEmpty() -> _ -> false;
        case NumberColumn numbers when comparison == Comparison.CONTAINS ->
            row -> !numbers.isMissing(row) && numbers.text(row).contains(value);
        case NumberColumn numbers -> {
          var number = number(value);
          yield row -> !numbers.isMissing(row) && comparison.holds(numbers.value(row), number);
        }
        case TextColumn texts -> {
          var names = texts.categories().stream().filter(it -> holds(it, texts));
          var held = names.collect(Collectors.toSet());
          yield row -> held.contains(texts.text(row));
        }
      };
    }

    /** Texts are compared as numbers where both are some, and by their characters otherwise. */
    private boolean holds(String text, TextColumn column) {
      var own = column.numberOf(text);
      var number = column.numberOf(value);
      return comparison == Comparison.CONTAINS
          ? text.contains(value)
          : (Double.isNaN(own) || Double.isNaN(number))
              ? comparison.holds(text.compareTo(value))
              : comparison.holds(own, number);
    }
  }

  /** How a row's value stands to the one of a condition. */
  public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    /** Anywhere in the text. */
    CONTAINS("~"),
    /** Nothing stands there. */
    MISSING("=?");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    private boolean holds(double own, double value) {
      return holds(Double.compare(own + 0.0, value + 0.0));
    }

    private boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case GREATER -> order > 0;
        case AT_LEAST -> order >= 0;
        case CONTAINS, MISSING -> false;
      };
    }
  }
}
