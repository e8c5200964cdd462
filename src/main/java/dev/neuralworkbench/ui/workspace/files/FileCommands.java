package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Work;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Opens data and models, by dialog, drop or argument. Reading happens in the background; a file
 * that cannot be read gets a sentence and changes nothing.
 */
public final class FileCommands {

  private final Workspace workspace;
  private final Trainer trainer;
  private final Requests requests;
  private final BackgroundTasks tasks;
  private final Dialogs dialogs;
  private final FileListener listener;
  private final ReadTables tables;
  private final MissingTable missing;
  private final Outcome outcome;

  /**
   * Commands for a workspace.
   *
   * @param requests asks before what is open is lost, one after another
   * @param tables where tables were read from
   */
  public FileCommands(
      Workspace workspace,
      Trainer trainer,
      Requests requests,
      ReadTables tables,
      WindowServices services,
      FileListener listener) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.requests = requests;
    this.tables = tables;
    tasks = services.tasks();
    dialogs = services.dialogs();
    this.listener = listener;
    outcome = new Outcome(services, listener);
    missing = new MissingTable(workspace, tables, outcome, services, listener);
  }

  /** The table of a model that was opened without its rows. */
  public MissingTable missing() {
    return missing;
  }

  /** Tells what came of opening. */
  Outcome outcome() {
    return outcome;
  }

  /** Asks for a data file and opens it. */
  public void openData() {
    dialogs
        .openData()
        .ifPresent(file -> requests.choose(turn -> openTable(turn, file, choices(file))));
  }

  /** Asks for a model file and opens it. */
  public void openModel() {
    dialogs
        .openModel()
        .ifPresent(
            file ->
                requests.choose(
                    turn -> openModel(turn, file, Optional.empty(), () -> {}, told(turn))));
  }

  /** Opens a file that was chosen in the window. */
  public void choose(Path file) {
    requests.choose(turn -> open(turn, List.of(file), List.of()));
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
    replaceBy(
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
    replaceBy(_ -> Document.of(DataReference.ofTyped(new TypedText(name, text).parse())));
  }

  /** Opens a table that was typed; it is kept inside the model's file. */
  public void openTyped(Table table) {
    replaceBy(_ -> Document.of(DataReference.ofTyped(table)));
  }

  /**
   * Opens files that were dropped or named on the command line, the last of each kind: a model and
   * data together, and the model answers their rows. One that cannot be read gives way to the
   * others. Files that are not opened are told of. What was handed over before is opened before.
   */
  public void open(List<Path> files) {
    requests.add(turn -> open(turn, files, List.of()));
  }

  /** The same in its turn, after some of them failed. */
  private void open(Requests.Turn turn, List<Path> files, List<Problem> failed) {
    var model = FileKind.MODEL.last(files);
    var table = FileKind.TABLE.last(files);
    var opened = Stream.concat(model.stream(), table.stream()).toList();
    var left = files.stream().filter(file -> !opened.contains(file)).toList();
    var first = opened.getFirst();
    var choices = choices(first);
    var others = files.stream().filter(file -> !file.equals(first)).toList();
    Runnable tell = () -> outcome.tellLeft(opened, left, failed);
    Consumer<Exception> otherwise =
        e -> {
          var problem = Outcome.problem(e);
          var all = Stream.concat(failed.stream(), problem.stream()).toList();
          if (problem.isEmpty() || (others.isEmpty() && failed.isEmpty())) {
            turn.last(() -> outcome.failed(first, choices, e));
          } else if (others.isEmpty()) {
            turn.last(() -> outcome.tellLeft(List.of(), List.of(), all));
          } else {
            open(turn, others, all);
          }
        };
    model.ifPresentOrElse(
        file -> openModel(turn, file, table, tell, otherwise),
        () -> openTable(turn, first, choices, tell, otherwise));
  }

  private void replaceBy(Work<Document> make) {
    replaceBy(make, document -> show(document, Speed.WATCH));
  }

  private void replaceBy(Work<Document> make, Consumer<Document> show) {
    requests.choose(turn -> replace(turn, "", "job.readData", make, show, told(turn)));
  }

  private Consumer<Exception> told(Requests.Turn turn) {
    return e -> turn.last(() -> outcome.failed(e));
  }

  /** Opens a table in the place of the document, read as it is chosen. */
  void openTable(Path file, ReadingChoices choices) {
    requests.choose(turn -> openTable(turn, file, choices));
  }

  private void openTable(Requests.Turn turn, Path file, ReadingChoices choices) {
    openTable(
        turn,
        file,
        choices,
        () -> {},
        e -> turn.last(() -> outcome.failed(file, choices, e)));
  }

  private void openTable(
      Requests.Turn turn,
      Path file,
      ReadingChoices choices,
      Runnable then,
      Consumer<Exception> failed) {
    outcome.begins(file);
    replace(
        turn,
        name(file),
        "job.readData",
        progress -> tables.read(file, choices, progress),
        read -> {
          if (workspace.bring(read.data())) {
            outcome.opened(read.data());
          } else {
            show(read, Speed.FULL);
          }
          listener.used(file);
          then.run();
        },
        failed);
  }

  /** A document that waits for its table has it read as it was. */
  private ReadingChoices choices(Path file) {
    var data = workspace.document().get().data();
    var isWanted = data.table() == null && data.name().equals(name(file));
    return isWanted ? data.source().choices() : ReadingChoices.NONE;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void openModel(
      Requests.Turn turn,
      Path file,
      Optional<Path> rows,
      Runnable then,
      Consumer<Exception> failed) {
    replace(
        turn,
        name(file),
        "job.readModel",
        progress -> OpenedModel.read(file, progress),
        opened -> {
          var document = opened.document().withRowsOf(workspace.document().get().data());
          workspace.open("command.openModel", document, file, opened.stamp());
          outcome.opened(file);
          listener.used(file);
          rows.ifPresentOrElse(listener::answer, () -> missing.findBeside(file));
          then.run();
        },
        failed);
  }

  /**
   * Reads what is to take the place of the open document, and asks beforehand about work that would
   * be lost; afterwards too, where something was done meanwhile.
   *
   * @param failed has to end the turn, or to replace by something else
   */
  private <T> void replace(
      Requests.Turn turn,
      String name,
      String nameKey,
      Work<T> read,
      Consumer<T> show,
      Consumer<Exception> failed) {
    turn.whenNothingIsLost(
        name,
        () -> {
          missing.cancel();
          turn.reads(
              tasks.submit(
                  nameKey,
                  read,
                  opened ->
                      turn.whenNothingIsLost(name, () -> turn.last(() -> show.accept(opened))),
                  failed));
        });
  }

  private void show(Document document, Speed speed) {
    workspace.open("command.openData", document);
    trainer.speed().set(speed);
    outcome.opened(document.data());
  }
}
