package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.curve.ChartPanel;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;

/** The loss of the present run over that of the one before, and the chart beside it. */
final class LiveCharts {

  private static final Span LOSS_LIMITS = new Span(0, Double.POSITIVE_INFINITY);

  private final LiveViewModel model;
  private final Messages messages;
  final ChartPanel loss;
  final ChartPanel score;
  private final MonitorPanel monitors;

  LiveCharts(LiveViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    loss = new ChartPanel("live-loss", messages.text("live.loss"), true, files);
    monitors = new MonitorPanel(model, files);
    score = monitors.panel;
    bind();
  }

  /** Reads what the run has added; called once a frame while the charts are seen. */
  void pull() {
    loss.chart.pull();
    monitors.pull();
    var run = model.present.get();
    if (run != null && run.history().stopReason() != null) {
      expect(0);
    }
  }

  private void bind() {
    loss.chart.limits.set(LOSS_LIMITS);
    for (var panel : List.of(loss, score)) {
      panel.chart.xName.bind(messages.text("live.epoch"));
      panel.chart.ghostName.bind(messages.text(this::before, model.previous, model.present));
    }
    loss.chart
        .emptyText()
        .bind(
            messages.text(
                model.present,
                (words, run) -> words.text(run == null ? "live.loss.empty" : "live.loss.begun")));
    loss.chart.yName.bind(messages.text(model.present, (w, run) -> run == null ? "" : run.loss(w)));
    OnAnyChange.all(this::showRuns, model.present, model.previous, messages.language());
    loss.chart.accompany(score.chart);
    bindCursors();
  }

  /** The run behind, and what the present one has otherwise. */
  private String before(Words words) {
    var found = LiveComparison.of(model.previous.get(), model.present.get());
    return found == null ? words.text("live.before") : found.difference(words);
  }

  private void bindCursors() {
    var place = new EpochPlace(model);
    for (var panel : List.of(loss, score)) {
      var cursor = panel.chart.cursor;
      cursor.onSeek(epoch -> place.show((int) Math.rint(epoch)));
      cursor.knob.accessibleTextProperty().bind(messages.text("scrubber.slider"));
      Tooltips.install(cursor.knob, messages.text("scrubber.slider.tip"));
      Buttons.describe(cursor.flag, messages, "scrubber.best");
      OnAnyChange.all(
          () ->
              cursor.show(
                  place.isAnywhere() ? place.shown() : Double.NaN,
                  place.best() == 0 ? Double.NaN : place.best()),
          place.sources());
    }
    loss.chart.cursor.knob.setId("scrubber-slider");
    loss.chart.cursor.flag.setId("scrubber-best");
    score.chart.cursor.knob.setId("score-slider");
    score.chart.cursor.flag.setId("score-best");
  }

  private void showRuns() {
    var run = model.present.get();
    expect(run == null ? 0 : run.epochs());
    loss.chart.show(RunCurves.LOSS.of(model.previous.get(), run, messages.words()));
  }

  private void expect(int epochs) {
    loss.chart.expected.set(epochs);
    score.chart.expected.set(epochs);
  }
}
