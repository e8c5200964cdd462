package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.common.work.Work;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens data and models, by dialog, drop or argument. Reading happens in the background; a file
 * that cannot be read gets a sentence and changes nothing.
 */
public final class FileCommands {

  /** Rows from which is told how a file is read. */
  private static final int ROWS_LOOKED_AT = 2_000;

  /** What is wrong with a file may be how it is read. */
  private static final Set<String> OF_THE_DIALECT =
      Set.of(
          "data.file.ragged",
          "data.file.oneColumn",
          "data.file.quote",
          "data.file.headerOnly",
          "data.file.badMark");

  private final Workspace workspace;
  private final Trainer trainer;
  private final Saving saving;
  private final BackgroundTasks tasks;
  private final Dialogs dialogs;
  private final Messages messages;
  private final Notices notices;
  private final FileListener listener;
  private Job reading = new Job("job.readData");
  private @Nullable Path opening;

  /**
   * Commands for a workspace.
   *
   * @param saving asks before what is open is lost
   */
  public FileCommands(
      Workspace workspace,
      Trainer trainer,
      Saving saving,
      WindowServices services,
      FileListener listener) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.saving = saving;
    tasks = services.tasks();
    dialogs = services.dialogs();
    messages = services.messages();
    notices = services.notices();
    this.listener = listener;
  }

  /** Asks for a data file and opens it. */
  public void openData() {
    dialogs.openData().ifPresent(file -> openTable(file, choices(file), () -> {}));
  }

  /** Asks for the table that the open model was trained on, and puts it to the model. */
  public void openItsData() {
    dialogs
        .openData()
        .ifPresent(
            file ->
                readTable(
                    file,
                    read -> {
                      if (workspace.bring(read.data())) {
                        told(read.data());
                        listener.used(file);
                      } else {
                        var wanted = workspace.document().get().data().name();
                        notices.complain(
                            messages.text("error.otherData", file.getFileName(), wanted));
                      }
                    },
                    this::failed));
  }

  /**
   * Looks at how the open table was read, to choose it otherwise. Asks for its file where it is not
   * among those used last.
   */
  public void changeReading() {
    withItsFile(
        file -> listener.preview(file, workspace.document().get().data().source().choices()));
  }

  /** Reads the open table once more, otherwise. */
  public void changeReading(UnaryOperator<ReadingChoices> change) {
    withItsFile(
        file -> read(file, change.apply(workspace.document().get().data().source().choices())));
  }

  private void withItsFile(Consumer<Path> use) {
    var data = workspace.document().get().data();
    named(data.name(), listener.recent().stream()).stream()
        .findFirst()
        .or(dialogs::openData)
        .ifPresent(use);
  }

  /** Asks for a data file and looks at it before it is read. */
  public void previewData() {
    dialogs.openData().ifPresent(file -> listener.preview(file, ReadingChoices.NONE));
  }

  /** The first rows of a file. Any thread. */
  public static Table firstRows(Path file, ReadingChoices choices, Progress progress)
      throws TableFormatException {
    ModelFile.refuseAsTable(file);
    return new TableReader().with(choices).withMostRows(ROWS_LOOKED_AT).read(file, progress);
  }

  /**
   * Reads a data file as it was chosen: the open one once more, as a step that keeps what can be
   * kept, or another in its place.
   */
  public void read(Path file, ReadingChoices choices) {
    var open = workspace.document().get().data();
    var isOpen =
        open.source() instanceof DataSource.FromFile
            && open.table() != null
            && open.name().equals(String.valueOf(file.getFileName()));
    if (!isOpen) {
      openTable(file, choices, () -> {});
      return;
    }
    reading.cancel();
    reading =
        tasks.submit(
            "job.readData",
            progress -> table(file, choices, progress),
            read -> {
              var before = workspace.document().get();
              if (before.data().name().equals(open.name())) {
                workspace.edit("command.readAgain", document -> Rereading.of(document, read));
                told(read.data());
                listener.used(file);
              }
            },
            this::failed);
  }

  /**
   * Looks among the files used last for the table of a document that was restored without it, and
   * puts it to the model. A file of its name that has other rows by now is told of; nothing is said
   * where there is none.
   */
  public void findItsData() {
    var data = workspace.document().get().data();
    if (data.table() == null) {
      findItsData(
          named(data.name(), listener.recent().stream()),
          () -> notices.complain(messages.text("error.changedData", data.name())));
    }
  }

  /**
   * Looks for the table of an opened model beside it first, where it was saved from or sent with.
   */
  private void findItsData(Path model) {
    var data = workspace.document().get().data();
    if (data.table() == null) {
      var beside = model.toAbsolutePath().resolveSibling(fileName(data.name()));
      findItsData(
          named(data.name(), Stream.concat(Stream.of(beside), listener.recent().stream())),
          () -> {});
    }
  }

  /** A model may come from a stranger: what it calls its data leads to no other folder. */
  private static String fileName(String name) {
    return name.replaceAll("[/\\\\:\\x00]", "_");
  }

  private static List<Path> named(String name, Stream<Path> files) {
    return files
        .filter(file -> name.equals(String.valueOf(file.getFileName())))
        .filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
        .distinct()
        .toList();
  }

  /** The newest first; several folders may have files of one name. */
  private void findItsData(List<Path> candidates, Runnable noneIs) {
    if (candidates.isEmpty()) {
      return;
    }
    var others = candidates.subList(1, candidates.size());
    readTable(
        candidates.getFirst(),
        read -> {
          if (workspace.bring(read.data())) {
            return;
          }
          if (others.isEmpty()) {
            noneIs.run();
          }
          findItsData(others, noneIs);
        },
        // Nobody asked for this file.
        _ -> findItsData(others, noneIs));
  }

  /** Asks for a model file and opens it. */
  public void openModel() {
    dialogs.openModel().ifPresent(file -> openModel(file, Optional.empty(), () -> {}));
  }

  /** Opens a sample of the program. */
  public void openSample(Sample sample) {
    replaceBy(_ -> Document.of(sample));
  }

  /**
   * Opens a network with given weights, to be worked out by hand.
   *
   * @param name what its table is to be called
   */
  public void openWorked(WorkedNetwork network, String name) {
    replacing(
        "job.readData",
        _ -> network.document(name),
        document -> {
          workspace.open("command.openWorked", document);
          trainer.speed().set(Speed.WATCH);
          listener.openedLesson();
        });
  }

  /**
   * Opens a table that was pasted as text.
   *
   * @param name what it is to be called
   */
  public void openText(String name, String text) {
    replaceBy(_ -> Document.of(DataReference.ofTyped(TypedText.parse(name, text))));
  }

  /** Opens a table that was typed; it is kept inside the model's file. */
  public void openTyped(Table table) {
    replaceBy(_ -> Document.of(DataReference.ofTyped(table)));
  }

  /**
   * Opens files that were dropped or named on the command line, the last of each kind: a model and
   * data together, and the model answers their rows. Files that are not opened are told of.
   */
  public void open(List<Path> files) {
    var model = FileKind.MODEL.last(files);
    var table = FileKind.TABLE.last(files);
    var opened = Stream.concat(model.stream(), table.stream()).toList();
    var left = files.stream().filter(file -> !opened.contains(file)).toList();
    Runnable tell = () -> tellLeft(opened, left);
    model.ifPresentOrElse(
        file -> openModel(file, table, tell),
        () -> openTable(files.getLast(), choices(files.getLast()), tell));
  }

  private void tellLeft(List<Path> opened, List<Path> left) {
    if (!left.isEmpty()) {
      notices.complain(messages.text("error.notAllOpened", names(opened), names(left)));
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  private void replaceBy(Work<Document> make) {
    replacing("job.readData", make, document -> show(document, Speed.WATCH));
  }

  private void openTable(Path file, ReadingChoices choices, Runnable then) {
    opening = file;
    replacing(
        "job.readData",
        progress -> table(file, choices, progress),
        read -> {
          if (workspace.bring(read.data())) {
            told(read.data());
          } else {
            show(read, Speed.FULL);
          }
          listener.used(file);
          then.run();
        });
  }

  private void readTable(Path file, Consumer<Document> read, Consumer<? super Exception> failed) {
    var choices = workspace.document().get().data().source().choices();
    reading =
        tasks.submit("job.readData", progress -> table(file, choices, progress), read, failed);
  }

  private static Document table(Path file, ReadingChoices choices, Progress progress)
      throws TableFormatException {
    ModelFile.refuseAsTable(file);
    var table = new TableReader().with(choices).read(file, progress);
    return Document.of(DataReference.ofFile(table, choices));
  }

  /** A document that waits for its table has it read as it was. */
  private ReadingChoices choices(Path file) {
    var data = workspace.document().get().data();
    var isWanted = data.table() == null && data.name().equals(String.valueOf(file.getFileName()));
    return isWanted ? data.source().choices() : ReadingChoices.NONE;
  }

  private void openModel(Path file, Optional<Path> rows, Runnable then) {
    replacing(
        "job.readModel",
        progress -> OpenedModel.read(file, progress),
        opened -> {
          var document = opened.document().withRowsOf(workspace.document().get().data());
          workspace.open("command.openModel", document, file, opened.stamp());
          notices.tell(messages.text("notice.openedModel", file.getFileName()));
          listener.opened(FileKind.MODEL);
          listener.used(file);
          rows.ifPresentOrElse(listener::answer, () -> findItsData(file));
          then.run();
        });
  }

  /**
   * Reads what is to take the place of the open document, and asks beforehand about work that would
   * be lost; afterwards too, where something was done meanwhile. Of several the last one counts.
   */
  private <T> void replacing(String nameKey, Work<T> read, Consumer<T> show) {
    whenNothingIsLost(
        () -> {
          reading.cancel();
          var before = workspace.document().get();
          reading =
              tasks.submit(
                  nameKey,
                  read,
                  opened -> {
                    if (isOpen(before)) {
                      show.accept(opened);
                    } else {
                      whenNothingIsLost(() -> show.accept(opened));
                    }
                  },
                  this::failed);
        });
  }

  /** By identity: every change makes another document. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isOpen(Document document) {
    return workspace.document().get() == document;
  }

  /** Samples can be had again, with the same bits: they are replaced without asking. */
  private void whenNothingIsLost(Runnable open) {
    var isSample = workspace.document().get().data().source().knownSample().isPresent();
    if (isSample && workspace.file().get() == null) {
      open.run();
    } else {
      saving.whenSaved(open);
    }
  }

  private void show(Document document, Speed speed) {
    workspace.open("command.openData", document);
    trainer.speed().set(speed);
    told(document.data());
  }

  private void told(DataReference data) {
    listener.opened(FileKind.TABLE);
    notices.tell(
        messages.text(
            "notice.openedData",
            data.name(),
            Numbers.count(data.rows()),
            Numbers.count(data.columns().size())));
  }

  private void failed(Exception e) {
    switch (e) {
      case TableFormatException wrong -> refused(wrong.problem());
      case ModelFormatException wrong -> complain(wrong.problem());
      default -> tasks.complain();
    }
  }

  /** What another delimiter or the like may put right can be looked at. */
  private void refused(Problem problem) {
    var file = opening;
    if (file != null && OF_THE_DIALECT.contains(problem.key())) {
      notices.complain(
          messages.sentence(problem),
          new Notices.Remedy(
              messages.text("notice.look"), () -> listener.preview(file, ReadingChoices.NONE)));
    } else {
      complain(problem);
    }
  }

  private void complain(Problem problem) {
    notices.complain(messages.sentence(problem));
  }
}
