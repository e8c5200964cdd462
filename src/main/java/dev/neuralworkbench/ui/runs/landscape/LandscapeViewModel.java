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
import dev.neuralworkbench.ui.chart.band.BandChart;
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
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The landscape about the run that is chosen, or the model in use, worked out while it is seen. Of
 * several runs it is about the last; the paths of the others lie on it where they have weights of
 * the same network.
 */
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

  /** Weights along both axes, null for those that moved most. */
  record Wanted(@Nullable WeightPlace x, @Nullable WeightPlace y) {

    static final Wanted FIRST = new Wanted(null, null);

    /** One weight cannot have both axes: the other axis gets the weight that this one had. */
    Wanted after(Wanted before) {
      if (x == null || !x.equals(y)) {
        return this;
      }
      return x.equals(before.x) ? new Wanted(before.y, y) : new Wanted(x, before.x);
    }
  }

  /**
   * What was found: kept is 0 for the last weights, run is 0 for a model of no run in the list,
   * left counts the chosen runs that have no path on it.
   */
  record Found(
      int run,
      int kept,
      boolean averaged,
      boolean smoothed,
      NetworkShape shape,
      Landscape landscape,
      List<Way> others,
      int left) {}

  /** The path of another run over the same two weights; one that cannot be followed is its end. */
  record Way(int run, List<Landscape.Point> path) {}

  /** A run, a model or both; from is what the run began with, data the hash of the open rows. */
  record Subject(
      @Nullable LoggedRun run,
      @Nullable Model from,
      @Nullable Model model,
      Table table,
      String data) {}

  private record Retraced(Subject of, Model model, PreparedData data, List<NetworkWeights> way) {

    NetworkShape shape() {
      return NetworkShape.of(model.preprocessor(), model.experiment().network());
    }

    List<NetworkWeights> wayAndEnd() {
      return Stream.concat(way.stream(), Stream.of(model.weights())).toList();
    }
  }

  /** As many as the list has colors for. */
  private static final int MOST_RUNS = BandChart.MOST_NAMED;

  private final Workspace workspace;
  private final Supplier<Products> products;
  final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NOTHING);
  final Inquiry<List<Subject>, Found> found;
  private List<LoggedRun> chosen = List.of();
  private Wanted wanted = Wanted.FIRST;
  private boolean seen;

  /** Belongs to the work, of which one goes at a time. */
  private volatile List<Retraced> retraced = List.of();

  public LandscapeViewModel(
      Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.products = products;
    var task =
        LatestTask.seen(tasks, "job.landscape").whenCancelled(() -> phase.set(Phase.CANCELLED));
    found = new Inquiry<List<Subject>, Found>(tasks, task).lasting().telling(this::arrive);
    OnAnyChange.all(this::follow, workspace.document());
  }

  public void seen(boolean now) {
    seen = now;
    if (!now && phase.get() == Phase.WORKING) {
      found.forget();
    }
    follow();
  }

  /** The runs that it is to show, about the last of them; none for the model in use. */
  public void choose(List<LoggedRun> runs) {
    chosen = runs.stream().sorted(Comparator.comparingInt(LoggedRun::number).reversed()).toList();
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
      // Before what was found goes, with which it says that it is there.
      phase.set(reach(next));
      found.forget();
      ask(next);
    }
  }

  /** Models are compared by identity: comparing weights would take time. */
  private @Nullable List<Subject> next() {
    var document = workspace.document().get();
    var table = document.data().table();
    var model = document.trained();
    if (table == null || (chosen.isEmpty() && model == null)) {
      return null;
    }
    var data = document.data().hash();
    var runs = document.runs();
    var shown =
        chosen.isEmpty()
            ? runs.present().stream().filter(it -> Same.is(it.model(), model)).limit(1)
            : chosen.stream().limit(MOST_RUNS);
    var subjects =
        shown
            .map(it -> new Subject(it, runs.before(it.record()), it.model(), table, data))
            .toList();
    return subjects.isEmpty() ? List.of(new Subject(null, null, model, table, data)) : subjects;
  }

  void again() {
    ask(next());
  }

  private void ask(@Nullable List<Subject> of) {
    phase.set(reach(of));
    if (of != null && phase.get() == Phase.WORKING) {
      var asked = wanted;
      found.askAgain(of, progress -> work(of, asked, progress));
    }
  }

  private static Phase reach(@Nullable List<Subject> of) {
    return of == null ? Phase.NOTHING : reach(of.getFirst());
  }

  private static Phase reach(Subject of) {
    if (of.run == null) {
      return Phase.WORKING;
    } else if (!of.run.record().data().equals(of.data)) {
      return Phase.OTHER_DATA;
    }
    return of.model == null && !of.run.record().anew() ? Phase.GONE : Phase.WORKING;
  }

  private void arrive(Found now) {
    wanted = new Wanted(now.landscape.x(), now.landscape.y());
    phase.set(Phase.THERE);
  }

  private Found work(List<Subject> of, Wanted asked, Progress progress) {
    var before = retraced;
    var all =
        of.stream()
            .filter(it -> reach(it) == Phase.WORKING)
            .map(it -> retrace(it, before, progress))
            .toList();
    retraced = all;
    var at = all.getFirst();
    var shape = at.shape();
    var beside = all.stream().skip(1).filter(it -> it.shape().equals(shape)).toList();
    // Runs of one kind of network are compared along the same weights.
    var isAlike = !before.isEmpty() && before.getFirst().shape().equals(shape);
    var moved = at.way.isEmpty() ? at.model.weights() : at.way.getFirst();
    // In the network's order: the same weights have the same axes, whichever moved more.
    var most =
        Landscape.mostMoved(moved, at.model.weights()).stream()
            .sorted(
                Comparator.comparingInt(WeightPlace::layer)
                    .thenComparingInt(WeightPlace::unit)
                    .thenComparingInt(WeightPlace::input))
            .toList();
    var x = asked.x == null || !isAlike ? most.getFirst() : asked.x;
    var y = asked.y == null || !isAlike ? most.getLast() : asked.y;
    var land =
        Landscape.of(
            at.model,
            at.way,
            beside.stream().flatMap(it -> it.wayAndEnd().stream()).toList(),
            at.data.training(),
            x,
            y,
            products.get(),
            progress);
    var others =
        beside.stream()
            .map(it -> new Way(number(it.of), Landscape.path(x, y, it.wayAndEnd())))
            .toList();
    var result = at.of.run == null ? null : at.of.run.record().result();
    var kept = result == null || result.used() == result.epochs() ? 0 : result.used();
    var averaged = at.model.experiment().training().average() > 0;
    var smoothed = at.model.experiment().network().smoothing() > 0;
    var left = of.size() - 1 - others.size();
    return new Found(number(at.of), kept, averaged, smoothed, shape, land, others, left);
  }

  private static int number(Subject of) {
    return of.run == null ? 0 : of.run.number();
  }

  private Retraced retrace(Subject of, List<Retraced> known, Progress progress) {
    return known.stream()
        .filter(it -> it.of.equals(of))
        .findFirst()
        .orElseGet(() -> retrace(of, progress));
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
