package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.common.work.JobOutcome;
import dev.neuralworkbench.ui.common.work.Work;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Background work that is done, and whose result arrives, when a test says so. */
public final class HeldTasks extends TestTasks {

  /** Does the work, and gives what brings its result. */
  private final ArrayDeque<Supplier<Runnable>> waiting = new ArrayDeque<>();

  /** Does the next work and brings its result. */
  public void doNext() {
    startNext().run();
  }

  /** Does the next work; its result arrives when the given action is run. */
  public Runnable startNext() {
    return waiting.remove().get();
  }

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(nameKey);
    waiting.add(
        () -> {
          var outcome = JobOutcome.of(unlessFaulty(nameKey, work), job::cancelled);
          return () -> outcome.end(job, succeeded, failed);
        });
    return job;
  }

  @Override
  public <T> Job beside(
      Executor lane,
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = submit(name, work, succeeded, failed);
    if (name.equals("look at file")) {
      waiting.removeLast().get().run(); // A look is short: what tests hold is reading and writing.
    }
    return job;
  }
}
