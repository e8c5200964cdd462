package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
