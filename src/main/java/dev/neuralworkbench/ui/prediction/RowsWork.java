package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.common.work.Work;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The reading or answering of rows that is under way: one at most, the next takes its place. */
final class RowsWork {

  final LatestTask reading;
  final LatestTask answering;
  final ReadOnlyObjectWrapper<@Nullable String> name = new ReadOnlyObjectWrapper<>();

  RowsWork(BackgroundTasks tasks) {
    reading = LatestTask.seen(tasks, "job.readRows");
    answering = LatestTask.seen(tasks, "job.answering");
    reading.busy().subscribe(this::follow);
    answering.busy().subscribe(this::follow);
  }

  boolean isIdle() {
    return !reading.busy().get() && !answering.busy().get();
  }

  void cancel() {
    reading.forget();
    answering.forget();
  }

  /** Begins to read or to answer. */
  <T> void begin(
      LatestTask wish,
      String of,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    cancel();
    name.set(of);
    wish.ask(work, succeeded, failed);
  }

  private void follow() {
    if (isIdle()) {
      name.set(null);
    }
  }
}
