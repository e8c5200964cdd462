package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Job;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a preparation makes of its table, again whenever one of them changes: at once for
 * a small table, in the background for a large one.
 */
final class FactsFinder {

  /** Cells of a table that are looked through in a few milliseconds. */
  private static final long FEW_CELLS = 400_000;

  private final BackgroundTasks tasks;
  private final Consumer<DataFacts> found;
  private @Nullable Table table;
  private @Nullable Preparation preparation;
  private @Nullable Job job;

  FactsFinder(BackgroundTasks tasks, Consumer<DataFacts> found) {
    this.tasks = tasks;
    this.found = found;
  }

  /** Finds the facts of the document, if they may have changed. */
  @SuppressWarnings("ReferenceEquality")
  void follow(Document document) {
    var nextTable = document.data().table();
    var next = document.draft().preparation();
    if (nextTable == table && next.equals(preparation)) {
      return;
    }
    table = nextTable;
    preparation = next;
    if (job != null) {
      job.cancel();
      job = null;
    }
    if (nextTable == null) {
      found.accept(DataFacts.unknown(next));
    } else if ((long) nextTable.rows() * nextTable.columns().size() <= FEW_CELLS) {
      found.accept(DataFacts.of(next, nextTable));
    } else {
      found.accept(DataFacts.unknown(next));
      job =
          tasks
              .submit("job.facts", _ -> DataFacts.of(next, nextTable), found, FactsFinder::rethrow)
              .unstoppable();
    }
  }

  private static void rethrow(Exception e) {
    throw new IllegalStateException(e);
  }
}
