package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.files.ReadTables;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** How a file would be read, apart from the document until it is read so. */
public final class PreviewViewModel {

  private final BackgroundTasks tasks;
  private final BiConsumer<Path, ReadingChoices> read;
  private final LatestTask wish;
  public final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  /** The file; the last one while none is looked at. */
  final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();

  final ReadOnlyObjectWrapper<ReadingChoices> choices =
      new ReadOnlyObjectWrapper<>(ReadingChoices.NONE);

  /** Its first rows, as the choices have them; null while they are none or not known. */
  final ReadOnlyObjectWrapper<@Nullable Table> table = new ReadOnlyObjectWrapper<>();

  /** How the rows were read last; stays while choices make no table. */
  final ReadOnlyObjectWrapper<@Nullable ReadingReport> reading = new ReadOnlyObjectWrapper<>();

  final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** The first lines as they stand, where they make no table; empty otherwise. */
  final ReadOnlyStringWrapper lines = new ReadOnlyStringWrapper("");

  /** Before any file; {@code read} opens the one that is wanted, as it was chosen. */
  public PreviewViewModel(BackgroundTasks tasks, BiConsumer<Path, ReadingChoices> read) {
    this.tasks = tasks;
    this.read = read;
    wish = LatestTask.seen(tasks, "job.preview");
  }

  public void begin(Path next, ReadingChoices first) {
    file.set(next);
    reading.set(null);
    show(new Found(null, null, ""));
    choices.set(first);
    open.set(true);
    find();
  }

  void change(UnaryOperator<ReadingChoices> change) {
    var next = change.apply(choices.get());
    if (!next.equals(choices.get())) {
      choices.set(next);
      find();
    }
  }

  void forget() {
    change(_ -> ReadingChoices.NONE);
  }

  public void cancel() {
    wish.forget();
    open.set(false);
  }

  void use() {
    var chosen = file.get();
    if (chosen != null && table.get() != null) {
      cancel();
      read.accept(chosen, choices.get());
    }
  }

  private void find() {
    var looked = file.get();
    var asked = choices.get();
    var wrong = asked.problems();
    if (looked == null || !wrong.isEmpty()) {
      wish.forget();
      table.set(null);
      problem.set(wrong.isEmpty() ? null : wrong.getFirst());
      return;
    }
    wish.ask(progress -> look(looked, asked, progress), this::show, this::failed);
  }

  private static Found look(Path file, ReadingChoices choices, Progress progress) {
    try {
      return new Found(ReadTables.firstRows(file, choices, progress), null, "");
    } catch (TableFormatException e) {
      return new Found(null, e.problem(), TableReader.firstLines(file, choices));
    }
  }

  private void show(Found found) {
    if (found.rows == null) {
      table.set(null);
    }
    problem.set(found.wrong);
    lines.set(found.lines);
    if (found.rows != null) {
      reading.set(found.rows.reading());
      table.set(found.rows);
    }
  }

  private void failed(Exception e) {
    show(new Found(null, null, ""));
    tasks.complain();
  }

  /** The first rows; else why there are none, and the lines as they stand. */
  private record Found(@Nullable Table rows, @Nullable Problem wrong, String lines) {}
}
