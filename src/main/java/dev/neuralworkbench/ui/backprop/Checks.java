package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.GradientCheck;
import dev.neuralworkbench.explain.Location;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Checks of the gradients of what is taken apart, in the background. */
final class Checks {

  private static final String JOB = "job.backprop.check";

  /** Weights that one check looks at. */
  private static final int MOST_CHECKED = 2000;

  private final BackgroundTasks tasks;
  private final ReadOnlyObjectProperty<@Nullable Subject> subject;
  private final ObjectProperty<CheckRequest> request =
      new SimpleObjectProperty<>(this, "request", CheckRequest.DEFAULT);
  private final ReadOnlyObjectWrapper<@Nullable GradientCheck> last =
      new ReadOnlyObjectWrapper<>(this, "last");

  /**
   * @param subject what is taken apart; a check of another subject is forgotten
   */
  Checks(BackgroundTasks tasks, ReadOnlyObjectProperty<@Nullable Subject> subject) {
    this.tasks = tasks;
    this.subject = subject;
    subject.addListener((_, _, now) -> forget(now));
  }

  private void forget(@Nullable Subject now) {
    last.set(null);
    if (now != null && !request.get().fits(now.trace())) {
      request.set(request.get().of(CheckRequest.DEFAULT.place()));
    }
  }

  /** The last check; null before one. */
  ReadOnlyObjectProperty<@Nullable GradientCheck> last() {
    return last.getReadOnlyProperty();
  }

  /** What a check is to look at. */
  ObjectProperty<CheckRequest> request() {
    return request;
  }

  /** Checks the gradients asked for; of many weights some, evenly chosen. */
  void start() {
    var of = subject.get();
    if (of == null) {
      return;
    }
    var asked = request.get();
    var places = asked.places(of.trace(), MOST_CHECKED);
    tasks.submit(
        JOB,
        progress -> GradientCheck.of(of.trace(), places, asked.epsilon(), progress::cancelled),
        made -> {
          if (of.equals(subject.get())) {
            last.set(made);
          }
        },
        _ -> last.set(null));
  }

  /**
   * Checks one weight with every ε.
   *
   * @param shown told the checks, one an ε, unless something else is looked at by then
   */
  void sweep(Location place, Consumer<List<GradientCheck>> shown) {
    var of = subject.get();
    if (of != null) {
      tasks.submit(
          JOB,
          _ -> GradientCheck.sweep(of.trace(), place),
          made -> {
            if (of.equals(subject.get())) {
              shown.accept(made);
            }
          },
          _ -> shown.accept(List.of()));
    }
  }
}
