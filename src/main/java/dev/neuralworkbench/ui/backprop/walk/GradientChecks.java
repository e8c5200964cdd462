package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Checks of the gradients of what is taken apart, in the background. */
public final class GradientChecks {

  private static final NetworkLocation ALL = NetworkLocation.layer(NetworkLocation.ALL);
  private static final String JOB = "job.backprop.check";
  private static final int MOST_CHECKED = 2000;

  /** Single weights in the list; any other is chosen in the drawing. */
  private static final int MOST_OFFERED = 60;

  private final BackgroundTasks tasks;
  private final LatestTask check;
  private final LatestTask sweep;
  private final ReadOnlyObjectProperty<@Nullable StepSubject> subject;

  /** The weight, or those of a layer, or all, that are checked. */
  public final ObjectProperty<NetworkLocation> place = new SimpleObjectProperty<>(ALL);

  /** The difference h is 10 to the power of minus this; at first the one that serves best. */
  public final ObjectProperty<Integer> power =
      new SimpleObjectProperty<>((int) Math.round(-Math.log10(GradientCheck.BEST_EPSILON)));

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
    if (now != null && !fits(now.trace())) {
      place.set(ALL);
    }
  }

  private boolean fits(BackpropTrace trace) {
    var of = place.get();
    return of.equals(ALL)
        || (of.layer() < trace.layers()
            && of.unit() < trace.units(of.layer())
            && of.input() < trace.inputs(of.layer()));
  }

  /** What can be chosen: all weights, those of each layer, and single ones. */
  public static List<NetworkLocation> offered(BackpropTrace trace) {
    return Stream.of(
            Stream.of(ALL),
            IntStream.range(0, trace.layers()).mapToObj(NetworkLocation::layer),
            GradientCheck.places(trace, NetworkLocation.ALL, MOST_OFFERED).stream())
        .flatMap(it -> it)
        .toList();
  }

  /** Checks the gradients asked for; of many weights some, evenly chosen. */
  public void start() {
    var of = subject.get();
    if (of == null) {
      return;
    }
    var chosen = place.get();
    var places =
        chosen.isWeight()
            ? List.of(chosen)
            : GradientCheck.places(of.trace(), chosen.layer(), MOST_CHECKED);
    var epsilon = GradientCheck.epsilon(power.get());
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
