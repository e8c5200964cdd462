package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.exchange.onnx.OnnxException;
import dev.neuralworkbench.exchange.onnx.OnnxImport;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Work;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens data and models, by dialog, drop or argument. Reading happens in the background; a file
 * that cannot be read gets a sentence and changes nothing.
 */
public final class FileCommands {

  private final Workspace workspace;
  private final Requests requests;
  private final WindowServices services;
  private final BackgroundTasks tasks;
  private final FileListener listener;
  private final ReadTables tables;
  public final MissingTable missing;

  /** The model of another program that was opened last: a table that is opened next may be its. */
  private volatile @Nullable OnnxImport imported;

  final Outcome outcome;

  public FileCommands(
      Workspace workspace,
      Requests requests,
      ReadTables tables,
      WindowServices services,
      FileListener listener) {
    this.workspace = workspace;
    this.requests = requests;
    this.tables = tables;
    this.services = services;
    tasks = services.tasks();
    this.listener = listener;
    outcome = new Outcome(services, listener);
    missing = new MissingTable(workspace, tables, outcome, services, listener, this::openData);
  }

  public void openData() {
    services.dialogs().openData().ifPresent(file -> openTable(file, choices(file, data())));
  }

  public void openPictures() {
    services.dialogs().openPictures().ifPresent(folder -> openTable(folder, ReadingChoices.NONE));
  }

  public void openModel() {
    services
        .dialogs()
        .openModel()
        .ifPresent(
            file -> choose(file, ReadingChoices.NONE, it -> readModel(file, Optional.empty(), it)));
  }

  public void choose(Path file) {
    requests.choose(turn -> open(turn, List.of(file)));
  }

  public void openSample(Sample sample) {
    replaceBy(null, _ -> Document.of(sample), this::show);
  }

  /** Opens a network with given weights, to be worked out by hand; its table gets a name. */
  public void openWorked(WorkedNetwork network, String name) {
    replaceBy(
        null,
        _ -> network.document(name),
        document -> {
          workspace.open("command.openWorked", document);
          listener.openedLesson();
          outcome.opened(network);
        });
  }

  /** Opens a table that was typed or pasted as text; it is kept inside the model's file. */
  public void openTyped(TypedText typed) {
    replaceBy(typed, _ -> Document.of(DataReference.ofTyped(typed.parse())), this::show);
  }

  /**
   * Opens files that were dropped or named on the command line, the last of each kind: a model and
   * data together, and the model answers their rows. One that cannot be read gives way to the
   * others. Files that are not opened are told of. What was handed over before is opened before.
   *
   * @param files none is allowed
   */
  public void open(List<Path> files) {
    if (!files.isEmpty()) {
      requests.add(turn -> open(turn, files));
    }
  }

  private void open(Requests.Turn turn, List<Path> files) {
    var data = data();
    var there = files.stream().filter(Files::isReadable).toList();
    var first = first(there.isEmpty() ? files : there);
    open(turn, first, choices(first, data), progress -> read(files, List.of(), data, progress));
  }

  private static Path first(List<Path> files) {
    return FileKind.MODEL.last(files).orElseGet(files::getLast);
  }

  /** Reads those of several files that are opened, and gives what shows them. Any thread. */
  private Runnable read(
      List<Path> files, List<Exception> failed, DataReference data, Progress progress)
      throws ProblemException {
    var missing = files.stream().filter(file -> !Files.isReadable(file)).findFirst();
    var first = missing.orElseGet(() -> first(files));
    var isModel = FileKind.of(first) == FileKind.MODEL;
    var rows = isModel ? FileKind.TABLE.last(files) : Optional.<Path>empty();
    try {
      var show =
          isModel
              ? readModel(first, rows, progress)
              : readTable(first, choices(first, data), progress);
      var opened = Stream.concat(Stream.of(first), rows.stream()).toList();
      return () -> {
        show.run();
        outcome.tellLeft(opened, files, failed);
      };
    } catch (ProblemException e) {
      var others = files.stream().filter(file -> !file.equals(first)).toList();
      if (others.isEmpty() && failed.isEmpty()) {
        throw e;
      }
      var all = Stream.concat(failed.stream(), Stream.of(e)).toList();
      return others.isEmpty()
          ? () -> outcome.tellLeft(others, others, all)
          : read(others, all, data, progress);
    }
  }

  private void replaceBy(@Nullable TypedText typed, Work<Document> make, Consumer<Document> show) {
    Work<Runnable> read =
        progress -> {
          var document = make.run(progress);
          return () -> show.accept(document);
        };
    requests.choose(
        turn -> {
          turn.takes(typed);
          replace(turn, "", "job.readData", read, services::failed);
        });
  }

