package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.ChartFiles;
import dev.neuralworkbench.ui.chart.ChartPanel;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.CurveSeries;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import org.jspecify.annotations.Nullable;

/** Loss, and accuracy or R², of the present run over those of the one before. */
final class LiveCharts {

  /** R² below this is off the chart: an untrained network may start far below. */
  private static final Span R2_LIMITS = new Span(-1, 1);

  private static final Span SHARE = new Span(0, 1);
  private static final Span LOSS_LIMITS = new Span(0, Double.POSITIVE_INFINITY);

  private final LiveViewModel model;
  private final Messages messages;
  private final ChartPanel loss;
  private final ChartPanel score;

  LiveCharts(LiveViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    loss = new ChartPanel("live-loss", messages.text("live.loss"), true, files);
    score =
        new ChartPanel(
            "live-score",
            messages.text(model.present(), (w, run) -> w.text(scoreKey(run))),
            false,
            files);
    bind();
  }

  ChartPanel loss() {
    return loss;
  }

  ChartPanel score() {
    return score;
  }

  /** Reads what the run has added; called once a frame while the charts are seen. */
  void pull() {
    loss.chart().pull();
    score.chart().pull();
    var run = model.present().get();
    if (run != null && run.history().stopReason() != null) {
      expect(0);
    }
  }

  private void bind() {
    loss.chart().limits().set(LOSS_LIMITS);
    for (var panel : List.of(loss, score)) {
      panel.chart().xName().bind(messages.text("live.epoch"));
      panel.chart().cursor().bind(cursor());
    }
    loss.chart().emptyText().bind(messages.text("live.loss.empty"));
    loss.chart().yName().bind(messages.text(model.present(), (w, run) -> lossAxis(w, run)));
    score
        .chart()
        .emptyText()
        .bind(messages.text(model.present(), (w, run) -> w.text(scoreKey(run) + ".empty")));
    score
        .chart()
        .yName()
        .bind(messages.text(model.present(), (w, run) -> w.text(scoreKey(run) + ".axis")));
    model.present().subscribe(_ -> showRuns());
    model.previous().subscribe(_ -> showRuns());
    messages.language().subscribe(_ -> showRuns());
  }

  /** The epoch that is looked at. */
  private DoubleBinding cursor() {
    var moment = model.travel().moment();
    return Bindings.createDoubleBinding(
        () -> moment.get() == null ? Double.NaN : moment.get().epochs(), moment);
  }

  private void showRuns() {
    var run = model.present().get();
    score
        .chart()
        .limits()
        .set(run != null && run.problem() == ProblemType.REGRESSION ? R2_LIMITS : SHARE);
    expect(run == null ? 0 : run.epochs());
    loss.chart().show(series(TrainingHistory::trainingLoss, TrainingHistory::validationLoss));
    score.chart().show(series(TrainingHistory::trainingScore, TrainingHistory::validationScore));
  }

  private void expect(int epochs) {
    loss.chart().expected().set(epochs);
    score.chart().expected().set(epochs);
  }

  private List<CurveSeries> series(EpochNumber training, EpochNumber validation) {
    var series = new ArrayList<CurveSeries>();
    add(model.previous().get(), true, training, validation, series);
    add(model.present().get(), false, training, validation, series);
    return series;
  }

  private void add(
      @Nullable LiveRun run,
      boolean ghost,
      EpochNumber training,
      EpochNumber validation,
      List<CurveSeries> series) {
    if (run != null) {
      var suffix = ghost ? ".before" : "";
      series.add(
          series("live.training" + suffix, CurveRole.TRAINING, ghost, run.history(), training));
      series.add(
          series(
              "live.validation" + suffix, CurveRole.VALIDATION, ghost, run.history(), validation));
    }
  }

  private CurveSeries series(
      String key, CurveRole role, boolean ghost, TrainingHistory history, EpochNumber number) {
    var curve = new HistoryCurve(history, epoch -> number.of(history, epoch));
    return new CurveSeries(messages.now(key), role, ghost, curve);
  }

  private static String scoreKey(@Nullable LiveRun run) {
    return run != null && run.problem() == ProblemType.REGRESSION ? "live.r2" : "live.accuracy";
  }

  private static String lossAxis(Words words, @Nullable LiveRun run) {
    return run == null ? "" : words.text("live.loss." + run.loss().id());
  }

  /** One number of an epoch. */
  private interface EpochNumber {
    double of(TrainingHistory history, int epoch);
  }
}
