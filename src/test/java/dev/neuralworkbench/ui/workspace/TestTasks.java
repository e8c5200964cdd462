package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.common.work.JobOutcome;
import dev.neuralworkbench.ui.common.work.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Background work on a test's own thread, which can be made to fail; what is told is counted. */
abstract class TestTasks implements BackgroundTasks {

  private final Map<String, Throwable> faults = new HashMap<>();
  private int complaints;

  /** Makes the next work of some name throw. */
  public final void fail(String name, Throwable thrown) {
    faults.put(name, thrown);
  }

  /** How often a fault of the program was told. */
  public final int complaints() {
    return complaints;
  }

  /** The work, or what it throws instead. */
  final <T> Work<T> unlessFaulty(String name, Work<T> work) {
    var thrown = faults.remove(name);
    return thrown == null ? work : _ -> Faults.raise(thrown);
  }

  @Override
  public final <T> void bring(
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(name);
    JobOutcome.of(unlessFaulty(name, work), job::cancelled).end(job, succeeded, failed);
  }

  @Override
  public final void complain() {
    complaints++;
  }

  @Override
  public final Executor lane(String name) {
    return Runnable::run;
  }

  @Override
  public final void later(Runnable action) {
    action.run();
  }

  @Override
  public final ObservableList<Job> running() {
    return FXCollections.emptyObservableList();
  }
}
