package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.FileStamp;
import dev.neuralworkbench.model.ModelFile;
import dev.neuralworkbench.model.Progress;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes unsaved work down, so that a crash loses a few seconds of it: a while after each change,
 * and now and then while a run goes. What it wrote is removed once the work is saved or given up.
 * Belongs to the FX thread; writing happens on a thread of its own.
 */
public final class Autosave {

  private static final Logger LOG = System.getLogger(Autosave.class.getName());

  /** Nanoseconds from a change until it is written. */
  static final long AFTER_CHANGE = 3_000_000_000L;

  /** Nanoseconds between two writings while a run goes. */
  static final long DURING_RUN = 10_000_000_000L;

  private static final long NEVER = Long.MIN_VALUE;

  /** A large model takes long to write: so many times longer it is then left alone. */
  private static final int REST = 9;

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final UnsavedFolder folder;
  private final Executor writer;
  private final Supplier<String> name;
  private final String program;
  private final List<UnsavedWork> adopted = new ArrayList<>();
  private @Nullable Document written;
  private long pendingSince = NEVER;
  private long notBefore = NEVER;
  private int questions;
  private boolean asking;
  private boolean writing;
  private boolean kept;
  private volatile boolean closed;

  /** Closing does not wait for a large model to be written. */
  private final Progress whileOpen =
      new Progress() {
        @Override
        public void done(long amount, long ofTotal) {}

        @Override
        public boolean cancelled() {
          return closed;
        }
      };

  /** Owned by the writer's thread. */
  private @Nullable UnsavedWork own;

  /**
   * Watches a workspace; {@link #look} is to be called about once a second.
   *
   * @param writer runs one writing after another, off the FX thread
   * @param name what the document is called
   * @param program name and version of the program, for the files it writes
   */
  public Autosave(
      Workspace workspace,
      Trainer trainer,
      BackgroundTasks tasks,
      UnsavedFolder folder,
      Executor writer,
      Supplier<String> name,
      String program) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    this.folder = folder;
    this.writer = writer;
    this.name = name;
    this.program = program;
    trainer.state().subscribe(_ -> forgetQuestion());
  }

  /**
   * Looks whether there is something to write or to remove.
   *
   * @param nanos the time on a clock that only goes forward
   */
  public void look(long nanos) {
    if (closed || asking || writing) {
      return;
    }
    var running = trainer.state().get() == RunState.RUNNING;
    if (!running && !workspace.unsaved().get()) {
      forget();
    } else if (running || isChanged()) {
      pendingSince = pendingSince == NEVER ? nanos : pendingSince;
      var due = pendingSince + (running ? DURING_RUN : AFTER_CHANGE);
      if (nanos >= Math.max(due, notBefore)) {
        pendingSince = NEVER;
        ask(nanos);
      }
    }
  }

  /** By identity: every change makes another document. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isChanged() {
    return workspace.document().get() != written;
  }

  /** Keeps what another program left until this one has written or saved it. */
  void adopt(UnsavedWork work) {
    adopted.add(work);
    written = null;
  }

  /** Ends in order: nothing is left behind. Returns before it is done. */
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    writer.execute(this::remove);
    discardAdopted();
  }

  /** Ends as a crash would: what was written is left to the next start. */
  public void abandon() {
    if (closed) {
      return;
    }
    closed = true;
    writer.execute(
        () -> {
          if (own != null) {
            own.leave();
          }
        });
    adopted.forEach(UnsavedWork::leave);
  }

  private void ask(long nanos) {
    var question = ++questions;
    asking = true;
    trainer.presentWork(
        document -> {
          if (question == questions && !closed) {
            asking = false;
            written = document;
            if (document.trained() != null) {
              write(document, nanos);
            }
          }
        });
  }

  private void write(Document document, long nanos) {
    writing = true;
    kept = true;
    var called = name.get();
    var file = workspace.file().get();
    var stamp = workspace.fileStamp();
    writer.execute(
        () -> {
          var start = System.nanoTime();
          var done = write(document, called, file, stamp);
          var took = System.nanoTime() - start;
          tasks.later(() -> ended(done, nanos + took + REST * took));
        });
  }

  /** On the writer's thread. */
  private boolean write(
      Document document, String called, @Nullable Path file, @Nullable FileStamp stamp) {
    try {
      if (own == null) {
        own = folder.create();
      }
      ModelFile.write(own.model(), document, program, whileOpen);
      own.about(called, file, stamp);
      return true;
    } catch (IOException | CancellationException e) {
      LOG.log(Level.DEBUG, "unsaved work not written", e);
      return false;
    }
  }

  private void ended(boolean done, long next) {
    writing = false;
    notBefore = next;
    if (done) {
      discardAdopted();
    }
  }

  /** A run that has ended does not answer any more. */
  private void forgetQuestion() {
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
      writer.execute(this::remove);
    }
  }

  private void discardAdopted() {
    adopted.forEach(UnsavedWork::discard);
    adopted.clear();
  }

  /** On the writer's thread. */
  private void remove() {
    if (own != null) {
      own.discard();
      own = null;
    }
  }
}
