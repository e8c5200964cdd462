package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A document whose table was read once more, otherwise: what can be kept of it is. */
final class Rereading {

  private Rereading() {}

  /**
   * The document with the table of another, which was opened from the same file. Of the same
   * columns all choices stay; otherwise those for columns that are still there and hold what they
   * held, and the rest begins anew.
   */
  static Document of(Document before, Document read) {
    if (before.data().columns().equals(read.data().columns())) {
      return before.withOtherData(read.data());
    }
    var table = Objects.requireNonNull(read.data().table(), "just read");
    var preparation = kept(before, read, table);
    var draft =
        preparation.problems(table).isEmpty()
            ? Defaults.experiment(preparation, table)
            : read.draft();
    return read.withDraft(draft).withRuns(before.runs());
  }

  private static Preparation kept(Document document, Document read, Table table) {
    var old = document.draft().preparation();
    Map<DataReference.ColumnSchema, ColumnPlan> plans = new HashMap<>();
    for (var i = 0; i < old.columns().size(); i++) {
      plans.put(document.data().columns().get(i), old.columns().get(i));
    }
    var target = old.target().map(ColumnPlan::name).map(table::indexOf).orElse(-1);
    var fresh = read.draft().preparation();
    var chosen = target < 0 ? fresh : fresh.withRole(target, ColumnRole.TARGET, table);
    var columns = new ArrayList<ColumnPlan>();
    for (var i = 0; i < table.columns().size(); i++) {
      var now = chosen.columns().get(i);
      var before = plans.get(read.data().columns().get(i));
      // There is one target, and it is settled already.
      var isOther =
          before == null
              || (now.role() == ColumnRole.TARGET) != (before.role() == ColumnRole.TARGET);
      columns.add(isOther ? now : before);
    }
    var by = old.split().by();
    var index = by == null ? -1 : table.indexOf(by.column());
    var divides = index >= 0 && columns.get(index).role() != ColumnRole.TARGET;
    var split = divides ? old.split() : old.split().withBy(null);
    return old.withColumns(columns).withSplit(split);
  }
}
