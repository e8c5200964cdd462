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
import dev.neuralworkbench.ui.common.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The live screen: how the run goes, in curves and in words. */
public final class LiveView extends VBox implements Screen {

  /** R² below this is off the chart: an untrained network may start far below. */
  private static final Span R2_LIMITS = new Span(-1, 1);

  private static final Span SHARE = new Span(0, 1);
  private static final Span LOSS_LIMITS = new Span(0, Double.POSITIVE_INFINITY);

  private final LiveViewModel model;
  private final Messages messages;
  private final Label state = new Label();
  private final Label values = new Label();
  private final ChartPanel loss;
  private final ChartPanel score;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pull();
        }
      };

  /** A view of a view-model; charts can be saved through {@code files}. */
  public LiveView(LiveViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    loss = new ChartPanel("live-loss", messages.text("live.loss"), true, files);
    score =
        new ChartPanel(
            "live-score",
            messages.text(model.present(), (w, run) -> w.text(scoreKey(run))),
            false,
            files);
    setId("live");
    getStyleClass().add("screen");
    layOut();
    bind();
  }

  @Override
  public String id() {
    return "live";
  }

  @Override
  public String titleKey() {
    return "live.title";
  }

  @Override
  public Node view() {
    return this;
  }

  @Override
  public void shown() {
    timer.start();
  }

  @Override
  public void hidden() {
    timer.stop();
  }

  LiveViewModel model() {
    return model;
  }

  private void layOut() {
    state.setId("live-state");
    values.setId("live-values");
    values.getStyleClass().add("muted");
    for (var label : List.of(state, values)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    var words = new VBox(state, values);
    words.getStyleClass().add("live-words");
    var charts = new HBox(loss, score);
    charts.getStyleClass().add("live-charts");
    for (var panel : List.of(loss, score)) {
      HBox.setHgrow(panel, Priority.ALWAYS);
      panel.setPrefWidth(0);
    }
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().setAll(words, charts);
  }

  private void bind() {
    state.textProperty().bind(messages.text(model.state(), (w, phrase) -> phrase.in(w)));
    values.textProperty().bind(messages.text(model.values(), (w, all) -> Phrase.join(all, w)));
    loss.chart().limits().set(LOSS_LIMITS);
    for (var chart : List.of(loss.chart(), score.chart())) {
      chart.xName().bind(messages.text("live.epoch"));
      chart.accessibleTextProperty().bind(state.textProperty());
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
    messages.language().subscribe(_ -> showRuns());
  }

  private void pull() {
    model.pull();
    loss.chart().pull();
    score.chart().pull();
    var run = model.present().get();
    if (run != null && run.history().stopReason() != null) {
      expect(0);
    }
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
    if (run == null) {
      return;
    }
    var history = run.history();
    var suffix = ghost ? ".before" : "";
    series.add(
        new CurveSeries(
            messages.now("live.training" + suffix),
            CurveRole.TRAINING,
            ghost,
            new HistoryCurve(history, epoch -> training.of(history, epoch))));
    series.add(
        new CurveSeries(
            messages.now("live.validation" + suffix),
            CurveRole.VALIDATION,
            ghost,
            new HistoryCurve(history, epoch -> validation.of(history, epoch))));
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
