package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import dev.neuralworkbench.ui.workspace.Timeline;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Saves model or rows, with what a run has learned so far; asks before work is lost. */
public final class Saving {

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Dialogs dialogs;
  private final Messages messages;
  private final WindowServices services;
  private final FileListener listener;
  private final String program;
  final Executor looking;
  private final Deque<Runnable> writings = new ArrayDeque<>();
  private boolean writing;
  private @Nullable TypedText kept;
  private @Nullable TypedText taken;

  public Saving(
      Workspace workspace,
      Trainer trainer,
      WindowServices services,
      FileListener listener,
      String program) {
    this.workspace = workspace;
    this.trainer = trainer;
    tasks = services.tasks();
    dialogs = services.dialogs();
    messages = services.messages();
    this.services = services;
    this.listener = listener;
    this.program = program;
    looking = tasks.lane("look at file");
  }

  public void save() {
    save(_ -> {});
  }

  public void saveAs() {
    saveAs(_ -> {});
  }

  /** Asks for a file and saves the rows there, as CSV. Does nothing while they are not at hand. */
  public void saveTable() {
    saveTable(_ -> {});
  }

  /**
   * Goes on if nothing unsaved is lost by it, once what is being written is written, and after
   * asking where need be. Save saves what was asked about.
   *
   * @param otherwise called in its place where the question was cancelled, or nothing was saved
   */
  void whenSaved(String name, Runnable next, Runnable otherwise) {
    Runnable ask =
        () -> look(workspace.file.get(), stamp -> ask(name, stamp, next, otherwise), otherwise);
    oneByOne(
        () -> {
          written();
          trainer.upToDate(ask, ask);
        });
  }

  /** The table that is being typed; empty where a file holds it, or it is what is opened. */
  private Optional<TypedText> unused() {
    return listener.typed().filter(typed -> !typed.equals(kept) && !typed.equals(taken));
  }

  /** Tells what is typed and has the turn, so that it is not lost by it; null for nothing. */
  void takes(@Nullable TypedText typed) {
    taken = typed;
  }

  /** Goes on once the table that is being typed is in a file or may be lost. */
  public void whenTypedMayGo(Runnable next) {
    var typed = unused();
    var lost = messages.now("dialog.unsaved.content");
    switch (typed.map(it -> dialogs.unsaved(question(it), lost)).orElse(Unsaved.DISCARD)) {
      case SAVE ->
          saveTyped(typed.orElseThrow(), saved -> (saved ? next : (Runnable) () -> {}).run());
      case DISCARD -> next.run();
      case CANCEL -> {}
    }
  }

  /** Looks beside the window how a file is now: it may lie on another machine. */
  private void look(@Nullable Path file, Consumer<FileStamp> next, Runnable otherwise) {
    if (file == null) {
      next.accept(FileStamp.NONE);
      return;
    }
    tasks.beside(
        looking, "look at file", _ -> FileStamp.of(file), next, tasks.complainAfter(otherwise));
  }

  private void ask(String name, FileStamp present, Runnable next, Runnable otherwise) {
    var typed = unused();
    var isWork = workspace.wouldLoseWork(present);
    if (!isWork && typed.isEmpty()) {
      next.run();
      return;
    }
    var question = isWork ? question() : question(typed.orElseThrow());
    switch (dialogs.unsaved(question, loss(name, typed.filter(_ -> isWork)))) {
      case SAVE -> {
        var running = trainer.state().get() == RunState.RUNNING;
        Consumer<Boolean> ended =
            saved -> {
              if (!saved) {
                otherwise.run();
              } else if ((!running && workspace.wouldLoseMoreThanRuns()) || unused().isPresent()) {
                whenSaved(name, next, otherwise); // What was done while the file was written.
              } else {
                next.run(); // A study goes on while the file is written.
              }
            };
        Runnable work =
            !isWork
                ? () -> ended.accept(true)
                : hasNothingButRows() ? () -> saveTable(ended) : () -> save(ended);
        typed.ifPresentOrElse(it -> saveTyped(it, saved -> (saved ? work : otherwise).run()), work);
      }
      case DISCARD -> next.run();
      case CANCEL -> otherwise.run();
    }
  }

  private boolean hasNothingButRows() {
    var document = workspace.document().get();
    return document.trained() == null && document.runs().present().size() < 2;
  }

