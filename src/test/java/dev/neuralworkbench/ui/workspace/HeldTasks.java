package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Job;
import dev.neuralworkbench.ui.common.Work;
import dev.neuralworkbench.ui.common.WorkProgress;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Background work that is done, and whose result arrives, when a test says so. */
final class HeldTasks implements BackgroundTasks {

  /** Does the work, and gives what brings its result. */
  private final ArrayDeque<Supplier<Runnable>> waiting = new ArrayDeque<>();

  /** Does the next work and brings its result. */
  void doNext() {
    startNext().run();
  }

  /** Does the next work; its result arrives when the given action is run. */
  Runnable startNext() {
    return waiting.remove().get();
  }

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    waiting.add(
        () -> {
          try {
            var result = work.run(new Silent());
            return () -> succeeded.accept(result);
          } catch (Exception e) {
            return () -> failed.accept(e);
          }
        });
    return new Job(nameKey);
  }

  @Override
  public void later(Runnable action) {
    action.run();
  }

  @Override
  public ObservableList<Job> running() {
    return FXCollections.emptyObservableList();
  }

  private record Silent() implements WorkProgress {

    @Override
    public void done(long amount, long ofTotal) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
