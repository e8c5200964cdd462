package dev.neuralworkbench.ui.workspace.backup;

import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.backup.UnsavedWork.KeptWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes unsaved work down, so that a crash loses ten seconds of it at most: a while after each
 * change and after the start of a run, then now and then while it goes. A model that takes longer
 * than two seconds to write, as millions of weights do, is left alone for twice that time. What it
 * wrote is removed once the work is saved or given up. Belongs to the FX thread; writing happens on
 * a thread of its own.
 *
 * <p>Work is what closing would ask about: a model, and rows that stand in no file. Choices alone,
 * on a table that is a file, are made again in less time than a question about them takes; they are
 * kept with the first weights or rows.
 */
public final class Autosave {

  /** Nanoseconds from a change, or the start of a run, until it is written. */
  static final long AFTER_CHANGE = 3_000_000_000L;

  /**
   * Nanoseconds from asking a run for its weights until the next ones are written; with a second
   * between two looks, and one for the answer, what is on the disk is never older than ten.
   */
  static final long DURING_RUN = 8_000_000_000L;

  /** Nanoseconds at least from a failure to the next attempt. */
  private static final long AFTER_FAILURE = 30_000_000_000L;

  private static final long NEVER = Long.MIN_VALUE;

  /** A large model takes long to write: so many times longer it is then left alone. */
  private static final int REST = 2;

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final UnsavedFolder folder;
  private final Executor writer;
  private final Supplier<String> name;
  private final String program;
  private final LatestTask writing;
  private final Runnable failed;
  private final List<UnsavedWork> adopted = new ArrayList<>();
  private @Nullable Document written;
  private long pendingSince = NEVER;
  private long asked;
  private long took;
  private long notBefore = NEVER;
  private int questions;
  private boolean asking;
  private boolean runKept;
  private boolean kept;
  private boolean told;
  private boolean closed;

  /** Owned by the writer's thread. */
  private @Nullable UnsavedWork own;

  /** Looks are due about once a second; the writer runs one writing after another. */
  public Autosave(
      Workspace workspace,
      Trainer trainer,
      BackgroundTasks tasks,
      UnsavedFolder folder,
      Executor writer,
      Supplier<String> name,
      String program,
      Runnable failed) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    this.folder = folder;
    // Where nothing is to be kept, nothing is written and nothing said of it.
    closed = folder.own().off();
    this.writer = writer;
    this.name = name;
    this.program = program;
    this.failed = failed;
    writing = LatestTask.unseen(tasks, writer, "autosave");
    trainer.state().subscribe(_ -> forgetRun());
  }

  /** Looks whether there is something to write or to remove, at a time that only goes forward. */
  public void look(long nanos) {
    if (closed || !isAtRest()) {
      return;
    }
    var running = trainer.state().get() == RunState.RUNNING;
    if (!running && !workspace.unsaved.get()) {
      forget();
    } else if (running || !Same.is(workspace.document().get(), written)) {
      pendingSince = pendingSince == NEVER ? nanos : pendingSince;
      var due = running && runKept ? asked + DURING_RUN - took : pendingSince + AFTER_CHANGE;
      if (nanos >= Math.max(due, notBefore)) {
        pendingSince = NEVER;
        ask(nanos);
      }
    }
  }

  boolean isAtRest() {
    return !asking && !writing.busy().get();
  }

  /** Keeps what another program left until this one has written or saved it. */
  void adopt(UnsavedWork work) {
    adopted.add(work);
    written = null;
  }

  /** Ends in order: nothing is left behind. Returns before it is done. */
  public void close() {
    end(this::remove, this::discardAdopted);
  }

  /** Ends as a crash would: what was written is left to the next start. */
  public void abandon() {
    end(this::leave, () -> adopted.forEach(UnsavedWork::leave));
  }

  private void end(Runnable own, Runnable others) {
    if (!closed) {
      closed = true;
      writing.forget();
      onWriter(own);
      others.run();
    }
  }

  private void ask(long nanos) {
    var question = ++questions;
    asking = true;
    asked = nanos;
    trainer.presentWork(
        document -> {
          if (question == questions && !closed) {
            asking = false;
            runKept = true;
            written = document;
            if (document.trained() != null
                || document.data().source() instanceof DataSource.Embedded) {
              write(document, nanos);
            }
          }
        },
        () -> {
          if (question == questions && !closed) {
            asking = false;
            failed(nanos, System.nanoTime(), tasks::complain);
          }
        });
  }

  private void write(Document document, long nanos) {
    kept = true;
    var about = KeptWork.of(document, name.get());
    var file = workspace.file.get();
    var stamp = workspace.fileStamp();
    var start = System.nanoTime();
    writing.ask(
        progress -> write(document, about, file, stamp, progress),
        done -> {
          told = false;
          rest(nanos, start, 0);
          discardAdopted();
        },
        e -> failed(nanos, start, e instanceof IOException ? failed : tasks::complain));
  }

  private void failed(long nanos, long start, Runnable tell) {
    written = null;
    rest(nanos, start, AFTER_FAILURE);
    if (!told) {
      told = true;
      tell.run();
    }
  }

  private void rest(long nanos, long start, long least) {
    took = System.nanoTime() - start;
    notBefore = nanos + took + Math.max(REST * took, least);
  }

  private UnsavedWork write(
      Document document,
      KeptWork about,
      @Nullable Path file,
      @Nullable FileStamp stamp,
      Progress progress)
      throws IOException {
    var place = own;
    if (place == null || !place.isHeld()) {
      // Another one where somebody removed the folder: without its lock nobody would find it.
      leave();
      place = folder.create();
      own = place;
      // Before there is work: it is never offered without its name.
      place.about(about, file, stamp);
    }
    place.write(document, program, progress);
    place.about(about, file, stamp);
    return place;
  }

  /** A run that has ended does not answer any more, and nothing is kept of one that begins. */
  private void forgetRun() {
    runKept = false;
    if (asking) {
      questions++;
      asking = false;
    }
  }

  private void forget() {
    pendingSince = NEVER;
    written = null;
    discardAdopted();
    if (kept) {
      kept = false;
      onWriter(this::remove);
    }
  }

  private void discardAdopted() {
    adopted.forEach(UnsavedWork::discard);
    adopted.clear();
  }

  private void remove() {
    if (own != null) {
      own.discard();
      own = null;
    }
  }

  private void leave() {
    if (own != null) {
      own.leave();
    }
  }

  private void onWriter(Runnable action) {
    tasks.beside(writer, "autosave", action);
  }
}
