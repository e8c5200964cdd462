package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of the training and of the validation rows, of the present run and the one before. That
 * of the training rows is the mean while each epoch ran, and is called so: it is another number
 * than the network's own after the epoch.
 *
 * @param smoothed whether that of the training rows is of smoothed labels where a run has such
 */
record RunCurves(EpochNumber training, EpochNumber validation, boolean smoothed) {

  static final RunCurves LOSS =
      new RunCurves(TrainingHistory::trainingLoss, TrainingHistory::validationLoss, true);

  /** Accuracy or R². */
  static final RunCurves SCORE =
      new RunCurves(TrainingHistory::trainingScore, TrainingHistory::validationScore, false);

  interface EpochNumber {
    double of(TrainingHistory history, int epoch);
  }

  List<CurveSeries> of(@Nullable LiveRun previous, @Nullable LiveRun present, Words words) {
    var series = new ArrayList<CurveSeries>();
    add(previous, true, words, series);
    add(present, false, words, series);
    return series;
  }

  private void add(@Nullable LiveRun run, boolean ghost, Words words, List<CurveSeries> series) {
    if (run != null) {
      var suffix = ghost ? ".before" : "";
      var isSmoothed = smoothed && run.experiment().network().smoothing() > 0;
      var learned = isSmoothed ? "live.training.smoothed" : "live.training";
      var folds = run.experiment().training().foldCount();
      var judge =
          folds == 0 ? "live.validation" : run.foldsAnew() ? "live.foldsAnew" : "live.folds";
      var judged = words.text(judge + suffix, folds);
      series.add(
          new CurveSeries(
              words.text(learned + suffix), CurveRole.TRAINING, ghost, curve(run, training)));
      series.add(
          new CurveSeries(
              run.isAveraged() ? words.text("live.averaged", judged) : judged,
              CurveRole.VALIDATION,
              ghost,
              curve(run, validation)));
    }
  }

  private static HistoryCurve curve(LiveRun run, EpochNumber number) {
    return new HistoryCurve(run.history(), epoch -> number.of(run.history(), epoch));
  }
}
