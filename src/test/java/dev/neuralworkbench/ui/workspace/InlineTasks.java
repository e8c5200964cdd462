package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.common.work.JobOutcome;
import dev.neuralworkbench.ui.common.work.Work;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs background work at once, on the caller's thread. */
public final class InlineTasks extends TestTasks {

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(nameKey);
    JobOutcome.of(unlessFaulty(nameKey, work), job::cancelled).end(job, succeeded, failed);
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
            JobOutcome.of(unlessFaulty(name, work), job::cancelled).end(job, succeeded, failed);
          }
        });
    return job;
  }
}
