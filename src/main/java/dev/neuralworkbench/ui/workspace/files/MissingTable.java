package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The table of a model that was opened without its rows: asked for, or found where it may be. */
public final class MissingTable {

  private final Workspace workspace;
  private final ReadTables tables;
  private final Outcome outcome;
  private final WindowServices services;
  private final FileListener listener;
  private final Runnable openData;
  private Job reading = new Job("job.readData");

  MissingTable(
      Workspace workspace,
      ReadTables tables,
      Outcome outcome,
      WindowServices services,
      FileListener listener,
      Runnable openData) {
    this.openData = openData;
    this.workspace = workspace;
    this.tables = tables;
    this.outcome = outcome;
    this.services = services;
    this.listener = listener;
  }

  public void ask() {
    if (workspace.document().get().data().source() instanceof DataSource.Elsewhere) {
      openData.run(); // Any table may be that of another program's model.
      return;
    }
    var dialogs = services.dialogs();
    var isFolder = workspace.document().get().data().isFolder();
    (isFolder ? dialogs.openPictures() : dialogs.openData())
        .ifPresent(
            file ->
                read(
                    file,
                    read -> {
                      if (workspace.bring(read.data())) {
                        outcome.opened(read.data());
                        listener.used(file);
                      } else {
                        var wanted = workspace.document().get().data().name();
                        services.complain("error.otherData", file.getFileName(), wanted);
                      }
                    },
                    e -> outcome.failed(file, choices(), e)));
  }

  /**
   * Looks among the files used last for the table of a document that was restored without it, and
   * puts it to the model. A file of its name that has other rows by now is told of; nothing is said
   * where there is none.
   */
  public void find() {
    var data = workspace.document().get().data();
    if (data.table() == null) {
      find(
          named(data.name(), listener.recent().stream()),
          () -> services.complain("error.changedData", data.name()));
    }
  }

  /** Looks for it beside an opened model first, where it was saved from or sent with. */
  void findBeside(Path model) {
    var data = workspace.document().get().data();
    if (data.table() == null && !(data.source() instanceof DataSource.Elsewhere)) {
      // A model may come from a stranger: what it calls its data leads to no other folder.
      var fileName = data.name().replaceAll("[/\\\\:\\x00]", "_");
      var beside = model.toAbsolutePath().resolveSibling(fileName).normalize();
      find(
          named(data.name(), Stream.concat(Stream.of(beside), listener.recent().stream())),
          () -> {});
    }
  }

  private static List<Path> named(String name, Stream<Path> files) {
    return files
        .filter(file -> name.equals(String.valueOf(file.getFileName())))
        .filter(file -> Files.isRegularFile(file) || Files.isDirectory(file))
        .filter(Files::isReadable)
        .distinct()
        .toList();
  }

  /** The newest first; several folders may have files of one name. */
  private void find(List<Path> candidates, Runnable noneIs) {
    if (candidates.isEmpty()) {
      return;
    }
    var others = candidates.subList(1, candidates.size());
    read(
        candidates.getFirst(),
        read -> {
          if (workspace.bring(read.data())) {
            return;
          }
          if (others.isEmpty()) {
            noneIs.run();
          }
          find(others, noneIs);
        },
        // Nobody asked for this file.
        _ -> find(others, noneIs));
  }

  private void read(Path file, Consumer<Document> read, Consumer<? super Exception> failed) {
    var known = workspace.document().get().data();
    reading =
        services
            .tasks()
            .submit("job.readData", progress -> tables.read(file, known, progress), read, failed);
  }

  private ReadingChoices choices() {
    return workspace.document().get().data().source().choices();
  }

  void cancel() {
    reading.cancel();
  }
}