  /** What the document is called: its file, or its data while it has none. */
  public String name() {
    var file = workspace.file.get();
    return file == null
        ? workspace.document().get().data().name()
        : String.valueOf(file.getFileName());
  }

  private String question() {
    var document = workspace.document().get();
    var data = document.data().name();
    if (hasNothingButRows()) {
      return messages.now("dialog.unsaved.rows", data);
    } else if (document.trained() == null) {
      return messages.now("dialog.unsaved.runs", data);
    }
    return workspace.file.get() == null
        ? messages.now("dialog.unsaved.model", data)
        : messages.now("dialog.unsaved.file", data, name());
  }

  private String question(TypedText typed) {
    return messages.now("dialog.unsaved.typed", typed.name());
  }

  private String loss(String name, Optional<TypedText> typed) {
    var runs = workspace.unsavedRuns();
    var lost =
        runs > 1
            ? messages.now("dialog.unsaved.content.runs", runs)
            : messages.now("dialog.unsaved.content");
    var also = typed.map(it -> "\n" + messages.now("dialog.unsaved.content.typed", it.name()));
    var next = name.isEmpty() ? "" : "\n" + messages.now("dialog.unsaved.next", name);
    return lost + also.orElse("") + next;
  }

  private void save(Consumer<Boolean> ended) {
    withModel(
        ended,
        model -> {
          var file = workspace.file.get();
          if (file == null || workspace.document().get().trained() == null) {
            // A file that has seen a trained model is not replaced by an untrained one unasked.
            askWhere(model, ended);
          } else {
            look(file, stamp -> save(file, stamp, model, ended), () -> givenUp(ended));
          }
        });
  }

  private void saveAs(Consumer<Boolean> ended) {
    withModel(ended, model -> askWhere(model, ended));
  }

  private void askWhere(Timeline.Entry model, Consumer<Boolean> ended) {
    dialogs
        .saveModel(FileKind.withoutEnding(name()), suggestedFolder())
        .ifPresentOrElse(file -> write(file, model, ended), () -> givenUp(ended));
  }

  /** Asks where somebody else wrote the file since, or it is not known what it holds. */
  private void save(Path file, FileStamp now, Timeline.Entry model, Consumer<Boolean> ended) {
    if (workspace.isAsKnown(file, now)) {
      write(file, model, ended);
      return;
    }
    switch (dialogs.changedElsewhere(String.valueOf(file.getFileName()))) {
      case REPLACE -> write(file, model, ended);
      case SAVE_AS -> askWhere(model, ended);
      case CANCEL -> givenUp(ended);
    }
  }

  /**
   * Goes on with a document that has a model, once nothing else is being written: what the run
   * under way has learned, or the weights that a training would begin with. The open document is
   * not changed by those: what undo has taken back can still be done again. While the past is
   * looked at, it is asked whether that is meant.
   */
  private void withModel(Consumer<Boolean> ended, Consumer<Timeline.Entry> next) {
    trainer.upToDate(() -> oneByOne(() -> chooseModel(ended, next)), () -> ended.accept(false));
  }

  private void chooseModel(Consumer<Boolean> ended, Consumer<Timeline.Entry> next) {
    var shown = workspace.moment.get();
    var model = workspace.document().get().trained();
    if (model == null) {
      drawWeights(ended, next);
    } else if (shown == null) {
      next.accept(workspace.entry());
    } else {
      askWhich(shown, model, ended, next);
    }
  }

  private void askWhich(
      ViewedMoment shown, Model used, Consumer<Boolean> ended, Consumer<Timeline.Entry> next) {
    var inUse = workspace.entry();
    switch (dialogs.savedEpoch(shown.epochs(), RunResult.of(used).used())) {
      case IN_USE -> next.accept(inUse);
      case SHOWN ->
          trainer.upToDate( // A run has gone on while the question was open.
              () -> {
                workspace.branch(shown);
                next.accept(workspace.entry());
              },
              () -> givenUp(ended));
      case CANCEL -> givenUp(ended);
    }
  }

