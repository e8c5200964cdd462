package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.optimum.DescentGap;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How far runs were above their optimum, worked out in the background once it is looked at. */
public final class GapsViewModel {

  record Key(String data, Experiment experiment, int epochs, List<Intervention> interventions) {

    static Key of(RunRecord run) {
      return new Key(run.data(), run.experiment(), run.result().epochs(), run.interventions());
    }
  }

  private final Workspace workspace;
  private final Supplier<Products> products;

  /** All that is known; null before the first. */
  final Inquiry<List<RunRecord>, Map<Key, DescentGap>> found;

  public GapsViewModel(Workspace workspace, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.products = products;
    var task = LatestTask.seen(tasks, "job.optimum");
    found = new Inquiry<List<RunRecord>, Map<Key, DescentGap>>(tasks, task).lasting();
  }

  Optional<DescentGap> of(RunRecord run) {
    return Optional.ofNullable(found.get()).map(known -> known.get(Key.of(run)));
  }

  /** Works out what is not known of runs that began with new weights, on the rows at hand. */
  void want(List<RunRecord> runs) {
    var data = workspace.document().get().data();
    var table = data.table();
    var missing =
        runs.stream()
            .filter(run -> run.anew() && run.result().epochs() > 0)
            .filter(run -> run.data().equals(data.hash()) && of(run).isEmpty())
            .toList();
    if (table != null && !missing.isEmpty() && !found.busy().get()) {
      var known = Optional.ofNullable(found.get()).orElse(Map.of());
      found.askAgain(missing, progress -> gaps(known, missing, table, progress));
    }
  }

  private Map<Key, DescentGap> gaps(
      Map<Key, DescentGap> known, List<RunRecord> runs, Table table, Progress progress) {
    var gaps = new HashMap<>(known);
    for (var run : runs) {
      gaps.put(Key.of(run), DescentGap.of(run, table, products.get(), progress));
    }
    return Map.copyOf(gaps);
  }
}