  void openTable(Path file, ReadingChoices choices) {
    choose(file, choices, progress -> readTable(file, choices, progress));
  }

  private void choose(Path file, ReadingChoices choices, Work<Runnable> read) {
    requests.choose(turn -> open(turn, file, choices, read));
  }

  private void open(Requests.Turn turn, Path file, ReadingChoices choices, Work<Runnable> read) {
    outcome.begins(file);
    var key = FileKind.of(file) == FileKind.MODEL ? "job.readModel" : "job.readData";
    replace(turn, name(file), key, read, e -> outcome.failed(file, choices, e));
  }

  private Runnable readTable(Path file, ReadingChoices choices, Progress progress)
      throws TableFormatException {
    var read = tables.read(file, choices, progress);
    var before = workspace.document().get();
    var awaiting =
        Optional.ofNullable(imported)
            .filter(it -> before.data().hash().equals(it.document.data().hash()));
    var misfit = new ArrayList<Problem>();
    var joined = awaiting.map(it -> withRows(it, read.data(), misfit)).orElse(before);
    return () -> {
      if (awaiting.isPresent() && misfit.isEmpty()) {
        workspace.edit("command.openData", _ -> joined);
        outcome.imported(before.data().name(), joined, awaiting.get().remarks(joined));
      } else if (workspace.bring(read.data())) {
        outcome.opened(read.data());
      } else {
        show(read);
        misfit.forEach(outcome::complain);
      }
      listener.used(file);
    };
  }

  private DataReference data() {
    return workspace.document().get().data();
  }

  /** A document that waits for its table has it read as it was. */
  private static ReadingChoices choices(Path file, DataReference data) {
    var isWanted = data.table() == null && data.name().equals(name(file));
    return isWanted ? data.source().choices() : ReadingChoices.NONE;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Runnable readModel(Path file, Optional<Path> rows, Progress progress)
      throws ProblemException {
    if (OnnxImport.isOne(file)) {
      return importModel(file, rows, progress);
    }
    var stamp = FileStamp.of(file); // Before: what another program writes meanwhile is noticed.
    var read = ModelFile.read(file, progress);
    return () -> {
      var document = read.withRowsOf(data());
      workspace.open("command.openModel", document, file, stamp);
      outcome.opened(file);
      listener.used(file);
      rows.ifPresentOrElse(listener::answer, () -> missing.findBeside(file));
    };
  }

  /** A model of another program gets the rows that come with it, or are open, if they fit. */
  private Runnable importModel(Path file, Optional<Path> rows, Progress progress)
      throws ProblemException {
    var read = OnnxImport.read(file);
    var data =
        rows.isPresent() ? tables.read(rows.get(), ReadingChoices.NONE, progress).data() : data();
    var isOwn = data.table() != null && data.source() instanceof DataSource.FromFile;
    var misfit = new ArrayList<Problem>();
    var document = isOwn ? withRows(read, data, misfit) : read.document;
    return () -> {
      imported = read;
      workspace.open("command.openModel", document);
      outcome.imported(name(file), document, read.remarks(document));
      listener.used(file);
      if (rows.isEmpty()) {
        misfit.forEach(outcome::complain);
      } else if (document.data().table() == null) {
        listener.answer(rows.get());
      }
    };
  }

  /** With rows that are open, for the target that is chosen if that fits; why not, if none does. */
  private Document withRows(OnnxImport model, DataReference data, List<Problem> misfit) {
    var open = workspace.document().get();
    var chosen = open.draft().preparation().target().map(ColumnPlan::name);
    try {
      if (chosen.isPresent() && Same.is(open.data(), data)) {
        return model.with(data, chosen.get());
      }
    } catch (OnnxException _) {
      // Another column may be the target.
    }
    try {
      return model.with(data, null);
    } catch (OnnxException e) {
      misfit.add(e.problem());
      return model.document;
    }
  }

  /** Reads what is to replace the document; asks before, and where it has changed after. */
  private void replace(
      Requests.Turn turn,
      String name,
      String nameKey,
      Work<Runnable> read,
      Consumer<Exception> failed) {
    turn.whenNothingIsLost(
        name,
        () -> {
          missing.cancel();
          var before = workspace.document().get();
          var typed = listener.typed();
          turn.reads(
              tasks.submit(
                  nameKey,
                  read,
                  show -> {
                    Runnable last = () -> turn.last(show);
                    if (Same.is(workspace.document().get(), before)
                        && listener.typed().equals(typed)) {
                      last.run();
                    } else {
                      turn.whenNothingIsLost(name, last);
                    }
                  },
                  e -> turn.last(() -> failed.accept(e))));
        });
  }

  private void show(Document document) {
    workspace.open("command.openData", document);
    outcome.opened(document.data());
  }
}