  private void drawWeights(Consumer<Boolean> ended, Consumer<Timeline.Entry> next) {
    var problems = workspace.problems().get();
    if (!problems.isEmpty()) {
      givenUp(ended);
      services.notices().complain(messages.sentence(problems.getFirst()));
      return;
    }
    var entry = workspace.entry();
    var products = trainer.products();
    tasks
        .submit(
            "job.preparing",
            _ -> TrainingPlan.of(entry.document()).untrained(entry.document(), products),
            model -> next.accept(entry.with(entry.document().withTrained(model))),
            tasks.complainAfter(() -> givenUp(ended)))
        .whenCancelled(() -> givenUp(ended));
  }

  private void write(Path file, Timeline.Entry entry, Consumer<Boolean> ended) {
    var written = entry.document().withBookmark(listener.bookmark());
    tasks
        .submit(
            "job.writeModel",
            progress -> ModelFile.write(file, written, program, progress),
            stamp -> {
              workspace.saved(entry, file, stamp);
              var without = written.runs().leftOut(written.trained());
              services.tell(
                  without == 0 ? "notice.saved" : "notice.saved.runs", file.getFileName(), without);
              listener.used(file);
              written();
              ended.accept(true);
            },
            e -> {
              notSaved(e, elsewhere("command.save-as", () -> saveAs(ended)));
              givenUp(ended);
            })
        .whenCancelled(() -> givenUp(ended));
  }

  /** One writing after another, so that what was asked for last stands in the file in the end. */
  private void oneByOne(Runnable writes) {
    if (writing) {
      writings.add(writes);
      return;
    }
    writing = true;
    try {
      writes.run();
    } catch (RuntimeException e) {
      written();
      throw e;
    }
  }

  private void written() {
    writing = false;
    var waiting = writings.poll();
    if (waiting != null) {
      oneByOne(waiting);
    }
  }

  /** Nothing was written: whoever asked for it does not go on. */
  private void givenUp(Consumer<Boolean> ended) {
    written();
    ended.accept(false);
  }

  public Notices.Remedy elsewhere() {
    return hasNothingButRows()
        ? elsewhere("command.save-table", this::saveTable)
        : elsewhere("command.save-as", this::saveAs);
  }

  private Notices.Remedy elsewhere(String key, Runnable save) {
    return new Notices.Remedy(messages.text(key), save);
  }

  private void notSaved(Exception e, Notices.Remedy elsewhere) {
    if (e instanceof NotSavedException known) {
      services.notices().complain(messages.sentence(known.problem()), elsewhere);
    } else {
      tasks.complain();
    }
  }

  private void saveTable(Consumer<Boolean> ended) {
    var document = workspace.document().get();
    var table = document.data().table();
    if (table == null) {
      ended.accept(false);
      return;
    }
    saveRows(
        document.data().name(),
        progress -> text -> TableWriter.write(table, text, row -> progress.goOn(row, table.rows())),
        () -> workspace.rowsSaved(document),
        ended);
  }

  /** As it was typed: it need not be a table yet. */
  private void saveTyped(TypedText typed, Consumer<Boolean> ended) {
    saveRows(typed.name(), _ -> text -> text.write(typed.text()), () -> kept = typed, ended);
  }

  private void saveRows(
      String name,
      Function<Progress, AtomicFile.Content> rows,
      Runnable saved,
      Consumer<Boolean> ended) {
    var chosen = dialogs.saveTable(FileKind.withoutEnding(name));
    if (chosen.isEmpty()) {
      ended.accept(false);
      return;
    }
    var file = chosen.get();
    tasks
        .submit(
            "job.writeTable",
            progress -> AtomicFile.write(file, rows.apply(progress)),
            _ -> {
              saved.run();
              services.tell("notice.saved", file.getFileName());
              listener.used(file);
              ended.accept(true);
            },
            e -> {
              notSaved(
                  e, elsewhere("command.save-table", () -> saveRows(name, rows, saved, ended)));
              ended.accept(false);
            })
        .whenCancelled(() -> ended.accept(false));
  }

  /** Beside the file that the model has, else beside its data; null where neither is known. */
  private @Nullable Path suggestedFolder() {
    var data = workspace.document().get().data().name();
    return Optional.ofNullable(workspace.file.get())
        .or(
            () ->
                listener.recent().stream()
                    .filter(recent -> data.equals(String.valueOf(recent.getFileName())))
                    .findFirst())
        .map(near -> near.toAbsolutePath().getParent())
        .orElse(null);
  }
}
