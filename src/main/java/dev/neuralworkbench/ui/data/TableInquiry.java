package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Asks the open table, in the background where it is large; answers last while it stays open. */
final class TableInquiry<K, V> {

  private static final int REMEMBERED = 64;

  private final BackgroundTasks tasks;
  private final LatestTask wish;
  private final Map<K, V> known = new LinkedHashMap<>();

  /** What was found last; stays until the next is found. Null while there is nothing. */
  final ReadOnlyObjectWrapper<@Nullable V> found = new ReadOnlyObjectWrapper<>();

  private @Nullable K asked;

  TableInquiry(BackgroundTasks tasks, String nameKey) {
    this.tasks = tasks;
    wish = LatestTask.seen(tasks, nameKey).unstoppable();
  }

  /** Asks; the same question again costs nothing. */
  void ask(K question, boolean large, Supplier<V> find) {
    if (question.equals(asked)) {
      return;
    }
    wish.forget();
    asked = question;
    var answer = known.get(question);
    if (answer != null) {
      found.set(answer);
    } else if (large) {
      wish.ask(
          _ -> find.get(),
          value -> remember(question, value),
          _ -> {
            found.set(null);
            tasks.complain();
          });
    } else {
      remember(question, find.get());
    }
  }

  void askNothing() {
    wish.forget();
    asked = null;
    found.set(null);
  }

  void forget() {
    known.clear();
    askNothing();
  }

  private void remember(K question, V value) {
    known.put(question, value);
    if (known.size() > REMEMBERED) {
      known.remove(known.keySet().iterator().next());
    }
    found.set(value);
  }
}
