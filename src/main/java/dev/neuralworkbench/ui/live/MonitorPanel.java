package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.curve.ChartPanel;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The second chart: accuracy or R², or one of the numbers that tell how training fares. */
final class MonitorPanel {

  private static final Span R2_LIMITS = new Span(-1, 1);

  private final LiveViewModel model;
  private final Messages messages;
  private final ChartPanel panel;
  private final MenuButton choice =
      Styled.as(new MenuButton(), "#live-monitor", "flat", "small", "chart-choice");
  private final WeightsChart weights;
  private final ObjectProperty<MonitorKind> kind = new SimpleObjectProperty<>(MonitorKind.SCORE);

  MonitorPanel(LiveViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    panel = new ChartPanel("live-score", text((w, k) -> name(w, k)), false, files);
    weights = new WeightsChart(model.tasks(), messages);
    layOut();
    bind();
  }

  ChartPanel panel() {
    return panel;
  }

  /** Reads what the run has added; called once a frame while the chart is seen. */
  void pull() {
    if (kind.get() == MonitorKind.WEIGHTS) {
      weights.show(model.weightsNow());
    } else {
      panel.chart().pull();
    }
  }

  private void layOut() {
    choice.setMinWidth(MenuButton.USE_PREF_SIZE);
    choice.textProperty().bind(text((w, k) -> name(w, k)));
    Tooltips.install(choice, messages.text("monitors.tip"));
    var group = new ToggleGroup();
    for (var one : MonitorKind.values()) {
      var item = Styled.as(new RadioMenuItem(), "#live-monitor-" + Ids.of(one));
      item.textProperty().bind(messages.text(model.problem(), (w, _) -> name(w, one)));
      item.setToggleGroup(group);
      item.setSelected(one == MonitorKind.SCORE);
      item.setOnAction(_ -> kind.set(one));
      choice.getItems().add(item);
    }
    Buttons.tellChosen(choice, group, messages.text("monitors.choice"), messages);
    panel.head(choice);
  }

  private void bind() {
    panel.chart().emptyText().bind(text((w, k) -> w.text(key(k) + ".empty")));
    panel.chart().yName().bind(text((w, k) -> w.text(key(k) + ".axis")));
    kind.subscribe(
        chosen -> {
          panel.chart().logarithmic().set(chosen.scale() == MonitorKind.Scale.LOGARITHMIC);
          panel.offerLogarithm(chosen.scale() != MonitorKind.Scale.LINEAR);
          if (chosen == MonitorKind.WEIGHTS) {
            panel.showInstead(weights.chart(), weights.layerChoice());
          } else {
            panel.showInstead(null);
          }
          show();
        });
    Follow.all(this::show, model.present(), model.previous());
    model.vitals().subscribe(_ -> showVitals());
    messages.language().subscribe(_ -> show());
  }

  private void showVitals() {
    if (kind.get().isOfLayers()) {
      show();
    }
  }

  private void show() {
    var chosen = kind.get();
    var run = model.present().get();
    var isR2 = chosen == MonitorKind.SCORE && isRegression();
    panel.chart().limits().set(isR2 ? R2_LIMITS : chosen.limits());
    switch (chosen) {
      case SCORE ->
          panel.chart().show(RunCurves.SCORE.of(model.previous().get(), run, messages.words()));
      case RATE -> panel.chart().show(run == null ? List.of() : List.of(rate(run)));
      case GRADIENT, STEP, DEAD, SATURATED ->
          panel.chart().show(LayerCurves.of(chosen, model.vitals().get(), messages.words()));
      case WEIGHTS -> {}
    }
  }

  private CurveSeries rate(LiveRun run) {
    var history = run.history();
    return CurveSeries.of(
        messages.now("monitors.rate"),
        CurveRole.OTHER,
        new HistoryCurve(history, history::learningRate));
  }

  private ObservableValue<String> text(BiFunction<Words, MonitorKind, String> write) {
    return messages.text(words -> write.apply(words, kind.get()), kind, model.problem());
  }

  private String name(Words words, MonitorKind named) {
    return words.text(key(named));
  }

  private String key(MonitorKind named) {
    return named == MonitorKind.SCORE ? isRegression() ? "live.r2" : "live.accuracy" : named.key();
  }

  private boolean isRegression() {
    return model.problem().getValue() == ProblemType.REGRESSION;
  }
}
