package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.model.ExperimentDifference.Change;
import java.util.ArrayList;
import java.util.List;

/** What was changed in the use of the columns: one by one, or in numbers where it is many. */
final class ColumnChanges {

  /** Changes that a sentence can name. */
  private static final int FEW = 4;

  private ColumnChanges() {}

  static void add(
      String path, List<ColumnPlan> before, List<ColumnPlan> after, List<Change> changes) {
    var named = new ArrayList<Change>();
    if (names(before).equals(names(after))) {
      for (var i = 0; i < before.size(); i++) {
        var column = before.get(i);
        ExperimentDifference.walkParts(path + ".", column.name(), column, after.get(i), named);
      }
    }
    if (named.isEmpty() || named.size() > FEW) {
      changes.add(new Change(path, null, inputs(before), inputs(after)));
    } else {
      changes.addAll(named);
    }
  }

  private static List<String> names(List<ColumnPlan> columns) {
    return columns.stream().map(ColumnPlan::name).toList();
  }

  private static int inputs(List<ColumnPlan> columns) {
    return (int) columns.stream().filter(it -> it.role() == ColumnRole.INPUT).count();
  }
}
