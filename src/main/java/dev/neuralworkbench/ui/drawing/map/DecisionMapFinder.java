package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RowsToPredict;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Finds a preparation's map of a table, in a job for a large one; the last wish counts. */
public final class DecisionMapFinder {

  /** Cells of a table that are looked through in a few milliseconds. */
  private static final long FEW_CELLS = 150_000;

  /** The preprocessor is a trained model's; null to learn it from the training rows. */
  public record Subject(Table table, Preparation preparation, @Nullable Preprocessor preprocessor) {

    DecisionMap map() {
      var rows = RowSplit.of(preparation, table);
      var schema =
          preprocessor == null
              ? Preprocessor.fit(preparation, table, rows.training())
              : preprocessor;
      return DecisionMap.of(table, schema, rows);
    }

    boolean isSmall() {
      return (long) table.rows() * table.columns().size() <= FEW_CELLS;
    }

    boolean fits() {
      return preprocessor == null
          || (RowsToPredict.problems(preprocessor, table).isEmpty()
              && preparation.problems(table).isEmpty()
              && table.column(preprocessor.target().name()) != null
              && preprocessor.targetProblems(table).isEmpty());
    }
  }

  private final Inquiry<Subject, Optional<DecisionMap>> found;

  public DecisionMapFinder(BackgroundTasks tasks) {
    found = new Inquiry<>(tasks, LatestTask.seen(tasks, "live.job.picture"));
  }

  /** The map of what was asked for last; null while there is none. */
  public ObservableValue<@Nullable DecisionMap> map() {
    return found.map(map -> map.orElse(null));
  }

  public void find(@Nullable Subject subject) {
    if (subject == null) {
      found.forget();
    } else {
      found.ask(
          subject,
          subject.isSmall(),
          _ -> subject.fits() ? Optional.of(subject.map()) : Optional.empty());
    }
  }
}
