package dev.neuralworkbench.ui.live.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Vitals;
import dev.neuralworkbench.explain.diagnosis.VitalsProbe;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Run;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Measures the layers over a run while somebody looks, from its checkpoints, on a thread of its
 * own: the newest epoch first, then those in between, about {@value #WANTED} in all.
 */
public final class VitalsRecorder {

  /** Weights, and how many epochs were done by then. */
  public record WeightsNow(int epochs, NetworkWeights weights) {}

  /** Moments of a run that make a curve. */
  private static final int WANTED = 60;

  /** Rest after a measurement while the run goes on, as a multiple of the time that it took. */
  private static final int REST = 9;

  private final TimeTravel travel;
  private final BackgroundTasks tasks;
  private final LatestTask wish;
  public final ReadOnlyObjectWrapper<List<Vitals>> vitals = new ReadOnlyObjectWrapper<>(List.of());
  public final ReadOnlyObjectWrapper<@Nullable WeightsNow> newest = new ReadOnlyObjectWrapper<>();
  private final TreeMap<Integer, Vitals> measured = new TreeMap<>();
  private @Nullable Run run;
  private boolean gaveUp;
  private long restsUntil = System.nanoTime();

  public VitalsRecorder(TimeTravel travel, BackgroundTasks tasks) {
    this.travel = travel;
    this.tasks = tasks;
    wish = LatestTask.unseen(tasks, tasks.lane("vitals"), "vitals");
  }

  public void pull() {
    follow(travel.presentRun());
    var of = run;
    if (of != null && !gaveUp && !wish.busy().get() && System.nanoTime() - restsUntil > 0) {
      var epochs = next(of);
      if (epochs >= 0) {
        wish.ask(
            progress -> measure(of, epochs, progress),
            result -> arrive(of, result),
            tasks.complainAfter(() -> gaveUp = true));
      }
    }
  }

  private void follow(@Nullable Run present) {
    var before = run;
    if (present == null ? before == null : present.equals(before)) {
      forgetBeyond(travel.reachable.get().last());
      return;
    }
    run = present;
    gaveUp = false;
    wish.forget();
    var continues =
        present != null && before != null && present.history().beginsWith(before.history());
    if (!continues) {
      measured.clear();
      newest.set(null);
    }
    vitals.set(List.copyOf(measured.values()));
  }

  /** After a branch the epochs beyond it are no longer the document's. */
  private void forgetBeyond(int last) {
    if (!measured.isEmpty() && measured.lastKey() > last) {
      measured.tailMap(last, false).clear();
      vitals.set(List.copyOf(measured.values()));
    }
  }

  private int next(Run of) {
    var reach = travel.reachable.get();
    if (!reach.isAny()) {
      return -1;
    }
    var spacing = Math.max(1, (reach.last() - reach.first()) / WANTED);
    var ended = of.history().stopReason() != null;
    if (lacks(reach.last(), ended ? 1 : spacing)) {
      return reach.last();
    }
    for (var epochs = reach.first(); epochs < reach.last(); epochs += spacing) {
      if (lacks(epochs, spacing)) {
        var atHand = of.trail.atHand(epochs);
        return atHand > epochs - spacing && lacks(atHand, 1) ? atHand : epochs;
      }
    }
    return -1;
  }

  /** Whether there is nothing in the stretch of epochs that ends with this one. */
  private boolean lacks(int epochs, int spacing) {
    var before = measured.floorKey(epochs);
    return before == null || before <= epochs - spacing;
  }

  /** On a thread of its own. */
  private static Timed measure(Run of, int epochs, Progress progress) {
    var start = System.nanoTime();
    var moment =
        of.at(epochs, progress::cancelled)
            .map(model -> new Measured(measure(of, model), model.weights()));
    return new Timed(moment, System.nanoTime() - start);
  }

  private static Vitals measure(Run of, Model model) {
    var probe =
        new VitalsProbe(
            model.experiment().network(), model.outputs(), of.prepared.training(), of.products());
    var checkpoint = model.checkpoint();
    if (checkpoint == null) {
      throw new IllegalStateException("a moment of a run has a checkpoint");
    }
    return probe.measure(checkpoint, model.history(), model.experiment().training());
  }

  private void arrive(Run of, Timed result) {
    var ended = of.history().stopReason() != null;
    restsUntil = System.nanoTime() + (ended ? 0 : REST * result.took);
    result.moment.ifPresent(this::keep);
  }

  private void keep(Measured moment) {
    var epochs = moment.vitals.epochs();
    measured.put(epochs, moment.vitals);
    if (measured.lastKey() == epochs) {
      newest.set(new WeightsNow(epochs, moment.weights));
    }
    vitals.set(List.copyOf(measured.values()));
  }

  private record Measured(Vitals vitals, NetworkWeights weights) {}

  private record Timed(Optional<Measured> moment, long took) {}
}
