package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Job;
import dev.neuralworkbench.ui.common.Work;
import dev.neuralworkbench.ui.common.WorkProgress;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs background work at once, on the caller's thread. */
public final class InlineTasks implements BackgroundTasks {

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(nameKey);
    T result;
    try {
      result = work.run(new NoProgress(job));
    } catch (Exception e) {
      failed.accept(e);
      return job;
    }
    succeeded.accept(result);
    return job;
  }

  @Override
  public void later(Runnable action) {
    action.run();
  }

  @Override
  public ObservableList<Job> running() {
    return FXCollections.emptyObservableList();
  }

  private record NoProgress(Job job) implements WorkProgress {

    @Override
    public void done(long amount, long ofTotal) {}

    @Override
    public boolean cancelled() {
      return job.cancelled();
    }
  }
}
