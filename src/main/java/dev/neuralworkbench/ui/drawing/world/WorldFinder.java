package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Wish;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the world that a preparation makes of a table: at once for a small table, in the background
 * for a large one. The last wish counts.
 */
public final class WorldFinder {

  /** Cells of a table that are looked through in a few milliseconds. */
  private static final long FEW_CELLS = 200_000;

  /**
   * What is asked for.
   *
   * @param preprocessor the one of a trained model; null to learn it from the training rows
   */
  public record Subject(Table table, Preparation preparation, @Nullable Preprocessor preprocessor) {

    World world() {
      var rows = RowSplit.of(preparation, table);
      var schema =
          preprocessor == null
              ? Preprocessor.fit(preparation, table, rows.training())
              : preprocessor;
      return new World(
          table,
          schema,
          new World.Rows(rows.training()),
          new World.Rows(rows.validation()),
          new World.Rows(rows.test()));
    }

    boolean isSmall() {
      return (long) table.rows() * table.columns().size() <= FEW_CELLS;
    }

    /** Whether the table has the columns that a trained model needs. */
    boolean fits() {
      return preprocessor == null
          || (preprocessor.problems(table).isEmpty()
              && preparation.problems(table).isEmpty()
              && table.column(preprocessor.target().name()) != null
              && preprocessor.targetProblems(table).isEmpty());
    }
  }

  private final Wish wish;
  private final Consumer<@Nullable World> found;
  private @Nullable Subject last;

  /** A finder without a wish. */
  public WorldFinder(BackgroundTasks tasks, Consumer<@Nullable World> found) {
    wish = Wish.seen(tasks, "live.job.picture");
    this.found = found;
  }

  /** Finds a world, if it is another one than the last; null for none. */
  public void find(@Nullable Subject subject) {
    if (subject == null ? last == null : subject.equals(last)) {
      return;
    }
    last = subject;
    wish.forget();
    if (subject == null) {
      found.accept(null);
    } else if (subject.isSmall()) {
      found.accept(world(subject));
    } else {
      found.accept(null);
      wish.ask(_ -> Optional.ofNullable(world(subject)), world -> found.accept(world.orElse(null)));
    }
  }

  private static @Nullable World world(Subject subject) {
    return subject.fits() ? subject.world() : null;
  }
}
