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
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

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
    var plain = text.replace('–', '-').replace('—', '-');
    for (var part : SEPARATOR.split(plain.replace(" -", "-").replace("- ", "-"), -1)) {
      var match = SPAN.matcher(part);
      if (part.isEmpty()) {
        continue;
      }
      if (!match.matches()) {
        return Optional.empty();
      }
      var first = Integer.parseInt(match.group(1));
      var last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
      if (first < 1 || last < first) {
        return Optional.empty();
      }
      spans.add(new Span(first, last));
    }
    return Optional.of(joined(spans));
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
    var spans = new ArrayList<>(rows);
    for (var row : more) {
      spans.add(new Span(row + 1, row + 1));
    }
    return withRows(spans);
  }

  /** The same with the numbered rows of another. */
  public RowFilter and(RowFilter other) {
    return withRows(Stream.concat(rows.stream(), other.rows.stream()).toList());
  }

  /** The same without a row, from 0 on, among those that are named by their numbers. */
  public RowFilter without(int row) {
    var number = row + 1;
    var spans = new ArrayList<Span>();
    for (var span : rows) {
      if (number < span.first() || number > span.last()) {
        spans.add(span);
        continue;
      }
      if (span.first() < number) {
        spans.add(new Span(span.first(), number - 1));
      }
      if (number < span.last()) {
        spans.add(new Span(number + 1, span.last()));
      }
    }
    return withRows(spans);
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
      if (rest.equals(Comparison.MISSING.sign)) {
        return Optional.of(new Condition(column, Comparison.MISSING, ""));
      }
      return Stream.of(Comparison.values())
          .filter(it -> it != Comparison.MISSING && rest.startsWith(it.sign))
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
      var key = needsNumber ? "data.leftOut.number" : "data.leftOut.value";
      return List.of(new Problem(key, VALUE, place, null, value));
    }

    private static double number(String text) {
      return NumberParser.parse(text.strip().replace('−', '-'));
    }

    private IntPredicate on(Column of) {
      if (comparison == Comparison.MISSING) {
        return of::isMissing;
      }
      return switch (of) {
        case NumberColumn numbers when comparison == Comparison.CONTAINS ->
            row -> !numbers.isMissing(row) && numbers.text(row).contains(value);
        case NumberColumn numbers -> {
          var holds = comparison.numbers(number(value));
          yield row -> holds.test(numbers.value(row));
        }
        case TextColumn texts -> {
          var holds = texts(texts);
          var ofCode = new boolean[texts.categories().size()];
          for (var code = 0; code < ofCode.length; code++) {
            ofCode[code] = holds.test(texts.categories().get(code));
          }
          yield row -> !texts.isMissing(row) && ofCode[texts.code(row)];
        }
      };
    }

    /** Texts are compared as numbers where both are some, and by their characters otherwise. */
    private Predicate<String> texts(TextColumn column) {
      if (comparison == Comparison.CONTAINS) {
        return text -> text.contains(value);
      }
      var number = column.numberOf(value);
      var numbers = comparison.numbers(number);
      return text -> {
        var own = Double.isNaN(number) ? Double.NaN : column.numberOf(text);
        return Double.isNaN(own) ? comparison.holds(text.compareTo(value)) : numbers.test(own);
      };
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

    private static final Set<Comparison> OF_ORDER = Set.of(LESS, AT_MOST, GREATER, AT_LEAST);

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** As a command line writes it. */
    public String sign() {
      return sign;
    }

    /** Whether it needs an order, and not only to know what is the same. */
    public boolean isOfOrder() {
      return OF_ORDER.contains(this);
    }

    /** Of NaN, which is missing, none holds. */
    private DoublePredicate numbers(double value) {
      return own -> !Double.isNaN(own) && holds(Double.compare(own + 0.0, value + 0.0));
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
