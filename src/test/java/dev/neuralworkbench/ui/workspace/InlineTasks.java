package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Job;
import dev.neuralworkbench.ui.common.Outcome;
import dev.neuralworkbench.ui.common.Work;
import dev.neuralworkbench.ui.common.WorkProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs background work at once, on the caller's thread. */
public final class InlineTasks implements BackgroundTasks {

  private final Map<String, Throwable> faults = new HashMap<>();
  private int complaints;

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(nameKey);
    Outcome.of(unlessFaulty(nameKey, work), WorkProgress.unseen(job)).end(job, succeeded, failed);
    return job;
  }

  @Override
  public <T> Job beside(
      Executor lane,
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(name);
    lane.execute(
        () -> {
          if (!job.cancelled()) {
            Outcome.of(unlessFaulty(name, work), WorkProgress.unseen(job))
                .end(job, succeeded, failed);
          }
        });
    return job;
  }

  @Override
  public Executor lane(String name) {
    return Runnable::run;
  }

  @Override
  public void complain() {
    complaints++;
  }

  /** Makes the next work of some name throw. */
  public void fail(String name, Throwable thrown) {
    faults.put(name, thrown);
  }

  private <T> Work<T> unlessFaulty(String name, Work<T> work) {
    var thrown = faults.remove(name);
    return thrown == null ? work : _ -> Faults.raise(thrown);
  }

  /** How often a fault of the program was told. */
  public int complaints() {
    return complaints;
  }

  @Override
  public void later(Runnable action) {
    action.run();
  }

  @Override
  public ObservableList<Job> running() {
    return FXCollections.emptyObservableList();
  }
}
