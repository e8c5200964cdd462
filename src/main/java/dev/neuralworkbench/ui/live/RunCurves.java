package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number of the training and of the validation rows, of the present run and the one before. */
final class RunCurves {

  private RunCurves() {}

  /** One number of an epoch. */
  interface EpochNumber {
    double of(TrainingHistory history, int epoch);
  }

  static List<CurveSeries> of(
      @Nullable LiveRun previous,
      @Nullable LiveRun present,
      EpochNumber training,
      EpochNumber validation,
      Words words) {
    var series = new ArrayList<CurveSeries>();
    add(previous, true, training, validation, words, series);
    add(present, false, training, validation, words, series);
    return series;
  }

  private static void add(
      @Nullable LiveRun run,
      boolean ghost,
      EpochNumber training,
      EpochNumber validation,
      Words words,
      List<CurveSeries> series) {
    if (run != null) {
      var suffix = ghost ? ".before" : "";
      var history = run.history();
      var folds = run.experiment().training().foldCount();
      var judged =
          folds == 0 ? "live.validation" : run.foldsAnew() ? "live.foldsAnew" : "live.folds";
      series.add(
          series(
              words.text("live.training" + suffix), CurveRole.TRAINING, ghost, history, training));
      series.add(
          series(
              words.text(judged + suffix, folds),
              CurveRole.VALIDATION,
              ghost,
              history,
              validation));
    }
  }

  private static CurveSeries series(
      String name, CurveRole role, boolean ghost, TrainingHistory history, EpochNumber number) {
    var curve = new HistoryCurve(history, epoch -> number.of(history, epoch));
    return new CurveSeries(name, role, ghost, curve);
  }
}
