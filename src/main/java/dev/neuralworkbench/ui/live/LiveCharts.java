package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.curve.ChartPanel;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import org.jspecify.annotations.Nullable;

/** The loss of the present run over that of the one before, and the chart beside it. */
final class LiveCharts {

  private static final Span LOSS_LIMITS = new Span(0, Double.POSITIVE_INFINITY);

  private final LiveViewModel model;
  private final Messages messages;
  private final ChartPanel loss;
  private final MonitorPanel monitors;

  LiveCharts(LiveViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    loss = new ChartPanel("live-loss", messages.text("live.loss"), true, files);
    monitors = new MonitorPanel(model, files);
    bind();
  }

  ChartPanel loss() {
    return loss;
  }

  ChartPanel score() {
    return monitors.panel();
  }

  /** Reads what the run has added; called once a frame while the charts are seen. */
  void pull() {
    loss.chart().pull();
    monitors.pull();
    var run = model.present().get();
    if (run != null && run.history().stopReason() != null) {
      expect(0);
    }
  }

  private void bind() {
    loss.chart().limits().set(LOSS_LIMITS);
    for (var panel : List.of(loss, score())) {
      panel.chart().xName().bind(messages.text("live.epoch"));
      panel.chart().ghostName().bind(messages.text("live.before"));
      panel.chart().cursor().bind(cursor());
    }
    loss.chart().emptyText().bind(messages.text("live.loss.empty"));
    loss.chart().yName().bind(messages.text(model.present(), (w, run) -> lossAxis(w, run)));
    Follow.all(this::showRuns, model.present(), model.previous(), messages.language());
  }

  /** The epoch that is looked at, or the one whose weights are in use where it is not the last. */
  private DoubleBinding cursor() {
    var moment = model.travel().moment();
    return Bindings.createDoubleBinding(
        () -> {
          var restored = RunWords.restored(model.present().get());
          return moment.get() != null
              ? moment.get().epochs()
              : restored > 0 ? restored : Double.NaN;
        },
        moment,
        model.present(),
        model.state());
  }

  private void showRuns() {
    var run = model.present().get();
    expect(run == null ? 0 : run.epochs());
    loss.chart()
        .show(
            RunCurves.of(
                model.previous().get(),
                run,
                TrainingHistory::trainingLoss,
                TrainingHistory::validationLoss,
                messages.words()));
  }

  private void expect(int epochs) {
    loss.chart().expected().set(epochs);
    score().chart().expected().set(epochs);
  }

  private static String lossAxis(Words words, @Nullable LiveRun run) {
    return run == null ? "" : words.text(run.lossKey());
  }
}
