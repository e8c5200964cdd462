package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Reads data otherwise than was guessed: looked at before, or once more afterwards. */
public final class ReadingCommands {

  private final Workspace workspace;
  private final FileCommands files;
  private final ReadTables tables;
  private final BackgroundTasks tasks;
  private final Dialogs dialogs;
  private final FileListener listener;
  private Job again = new Job("job.readData");

  public ReadingCommands(
      Workspace workspace,
      FileCommands files,
      ReadTables tables,
      WindowServices services,
      FileListener listener) {
    this.workspace = workspace;
    this.files = files;
    this.tables = tables;
    tasks = services.tasks();
    dialogs = services.dialogs();
    this.listener = listener;
  }

  public void previewData() {
    dialogs.openData().ifPresent(file -> listener.preview(file, ReadingChoices.NONE));
  }

  public void changeReading() {
    withItsFile(file -> listener.preview(file, data().source().choices()));
  }

  public void changeReading(UnaryOperator<ReadingChoices> change) {
    withItsFile(file -> readAgain(file, change.apply(data().source().choices())));
  }

  /** The file of the open table; asked for where it is gone, or was read by an earlier window. */
  private void withItsFile(Consumer<Path> use) {
    tables.fileOf(data()).filter(Files::isRegularFile).or(dialogs::openData).ifPresent(use);
  }

  /** Reads a data file as it was chosen: the open one once more, or another in its place. */
  public void read(Path file, ReadingChoices choices) {
    if (data().table() != null && tables.isOf(data(), file)) {
      readAgain(file, choices);
    } else {
      files.openTable(file, choices);
    }
  }

  /** A step, which keeps what can be kept; unless something else was opened meanwhile. */
  private void readAgain(Path file, ReadingChoices choices) {
    var open = data();
    again.cancel();
    var problems = choices.problems();
    if (!problems.isEmpty()) {
      files.outcome.failed(file, choices, new TableFormatException(problems.getFirst()));
      return;
    }
    again =
        tasks.submit(
            "job.readData",
            progress -> tables.read(file, choices, progress),
            read -> {
              if (data().hash().equals(open.hash())) {
                workspace.edit("command.readAgain", document -> Rereading.of(document, read));
                files.outcome.opened(read.data());
                listener.used(file);
              }
            },
            e -> files.outcome.failed(file, choices, e));
  }

  private DataReference data() {
    return workspace.document().get().data();
  }

  private static final class Rereading {

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
}
