package dev.neuralworkbench.ui.runs.pair;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.MeanLoss;
import dev.neuralworkbench.study.runs.RepeatedRun;
import dev.neuralworkbench.study.runs.RunTrail;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.map.DecisionMap;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The two runs that are chosen, trained again in the background while they are seen. */
public final class PairViewModel {

  public enum Phase {
    NOT_TWO,
    /** A run was on other rows than those that are open. */
    OTHER_DATA,
    /** A run began with weights that are not kept, or has no epoch yet: it cannot be repeated. */
    GONE,
    WORKING,
    CANCELLED,
    THERE
  }

  /** One of both, with the loss of its training rows at each moment; NaN where that takes long. */
  record Side(LoggedRun run, RunTrail trail, List<Double> losses, DecisionMap map) {

    Side {
      losses = List.copyOf(losses);
    }

    boolean isRepeated() {
      return trail.leadsTo(run.record());
    }

    double loss(RunTrail.Moment at) {
      return losses.get(trail.moments().indexOf(at));
    }
  }

  record Pair(Side left, Side right) {

    int epochs() {
      return Math.max(left.trail.epochs(), right.trail.epochs());
    }
  }

  /** Multiplications that losses may cost: a few seconds. */
  private static final double MOST_WORK = 3e10;

  private final Workspace workspace;
  private final Supplier<Products> products;
  final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NOT_TWO);
  private final Inquiry<List<RunRecord>, Optional<Pair>> asked;
  final ObservableValue<@Nullable Pair> pair;

  /** The epoch that is looked at; a run that ended before shows its last. */
  final IntegerProperty epoch = new SimpleIntegerProperty();

  private List<LoggedRun> chosen = List.of();
  private boolean seen;

  public PairViewModel(Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.products = products;
    var task = LatestTask.seen(tasks, "job.pair").whenCancelled(() -> phase.set(Phase.CANCELLED));
    asked =
        new Inquiry<List<RunRecord>, Optional<Pair>>(tasks, task).lasting().telling(this::arrive);
    pair = asked.map(found -> found.orElse(null));
    OnAnyChange.all(this::follow, workspace.document());
  }

  public void seen(boolean now) {
    seen = now;
    if (!now && phase.get() == Phase.WORKING) {
      asked.forget();
    }
    follow();
  }

  public void choose(List<LoggedRun> runs) {
    chosen = List.copyOf(runs);
    follow();
  }

  void again() {
    asked.forget();
    follow();
  }

  private void follow() {
    if (!seen) {
      return;
    }
    var document = workspace.document().get();
    var table = document.data().table();
    var next = reach(document);
    var records = chosen.stream().map(LoggedRun::record).toList();
    if (table == null || next != Phase.WORKING) {
      phase.set(next);
      asked.forget();
    } else if (!records.equals(asked.question())) {
      ask(records, document.runs(), table);
    }
  }

  private Phase reach(Document document) {
    var data = document.data();
    var runs = document.runs();
    if (chosen.size() != 2) {
      return Phase.NOT_TWO;
    } else if (data.table() == null
        || chosen.stream().anyMatch(it -> !it.record().data().equals(data.hash()))) {
      return Phase.OTHER_DATA;
    }
    var canRepeat =
        chosen.stream()
            .map(LoggedRun::record)
            .allMatch(it -> it.result().epochs() > 0 && RepeatedRun.canFollow(it, runs.before(it)));
    return canRepeat ? Phase.WORKING : Phase.GONE;
  }

  private void ask(List<RunRecord> records, RunLog runs, Table table) {
    phase.set(Phase.WORKING);
    var two = chosen;
    asked.ask(
        records,
        progress ->
            Optional.of(
                    new Pair(
                        side(two.getFirst(), runs, table, progress),
                        side(two.getLast(), runs, table, progress)))
                .filter(both -> both.left.isRepeated() && both.right.isRepeated()));
  }

  private Side side(LoggedRun run, RunLog runs, Table table, Progress progress) {
    var preparation = run.record().experiment().preparation();
    var data = PreparedData.of(preparation, table);
    var map = DecisionMap.of(table, data.preprocessor(), RowSplit.of(preparation, table));
    var trail =
        RunTrail.of(run.record(), runs.before(run.record()), data, products.get(), progress);
    return new Side(run, trail, losses(run.record(), trail, data.training(), progress), map);
  }

  private List<Double> losses(RunRecord run, RunTrail trail, Dataset rows, Progress progress) {
    var moments = trail.moments();
    var first = moments.getFirst().weights();
    if ((double) moments.size() * rows.rows() * first.parameterCount() > MOST_WORK) {
      return moments.stream().map(_ -> Double.NaN).toList();
    }
    var loss = new MeanLoss(run.experiment().network(), first, rows, products.get());
    var losses = new ArrayList<Double>();
    for (var moment : moments) {
      progress.goOn(losses.size(), moments.size());
      loss.weights(moment.weights());
      losses.add(loss.value());
    }
    return losses;
  }

  private void arrive(Optional<Pair> found) {
    found.ifPresent(both -> epoch.set(both.epochs()));
    phase.set(found.isPresent() ? Phase.THERE : Phase.GONE);
  }
}
