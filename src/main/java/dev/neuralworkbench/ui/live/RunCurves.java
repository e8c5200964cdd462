package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.explain.diagnosis.Vitals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Training and validation of a run and the one before; training's is the mean of each epoch. */
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

  /** One number of each epoch as a curve over the epochs, counted from 1 as people do. */
  record HistoryCurve(TrainingHistory history, IntToDoubleFunction number) implements Curve {

    @Override
    public int length() {
      return history.epochs();
    }

    @Override
    public double x(int index) {
      return index + 1.0;
    }

    @Override
    public double y(int index) {
      return number.applyAsDouble(index);
    }
  }

  /** A number of each layer; of very deep networks, of some layers from first to last. */
  static List<CurveSeries> ofLayers(
      ToDoubleFunction<Vitals.Layer> number, List<Vitals> vitals, Words words) {
    if (vitals.isEmpty()) {
      return List.of();
    }
    var x = vitals.stream().mapToDouble(Vitals::epochs).toArray();
    var layers = vitals.getFirst().layers().size();
    var shown = Math.min(layers, CurveRole.NUMBERED.size());
    return IntStream.range(0, shown)
        .mapToObj(
            i -> {
              var layer = shown == 1 ? 0 : i * (layers - 1) / (shown - 1);
              var y =
                  vitals.stream()
                      .mapToDouble(it -> number.applyAsDouble(it.layers().get(layer)))
                      .toArray();
              return CurveSeries.of(
                  layerName(layer, layers, words), CurveRole.NUMBERED.get(i), Curve.of(x, y));
            })
        .filter(series -> hasNumber(series.curve()))
        .toList();
  }

  static String layerName(int layer, int layers, Words words) {
    return layer == layers - 1
        ? words.text("monitors.output")
        : words.text("monitors.layer", Numbers.count(layer + 1L));
  }

  private static boolean hasNumber(Curve curve) {
    return IntStream.range(0, curve.length()).anyMatch(i -> !Double.isNaN(curve.y(i)));
  }
}
