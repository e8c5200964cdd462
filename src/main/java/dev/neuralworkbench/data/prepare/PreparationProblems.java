package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

final class PreparationProblems {

  /** Most numbers that one row may become. */
  static final int MOST_INPUTS = 65_536;

  /** Most classes of a target: whoever evaluates them counts each against each. */
  static final int MOST_CLASSES = 1000;

  private static final String COLUMNS = "preparation.columns";
  private static final String FEATURES = "preparation.features";
  private static final String TARGET = "preparation.target";
  private static final String BY = "preparation.split.by.column";

  private final Preparation preparation;
  private Table table;
  private final List<Problem> problems = new ArrayList<>();

  private PreparationProblems(Preparation preparation, Table table) {
    this.preparation = preparation;
    this.table = table;
  }

  static List<Problem> of(Preparation preparation, Table table) {
    var check = new PreparationProblems(preparation, table);
    if (check.columnsMatch()) {
      check.table = preparation.cleaned(table);
      check.problems.addAll(preparation.filter().problems(check.table));
      check.columns();
      check.inputs();
      check.features();
      check.target();
      check.rows();
    }
    return List.copyOf(check.problems);
  }

  private void add(
      String key,
      String component,
      Place place,
      @Nullable Object expected,
      @Nullable Object found) {
    problems.add(new Problem(key, component, place, expected, found));
  }

  private boolean columnsMatch() {
    var planned = preparation.columns().stream().map(ColumnPlan::name).toList();
    var present = table.columns().stream().map(Column::name).toList();
    if (!planned.equals(present)) {
      problems.add(
          Problem.of(
              "data.columns.differ",
              COLUMNS,
              CategoryIndex.listed(planned),
              CategoryIndex.listed(present)));
    }
    return problems.isEmpty();
  }

  private void columns() {
    for (var i = 0; i < table.columns().size(); i++) {
      var plan = preparation.columns().get(i);
      var component = COLUMNS + "[" + i + "]";
      if (plan.role() != ColumnRole.IGNORED && plan.kind() == ColumnKind.NUMBER) {
        number(table.column(i), component);
      } else if (plan.role() != ColumnRole.IGNORED && plan.kind() == ColumnKind.DATE) {
        date(table.column(i), plan.role(), component);
      }
    }
  }

  private void date(Column column, ColumnRole role, String component) {
    var isDate = column instanceof TextColumn text && TimeOrder.dates(text).isPresent();
    if (!isDate || role == ColumnRole.TARGET) {
      var key = isDate ? "data.target.date" : "data.column.notDate";
      var place = Place.column(column.name());
      add(key, component, place, null, firstText(column));
    }
  }

  private void number(Column column, String component) {
    switch (column) {
      case TextColumn text -> {
        var row = firstNonNumber(text);
        if (row < 0) {
          add("data.column.units", component, Place.column(text.name()), null, null);
        } else {
          var cell = Place.cell(text.name(), row + 1L);
          add("data.cell.notNumber", component, cell, null, text.text(row));
        }
      }
      case NumberColumn numbers -> {
        var found = numbers.max() > Scaling.LARGEST ? numbers.max() : numbers.min();
        if (Math.abs(found) > Scaling.LARGEST) {
          var place = Place.column(numbers.name());
          add("data.column.tooLarge", component, place, Scaling.LARGEST, found);
        }
      }
    }
  }

  /** First row whose text is no number in its file's way; −1 where only the units differ. */
  private static int firstNonNumber(TextColumn text) {
    for (var row = 0; row < text.rows(); row++) {
      if (!MissingMark.isMissing(text.text(row)) && Double.isNaN(text.value(row))) {
        return row;
      }
    }
    return -1;
  }

  private void inputs() {
    var inputs = preparation.inputIndices();
    if (inputs.length == 0) {
      problems.add(Problem.of("data.inputs.none", COLUMNS, 1, 0));
    }
    var width = 0L;
    for (var index : inputs) {
      var column = table.column(index);
      if (column.missing() == column.rows()) {
        add(
            "data.column.allMissing",
            COLUMNS + "[" + index + "]",
            Place.column(column.name()),
            null,
            null);
      }
      width +=
          switch (preparation.columns().get(index).kind()) {
            case NUMBER -> 1;
            case CATEGORY -> categories(column);
            case DATE -> DatePart.values().length;
          };
    }
    width += preparation.engineered().size();
    if (width > MOST_INPUTS) {
      problems.add(Problem.of("data.inputs.tooMany", COLUMNS, MOST_INPUTS, width));
    }
  }

