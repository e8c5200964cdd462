package dev.neuralworkbench.ui.runs.landscape;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.landscape.Landscape;
import dev.neuralworkbench.study.landscape.Landscape.WeightPlace;
import dev.neuralworkbench.study.runs.RepeatedRun;
import dev.neuralworkbench.study.runs.RunTrail;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The landscape about the run that is chosen, or the model in use, worked out while it is seen. */
public final class LandscapeViewModel {

  public enum Phase {
    NOTHING,
    /** The run was on other rows than those that are open. */
    OTHER_DATA,
    /** The run began with weights that are not kept, so it cannot be trained again. */
    GONE,
    WORKING,
    CANCELLED,
    THERE
  }

  /** Weights along both axes, null for those that moved most; zoom of {@link Landscape#of}. */
  record Wanted(@Nullable WeightPlace x, @Nullable WeightPlace y, double zoom) {

    static final Wanted FIRST = new Wanted(null, null, 1);

    /** One weight cannot have both axes: the other axis gets the weight that this one had. */
    Wanted after(Wanted before) {
      if (x == null || !x.equals(y)) {
        return this;
      }
      return x.equals(before.x) ? new Wanted(before.y, y, zoom) : new Wanted(x, before.x, zoom);
    }
  }

  /** What was found: kept is 0 for the last weights, run is 0 for a model of no run in the list. */
  record Found(
      int run,
      int kept,
      boolean averaged,
      boolean smoothed,
      NetworkShape shape,
      Landscape landscape) {}

  /** A run, a model or both; from is what the run began with, data the hash of the open rows. */
  record Subject(
      @Nullable LoggedRun run,
      @Nullable Model from,
      @Nullable Model model,
      Table table,
      String data) {}

  private record Retraced(Subject of, Model model, PreparedData data, List<NetworkWeights> way) {}

  private final Workspace workspace;
  private final Supplier<Products> products;
  final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NOTHING);
  final Inquiry<Subject, Found> found;

  /** Whether several runs are chosen, of which it shows one. */
  final BooleanProperty several = new SimpleBooleanProperty();

  private @Nullable LoggedRun chosen;
  private Wanted wanted = Wanted.FIRST;
  private boolean seen;

  /** Belongs to the work, of which one goes at a time. */
  private volatile @Nullable Retraced retraced;

  public LandscapeViewModel(
      Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.products = products;
    var task =
        LatestTask.seen(tasks, "job.landscape").whenCancelled(() -> phase.set(Phase.CANCELLED));
    found = new Inquiry<Subject, Found>(tasks, task).lasting().telling(this::arrive);
    OnAnyChange.all(this::follow, workspace.document());
  }

  public void seen(boolean now) {
    seen = now;
    if (!now && phase.get() == Phase.WORKING) {
      found.forget();
    }
    follow();
  }

  /** The runs of which it is to be about the first; none for the model in use. */
  public void choose(List<LoggedRun> runs) {
    several.set(runs.size() > 1);
    chosen = runs.isEmpty() ? null : runs.getFirst();
    follow();
  }

  void want(UnaryOperator<Wanted> change) {
    var other = change.apply(wanted);
    if (!other.equals(wanted)) {
      wanted = other.after(wanted);
      again();
    }
  }

  private void follow() {
    if (!seen) {
      return;
    }
    var next = next();
    if (next == null || !next.equals(found.question())) {
      phase.set(reach(next)); // Before what was found goes, with which it says that it is there.
      found.forget();
      ask(next);
    }
  }

  /** Models are compared by identity: comparing weights would take time. */
  private @Nullable Subject next() {
    var document = workspace.document().get();
    var table = document.data().table();
    var model = document.trained();
    var run = chosen;
    if (run == null && model != null) {
      run =
          document.runs().present().stream()
              .filter(it -> Same.is(it.model(), model))
              .findFirst()
              .orElse(null);
    }
    if (table == null || (run == null && model == null)) {
      return null;
    }
    var number = run == null ? null : run.record().from();
    var from =
        number == null ? null : document.runs().run(number).map(LoggedRun::model).orElse(null);
    var data = document.data().hash();
    return new Subject(run, from, run == null ? model : run.model(), table, data);
  }

  void again() {
    ask(next());
  }

  private void ask(@Nullable Subject of) {
    phase.set(reach(of));
    if (of != null && phase.get() == Phase.WORKING) {
      var asked = wanted;
      found.askAgain(of, progress -> work(of, asked, progress));
    }
  }

  private static Phase reach(@Nullable Subject of) {
    if (of == null) {
      return Phase.NOTHING;
    } else if (of.run == null) {
      return Phase.WORKING;
    } else if (!of.run.record().data().equals(of.data)) {
      return Phase.OTHER_DATA;
    }
    return of.model == null && !of.run.record().anew() ? Phase.GONE : Phase.WORKING;
  }

  private void arrive(Found now) {
    wanted = new Wanted(now.landscape.x(), now.landscape.y(), wanted.zoom);
    phase.set(Phase.THERE);
  }

  private Found work(Subject of, Wanted asked, Progress progress) {
    var before = retraced;
    var at = before != null && before.of.equals(of) ? before : retrace(of, progress);
    retraced = at;
    var shape = shape(at.model);
    // Runs of one kind of network are compared along the same weights.
    var isAlike = before != null && shape(before.model).equals(shape);
    var moved = at.way.isEmpty() ? at.model.weights() : at.way.getFirst();
    // In the network's order: the same weights have the same axes, whichever moved more.
    var most =
        Landscape.mostMoved(moved, at.model.weights()).stream()
            .sorted(
                Comparator.comparingInt(WeightPlace::layer)
                    .thenComparingInt(WeightPlace::unit)
                    .thenComparingInt(WeightPlace::input))
            .toList();
    var land =
        Landscape.of(
            at.model,
            at.way,
            at.data.training(),
            asked.x == null || !isAlike ? most.getFirst() : asked.x,
            asked.y == null || !isAlike ? most.getLast() : asked.y,
            asked.zoom,
            products.get(),
            progress);
    var run = of.run == null ? 0 : of.run.number();
    var result = of.run == null ? null : of.run.record().result();
    var kept = result == null || result.used() == result.epochs() ? 0 : result.used();
    var averaged = at.model.experiment().training().average() > 0;
    var smoothed = at.model.experiment().network().smoothing() > 0;
    return new Found(run, kept, averaged, smoothed, shape, land);
  }

  private static NetworkShape shape(Model of) {
    return NetworkShape.of(of.preprocessor(), of.experiment().network());
  }

  private Retraced retrace(Subject of, Progress progress) {
    var run = of.run == null ? null : of.run.record();
    var known = of.model;
    var model =
        known != null || run == null
            ? Objects.requireNonNull(known)
            : RepeatedRun.of(run, of.table, products.get(), progress);
    var data = model.prepared(of.table);
    return new Retraced(of, model, data, run == null ? List.of() : way(of, run, data, progress));
  }

  private List<NetworkWeights> way(
      Subject of, RunRecord run, PreparedData data, Progress progress) {
    if (!RepeatedRun.canFollow(run, of.from)) {
      return List.of();
    }
    var trail = RunTrail.of(run, of.from, data, products.get(), progress);
    return trail.leadsTo(run)
        ? trail.moments().stream().map(RunTrail.Moment::weights).toList()
        : List.of();
  }
}
