package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.Sample;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.data.TableFormatException;
import dev.neuralworkbench.data.TableReader;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.ModelFile;
import dev.neuralworkbench.model.ModelFormatException;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Dialogs;
import dev.neuralworkbench.ui.common.FileKind;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Services;
import dev.neuralworkbench.ui.common.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens and saves, by dialog, drop or argument. Reading and writing happen in the background; a
 * file that cannot be read gets a sentence and changes nothing.
 */
public final class FileCommands {

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Dialogs dialogs;
  private final Messages messages;
  private final Notices notices;
  private final FileListener listener;
  private final String program;

  /**
   * Commands for a workspace.
   *
   * @param program name and version of the program, for the files it writes
   */
  public FileCommands(
      Workspace workspace,
      Trainer trainer,
      Services services,
      FileListener listener,
      String program) {
    this.workspace = workspace;
    this.trainer = trainer;
    tasks = services.tasks();
    dialogs = services.dialogs();
    messages = services.messages();
    notices = services.notices();
    this.listener = listener;
    this.program = program;
  }

  /** Asks for a data file and opens it. */
  public void openData() {
    dialogs.openData().ifPresent(this::openTable);
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
                    }));
  }

  /**
   * Looks among the files used last for the table of a model that was opened without it, and puts
   * it to the model. Nothing is said where there is none.
   */
  void findItsData() {
    var data = workspace.document().get().data();
    if (data.table() == null) {
      listener.recent().stream()
          .filter(file -> data.name().equals(String.valueOf(file.getFileName())))
          .filter(Files::isReadable)
          .findFirst()
          .ifPresent(file -> readTable(file, read -> workspace.bring(read.data())));
    }
  }

  /** Asks for a model file and opens it. */
  public void openModel() {
    dialogs.openModel().ifPresent(file -> openModel(file, Optional.empty()));
  }

  /** Opens a sample of the program. */
  public void openSample(Sample sample) {
    replaceBy(_ -> Document.of(sample));
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
   * data together, and the model answers their rows.
   */
  public void open(List<Path> files) {
    FileKind.MODEL
        .last(files)
        .ifPresentOrElse(
            model -> openModel(model, FileKind.TABLE.last(files)),
            () -> openTable(files.getLast()));
  }

  /** Saves the model to its file, or asks for one. */
  public void save() {
    save(() -> {});
  }

  /** Asks for a file and saves the model there. */
  public void saveAs() {
    saveAs(() -> {});
  }

  /** Goes on if nothing unsaved is lost by it, after asking where need be. */
  public void whenSaved(Runnable next) {
    trainer.upToDate(
        () -> {
          if (!workspace.unsaved().get()) {
            next.run();
            return;
          }
          switch (dialogs.unsaved(name())) {
            case SAVE -> save(next);
            case DISCARD -> next.run();
            case CANCEL -> {}
          }
        });
  }

  /** What the document is called: its file, or its data while it has none. */
  public String name() {
    var file = workspace.file().get();
    return file == null
        ? workspace.document().get().data().name()
        : String.valueOf(file.getFileName());
  }

  private void replaceBy(Work<Document> make) {
    replacing(
        () ->
            tasks.submit(
                "job.readData", make, document -> show(document, Speed.WATCH), this::failed));
  }

  private void openTable(Path file) {
    replacing(
        () ->
            readTable(
                file,
                read -> {
                  if (workspace.bring(read.data())) {
                    told(read.data());
                  } else {
                    show(read, Speed.FULL);
                  }
                  listener.used(file);
                }));
  }

  private void readTable(Path file, Consumer<Document> read) {
    tasks.submit(
        "job.readData",
        progress -> {
          var table = new TableReader().read(file, new ReadingProgress(progress));
          return Document.of(DataReference.ofFile(table));
        },
        read,
        this::failed);
  }

  private void openModel(Path file, Optional<Path> rows) {
    replacing(
        () ->
            tasks.submit(
                "job.readModel",
                progress -> ModelFile.read(file, new ModelProgress(progress)),
                document -> {
                  workspace.open("command.openModel", document, file);
                  notices.tell(messages.text("notice.openedModel", file.getFileName()));
                  listener.opened(FileKind.MODEL);
                  listener.used(file);
                  rows.ifPresent(listener::answer);
                },
                this::failed));
  }

  /** Samples can be had again, with the same bits: they are replaced without asking. */
  private void replacing(Runnable open) {
    var isFile = workspace.document().get().data().source() instanceof DataSource.FromFile;
    if (isFile || workspace.file().get() != null) {
      whenSaved(open);
    } else {
      open.run();
    }
  }

  private void show(Document document, Speed speed) {
    workspace.open("command.openData", document, null);
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

  private void save(Runnable next) {
    var file = workspace.file().get();
    if (file == null) {
      saveAs(next);
    } else {
      write(file, next);
    }
  }

  private void saveAs(Runnable next) {
    trainer.upToDate(() -> dialogs.saveModel(suggestedName()).ifPresent(file -> write(file, next)));
  }

  private void write(Path file, Runnable next) {
    trainer.upToDate(
        () -> {
          var document = workspace.document().get();
          tasks.submit(
              "job.writeModel",
              progress -> {
                ModelFile.write(file, document, program, new ModelProgress(progress));
                return file;
              },
              _ -> {
                workspace.saved(document, file);
                notices.tell(messages.text("notice.saved", file.getFileName()));
                listener.used(file);
                next.run();
              },
              _ -> notices.complain(messages.text("error.notSaved", file.getFileName())));
        });
  }

  private String suggestedName() {
    var name = name();
    var dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private void failed(Exception e) {
    switch (e) {
      case TableFormatException wrong -> complain(wrong.problem());
      case ModelFormatException wrong -> complain(wrong.problem());
      default -> notices.complain(messages.text("error.unexpected"));
    }
  }

  private void complain(Problem problem) {
    notices.complain(messages.sentence(problem));
  }
}
