package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a preparation makes of its table: of a large one found out beside the window. */
final class FactsFinder {

  /** Cells of a table that are looked through in a few milliseconds. */
  private static final long FEW_CELLS = 200_000;

  private final BackgroundTasks tasks;
  private final LatestTask wish;
  private final Consumer<DataFacts> late;
  private @Nullable Table table;
  private @Nullable Preparation preparation;
  private @Nullable DataFacts facts;
  private boolean following;

  FactsFinder(BackgroundTasks tasks, Consumer<DataFacts> late) {
    this.tasks = tasks;
    this.late = late;
    wish = LatestTask.seen(tasks, "job.facts").unstoppable();
  }

  DataFacts follow(Document document) {
    var nextTable = document.data().table();
    var next = document.draft().preparation();
    if (facts != null && Same.is(nextTable, table) && next.equals(preparation)) {
      return facts;
    }
    table = nextTable;
    preparation = next;
    wish.forget();
    facts = DataFacts.unknown(next);
    following = true;
    if (nextTable != null) {
      if ((long) nextTable.rows() * nextTable.columns().size() <= FEW_CELLS) {
        facts = DataFacts.of(next, nextTable);
      } else {
        wish.ask(
            _ -> DataFacts.of(next, nextTable),
            this::found,
            tasks.complainAfter(() -> found(DataFacts.failed(next))));
      }
    }
    following = false;
    return facts;
  }

  private void found(DataFacts found) {
    facts = found;
    if (!following) {
      late.accept(found);
    }
  }
}
