package dev.neuralworkbench.walk;

import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.common.work.JobOutcome;
import dev.neuralworkbench.ui.common.work.Work;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Work on threads of its own, whose results wait until the walker takes them. */
final class WalkTasks implements BackgroundTasks {

  private final ObservableList<Job> running = FXCollections.observableArrayList();
  private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicInteger beside = new AtomicInteger();
  private int complaints;

  /** Takes what has arrived; whether anything had. */
  boolean take() {
    var any = false;
    for (var next = arrived.poll(); next != null; next = arrived.poll()) {
      next.run();
      any = true;
    }
    return any;
  }

  /** Whether work goes on beside so many jobs. */
  boolean isBusyBeside(int jobs) {
    return running.size() > jobs || beside.get() > 0 || !arrived.isEmpty();
  }

  /** How often a fault of the program was told. */
  int complaints() {
    return complaints;
  }

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(nameKey);
    running.add(job);
    Thread.ofVirtual()
        .name(nameKey)
        .start(
            () -> {
              var outcome = JobOutcome.of(work, job::cancelled);
              arrived.add(
                  () -> {
                    running.remove(job);
                    outcome.end(job, succeeded, failed);
                  });
            });
    return job;
  }

  @Override
  public <T> void bring(
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(name);
    var outcome = JobOutcome.of(work, job::cancelled);
    arrived.add(() -> outcome.end(job, succeeded, failed));
  }

  @Override
  public <T> Job beside(
      Executor lane,
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(name);
    beside.incrementAndGet();
    lane.execute(
        () -> {
          var outcome = JobOutcome.of(work, job::cancelled);
          arrived.add(
              () -> {
                beside.decrementAndGet();
                outcome.end(job, succeeded, failed);
              });
        });
    return job;
  }

  @Override
  public Executor lane(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
  }

  @Override
  public void complain() {
    complaints++;
  }

  @Override
  public void later(Runnable action) {
    arrived.add(action);
  }

  @Override
  public ObservableList<Job> running() {
    return running;
  }
}
