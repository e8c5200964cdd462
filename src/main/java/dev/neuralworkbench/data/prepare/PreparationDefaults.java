package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The choices for a new table. The last column that has a value is the target; of images it is the
 * first, where the class stands before them, as tables of MNIST have it. A target of whole numbers
 * with at most 20 different values, each at least twice, is a class; so is a target of text.
 * Columns that only name their rows are ignored, and so are dates of many days. Below 20 rows
 * nothing is held out, below 3,000 no validation rows: so few would say little, and every row
 * counts for learning.
 */
final class PreparationDefaults {

  /** Largest count of different whole numbers that are still read as classes. */
  static final int MOST_NUMBERED_CLASSES = 20;

  /** Of images behind their class; fewer columns may be as many as a square by chance. */
  private static final int LEAST_SIDE = 8;

  /** Fewest rows of which some are held out. */
  static final int FEWEST_ROWS_TO_SPLIT = 20;

  /** Fewest rows of which some are held out for validation. */
  private static final int FEWEST_ROWS_TO_VALIDATE = 3_000;

  /** Above this count a text column whose values hardly repeat is taken for names of rows. */
  private static final int MANY_CATEGORIES = 100;

  private static final Set<String> COUNTER_NAMES = Set.of("id", "index", "row", "no", "nr", "#");

  private PreparationDefaults() {}

  static List<ColumnPlan> plans(Table table) {
    var plans =
        new ArrayList<ColumnPlan>(
            table.columns().stream().map(PreparationDefaults::input).toList());
    var target = targetIndex(table);
    plans.set(target, target(table.column(target)));
    if (hasUnnamedCounter(table)) {
      plans.set(0, plans.get(0).withRole(ColumnRole.IGNORED));
    }
    if (plans.stream().noneMatch(plan -> plan.role() == ColumnRole.INPUT)) {
      plans.replaceAll(
          plan -> plan.role() == ColumnRole.IGNORED ? plan.withRole(ColumnRole.INPUT) : plan);
    }
    return plans;
  }

  private static int targetIndex(Table table) {
    var last = table.columns().size() - 1;
    while (last > 0 && table.column(last).missing() == table.rows()) {
      last--;
    }
    return isClassOfPixels(table, last) ? 0 : last;
  }

  /** Whether the first column is the class, and those behind it a square whose corner is empty. */
  private static boolean isClassOfPixels(Table table, int last) {
    var side = (int) Math.rint(Math.sqrt(last));
    return side >= LEAST_SIDE
        && side * side == last
        && table.columns().subList(1, last).stream().allMatch(NumberColumn.class::isInstance)
        && table.column(last) instanceof NumberColumn corner
        && corner.min() == corner.max()
        && table.column(0) instanceof NumberColumn first
        && first.min() < first.max()
        && isClass(first);
  }

  static Split split(int rows) {
    if (rows < FEWEST_ROWS_TO_SPLIT) {
      return Split.NONE;
    }
    return rows < FEWEST_ROWS_TO_VALIDATE ? Split.DEFAULT.withValidation(0) : Split.DEFAULT;
  }

  /** The lack of a category may tell as much as one does, and is none of the others. */
  static MissingValues missing(Table table) {
    return table.columns().stream().anyMatch(it -> it instanceof TextColumn && it.missing() > 0)
        ? MissingValues.OWN
        : MissingValues.MEAN;
  }

  static ColumnPlan target(Column column) {
    var kind =
        switch (column) {
          case TextColumn text -> ColumnKind.CATEGORY;
          case NumberColumn numbers -> isClass(numbers) ? ColumnKind.CATEGORY : ColumnKind.NUMBER;
        };
    return new ColumnPlan(column.name(), ColumnRole.TARGET, kind);
  }

  /** The plan of a column as an input, or ignored if it tells nothing but which row it is. */
  static ColumnPlan input(Column column) {
    return switch (column) {
      case TextColumn text ->
          new ColumnPlan(
              text.name(),
              namesRows(text) ? ColumnRole.IGNORED : ColumnRole.INPUT,
              isDate(text) && TimeOrder.dates(text).isPresent()
                  ? ColumnKind.DATE
                  : ColumnKind.CATEGORY);
      case NumberColumn numbers ->
          new ColumnPlan(
              numbers.name(),
              countsRows(numbers) || numbers.missing() == numbers.rows()
                  ? ColumnRole.IGNORED
                  : ColumnRole.INPUT,
              ColumnKind.NUMBER);
    };
  }

  private static boolean isClass(NumberColumn numbers) {
    if (!numbers.isWhole() || numbers.missing() == numbers.rows()) {
      return false;
    }
    return numbers
        .counts(MOST_NUMBERED_CLASSES)
        .map(counts -> counts.values().stream().allMatch(count -> count >= 2))
        .orElse(false);
  }

  static boolean namesRows(TextColumn text) {
    var present = text.rows() - text.missing();
    var categories = text.categories().size();
    return categories == present
        || (categories > MANY_CATEGORIES && (categories > present / 2 || isDate(text)));
  }

  /** A category a day tells nothing of the days to come. */
  private static boolean isDate(TextColumn text) {
    return text.categories().stream().limit(MANY_CATEGORIES).allMatch(TimeOrder::isDate);
  }

  /** A first column without a name beside named ones, as some programs write row numbers. */
  static boolean hasUnnamedCounter(Table table) {
    return table.columns().size() > 2
        && table.column(0) instanceof NumberColumn numbers
        && numbers.name().equals(ColumnNames.generated(0))
        && !table.column(1).name().equals(ColumnNames.generated(1))
        && countsUp(numbers);
  }

  /** A row number written along: counts up by one, and is called so. */
  static boolean countsRows(NumberColumn numbers) {
    return COUNTER_NAMES.contains(numbers.name().toLowerCase(Locale.ROOT)) && countsUp(numbers);
  }

  private static boolean countsUp(NumberColumn numbers) {
    return IntStream.range(1, numbers.rows())
        .allMatch(row -> numbers.value(row) == numbers.value(row - 1) + 1);
  }
}