  private void features() {
    for (var feature : preparation.engineered()) {
      for (var name : feature.columns()) {
        var index = table.indexOf(name);
        var plan = index < 0 ? null : preparation.columns().get(index);
        if (plan == null || plan.role() != ColumnRole.INPUT || plan.kind() != ColumnKind.NUMBER) {
          problems.add(Problem.of("data.feature.noNumber", FEATURES, feature.name(), name));
          return;
        }
      }
      // A text that is to be a number is told by its column.
      var numbers =
          feature.columns().stream()
              .map(table::column)
              .filter(NumberColumn.class::isInstance)
              .map(NumberColumn.class::cast)
              .toList();
      if (numbers.size() == feature.columns().size() && isTooLarge(feature, numbers)) {
        problems.add(
            Problem.of("data.feature.tooLarge", FEATURES, Scaling.LARGEST, feature.name()));
      }
    }
  }

  private static boolean isTooLarge(Feature feature, List<NumberColumn> numbers) {
    var largest =
        numbers.stream().mapToDouble(it -> Math.max(Math.abs(it.min()), Math.abs(it.max())));
    return Math.abs(feature.value(largest.toArray())) > Scaling.LARGEST;
  }

  private static int categories(Column column) {
    return switch (column) {
      case TextColumn text -> text.categories().size();
      case NumberColumn numbers ->
          numbers.counts(MOST_INPUTS).map(counts -> counts.size()).orElse(MOST_INPUTS + 1);
    };
  }

  private void target() {
    var index = preparation.targetIndex();
    if (index < 0) {
      problems.add(Problem.of("data.target.none", TARGET, 1, 0));
      return;
    }
    var column = preparation.cases().column(table, index);
    var place = Place.column(column.name());
    var plan = preparation.columns().get(index);
    if (column.missing() == column.rows()) {
      add("data.target.allMissing", TARGET, place, null, null);
    } else if (plan.kind() == ColumnKind.CATEGORY) {
      var classes = categories(column);
      if (classes < 2) {
        add("data.target.oneClass", TARGET, place, 2, firstText(column));
      } else if (table.rows() >= PreparationDefaults.FEWEST_ROWS_TO_SPLIT
          && classes == column.rows() - column.missing()) {
        add(advised("data.target.allDifferent", column), TARGET, place, null, classes);
      } else if (classes > MOST_CLASSES) {
        add(advised("data.target.tooManyClasses", column), TARGET, place, MOST_CLASSES, classes);
      }
    } else if (column instanceof NumberColumn numbers && numbers.min() == numbers.max()) {
      add("data.target.oneValue", TARGET, place, 2, firstText(column));
    }
  }

  /** The sentence that advises to set the column to number, only where that can be done. */
  private static String advised(String key, Column column) {
    return column instanceof NumberColumn ? key : key + ".text";
  }

  private static String firstText(Column column) {
    for (var row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        return column.text(row);
      }
    }
    return "";
  }

  private void rule() {
    var rule = preparation.split().by();
    if (rule == null) {
      return;
    }
    var column = table.column(rule.column());
    if (column == null) {
      problems.add(Problem.of("data.split.noColumn", BY, null, rule.column()));
      return;
    }
    var place = Place.column(column.name());
    if (table.indexOf(rule.column()) == preparation.targetIndex()) {
      add("data.split.target", BY, place, null, null);
      return;
    }
    switch (rule.kind()) {
      case GROUP -> {
        if (categories(column) < 2) {
          add("data.split.oneGroup", BY, place, 2, firstText(column));
        }
      }
      case TIME -> {
        var times = TimeOrder.of(column);
        if (times.isEmpty()) {
          add("data.split.noTime", BY, place, null, firstText(column));
        } else if (DoubleStream.of(times.get()).distinct().limit(2).count() < 2) {
          add("data.split.oneTime", BY, place, 2, firstText(column));
        }
      }
      case PART -> parts(column, place);
    }
  }

  private void parts(Column column, Place place) {
    var names = new LinkedHashSet<String>();
    for (var row : UsableRows.of(preparation, table).rows()) {
      if (!column.isMissing(row)) {
        names.add(column.text(row));
      }
    }
    var other = names.stream().filter(name -> RowPart.named(name).isEmpty()).findFirst();
    var training = Optional.of(RowPart.TRAINING);
    if (other.isPresent()) {
      add("data.split.noPart", BY, place, null, other.get());
    } else if (names.stream().map(RowPart::named).noneMatch(training::equals)) {
      add("data.split.noTraining", BY, place, null, null);
    }
  }

  private void rows() {
    var split = preparation.split().problems();
    problems.addAll(split);
    problems.addAll(Preparation.RARE.problems("preparation.rare", preparation.rareRows()));
    rule();
    if (problems.isEmpty() && UsableRows.of(preparation, table).rows().length == 0) {
      problems.add(Problem.of("data.rows.noneComplete", "preparation.missing", 1, 0));
    }
  }
}
