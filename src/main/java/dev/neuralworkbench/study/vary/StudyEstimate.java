package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingSession;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * What a study will take, found out before it starts by training some of its settings for a moment.
 *
 * @param seconds time of all runs where none ends early, in seconds
 * @param bytes memory of the runs that go at once
 * @param threads runs at once, no more than memory has room for
 */
public record StudyEstimate(double seconds, long bytes, int threads) {

  /** Share of the heap for runs at once. */
  private static final double HEAP_SHARE = 0.5;

  private static final int MOST_TRIED = 8;
  private static final Duration TRIED = Duration.ofMillis(60);

  /** The first training of a program is slow. */
  private static final Duration WARM = Duration.ofMillis(300);

  /**
   * Tries settings at even distances.
   *
   * @param study one without problems
   * @param threads most runs at once
   */
  public static StudyEstimate of(Study study, Table table, Products products, int threads) {
    var settings = study.settings();
    var tried = Math.min(MOST_TRIED, settings.size());
    var some =
        IntStream.range(0, tried)
            .mapToObj(i -> settings.get(i * settings.size() / tried).of(study.base()))
            .toList();
    var most =
        some.stream()
            .mapToLong(it -> it.memoryNeed(DataShape.of(it.preparation(), table)).bytes())
            .max()
            .orElse(0);
    var room = (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory());
    var runs = settings.size() * study.seeds();
    var atOnce = Math.clamp(room / Math.max(1, most), 1, Math.min(threads, runs));
    seconds(some.getFirst(), table, products, WARM);
    var each =
        some.stream().mapToDouble(it -> seconds(it, table, products, TRIED)).average().orElse(0);
    return new StudyEstimate(each * runs / atOnce, most * atOnce, atOnce);
  }

  /** Seconds of a whole run, from the later half of the epochs of a moment. */
  private static double seconds(
      Experiment experiment, Table table, Products products, Duration tried) {
    var data = PreparedData.of(experiment.preparation(), table);
    var session =
        TrainingSession.start(
            experiment.network(),
            experiment.training(),
            data.training(),
            data.validation(),
            products);
    var end = System.nanoTime() + tried.toNanos();
    var control = new RunControl();
    control.stopWhen(() -> System.nanoTime() > end);
    session.run(control);
    var history = session.history();
    if (history.stopReason() != StopReason.STOPPED) {
      return history.epochs() == 0 ? 0 : history.seconds(history.epochs() - 1);
    }
    var epochs = experiment.training().stopping().epochs();
    var done = history.epochs();
    if (done == 0) {
      var share = (double) session.batch() / session.batchesPerEpoch();
      return tried.toNanos() * 1e-9 / Math.max(share, 1e-3) * epochs;
    }
    var after = done < 4 ? 0 : done / 2;
    var before = after == 0 ? 0 : history.seconds(after - 1);
    return (history.seconds(done - 1) - before) / (done - after) * epochs;
  }
}
