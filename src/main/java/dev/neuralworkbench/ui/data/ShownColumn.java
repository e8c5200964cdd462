package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.encode.ColumnSummary;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import java.util.List;

/** What is known of the chosen column; the classes are those that its histogram is stacked by. */
record ShownColumn(int index, String name, ColumnSummary summary, List<String> classes) {

  private static final int MOST_CLASSES = 10;

  /** What the answer depends on; a target of −1 for none. */
  record Question(int index, ColumnKind kind, int target, boolean classes) {

    static Question of(int index, Preparation preparation) {
      var target = preparation.targetIndex();
      return new Question(
          index,
          preparation.columns().get(index).kind(),
          target,
          target >= 0 && preparation.columns().get(target).kind() == ColumnKind.CATEGORY);
    }
  }

  static ShownColumn of(Question question, Table table) {
    var column = table.column(question.index);
    if (question.kind == ColumnKind.CATEGORY || !(column instanceof NumberColumn numbers)) {
      return new ShownColumn(
          question.index, column.name(), ColumnSummary.categories(column), List.of());
    }
    var classes = question.classes ? classes(table, question.target) : List.<String>of();
    var groups =
        classes.isEmpty()
            ? ColumnSummary.oneGroup(table.rows())
            : ColumnSummary.groups(table.column(question.target), classes);
    return new ShownColumn(
        question.index,
        column.name(),
        ColumnSummary.numbers(numbers, groups, classes.size() + 1),
        classes);
  }

  private static List<String> classes(Table table, int target) {
    var names = ColumnSummary.categories(table.column(target)).names();
    return names.size() <= MOST_CLASSES ? names : List.of();
  }
}
