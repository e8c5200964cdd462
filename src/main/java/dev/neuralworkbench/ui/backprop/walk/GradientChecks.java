package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Checks of the gradients of what is taken apart, in the background. */
public final class GradientChecks {

  /** A weight, a layer, or {@link NetworkLocation#ALL}; h is 10 to the power of minus this. */
  public record CheckRequest(NetworkLocation place, int power) {

    /** All weights, with the h that serves best. */
    public static final CheckRequest DEFAULT =
        new CheckRequest(
            NetworkLocation.layer(NetworkLocation.ALL),
            (int) Math.round(-Math.log10(GradientCheck.BEST_EPSILON)));

    public CheckRequest of(NetworkLocation other) {
      return new CheckRequest(other, power);
    }

    public boolean fits(BackpropTrace trace) {
      return place.layer() == NetworkLocation.ALL
          || (place.layer() < trace.layers()
              && place.unit() < trace.units(place.layer())
              && place.input() < trace.inputs(place.layer()));
    }
  }

  private static final String JOB = "job.backprop.check";
  private static final int MOST_CHECKED = 2000;

  private final BackgroundTasks tasks;
  private final LatestTask check;
  private final LatestTask sweep;
  private final ReadOnlyObjectProperty<@Nullable StepSubject> subject;
  public final ObjectProperty<CheckRequest> request =
      new SimpleObjectProperty<>(CheckRequest.DEFAULT);
  public final ReadOnlyObjectWrapper<@Nullable GradientCheck> last = new ReadOnlyObjectWrapper<>();

  public GradientChecks(
      BackgroundTasks tasks, ReadOnlyObjectProperty<@Nullable StepSubject> subject) {
    this.tasks = tasks;
    check = LatestTask.seen(tasks, JOB);
    sweep = LatestTask.seen(tasks, JOB);
    this.subject = subject;
    subject.addListener((_, _, now) -> forget(now));
  }

  private void forget(@Nullable StepSubject now) {
    check.forget();
    sweep.forget();
    last.set(null);
    if (now != null && !request.get().fits(now.trace())) {
      request.set(request.get().of(CheckRequest.DEFAULT.place()));
    }
  }

  /** Checks the gradients asked for; of many weights some, evenly chosen. */
  public void start() {
    var of = subject.get();
    if (of == null) {
      return;
    }
    var place = request.get().place();
    var places =
        place.isWeight()
            ? List.of(place)
            : GradientCheck.places(of.trace(), place.layer(), MOST_CHECKED);
    var epsilon = GradientCheck.epsilon(request.get().power());
    check.ask(
        progress -> GradientCheck.of(of.trace(), places, epsilon, progress::cancelled),
        last::set,
        tasks.complainAfter(() -> last.set(null)));
  }

  /** Checks one weight with every h, unless something else is looked at by then. */
  public void sweep(NetworkLocation place, Consumer<List<GradientCheck>> shown) {
    var of = subject.get();
    if (of != null) {
      sweep.ask(
          _ -> GradientCheck.sweep(of.trace(), place),
          shown,
          tasks.complainAfter(() -> shown.accept(List.of())));
    }
  }
}
