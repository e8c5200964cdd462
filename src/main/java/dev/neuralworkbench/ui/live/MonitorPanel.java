package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.explain.diagnosis.Vitals;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.curve.ChartPanel;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;

/** The second chart: accuracy or R², or one of the numbers that tell how training fares. */
final class MonitorPanel {

  /** What the second chart shows. */
  enum Kind {
    SCORE(Scale.LINEAR, new Span(0, 1), null),
    /** Length of the gradient of each layer. */
    GRADIENT(Scale.LOGARITHMIC, Span.UNLIMITED, Vitals.Layer::gradientNorm),
    /** Length of a step in relation to the weights, of each layer. */
    STEP(Scale.LOGARITHMIC, Span.UNLIMITED, Vitals.Layer::stepRatio),
    /** Share of dead ReLUs of each layer. */
    DEAD(Scale.LINEAR, new Span(0, 1), Vitals.Layer::deadShare),
    SATURATED(Scale.LINEAR, new Span(0, 1), Vitals.Layer::saturatedShare),
    /** The learning rate, schedule included. */
    RATE(Scale.EITHER, new Span(0, Double.POSITIVE_INFINITY), null),
    WEIGHTS(Scale.LINEAR, Span.UNLIMITED, null);

    enum Scale {
      LINEAR,
      LOGARITHMIC,
      EITHER
    }

    final Scale scale;

    // Spans are values, and functions of layers have no state.
    @SuppressWarnings("ImmutableEnumChecker")
    final Span limits;

    /** The number of a layer; null where there is none. */
    @SuppressWarnings("ImmutableEnumChecker")
    final @Nullable ToDoubleFunction<Vitals.Layer> ofLayer;

    Kind(Scale scale, Span limits, @Nullable ToDoubleFunction<Vitals.Layer> ofLayer) {
      this.scale = scale;
      this.limits = limits;
      this.ofLayer = ofLayer;
    }

    String key() {
      return "monitors." + Ids.of(this);
    }
  }

  private static final Span R2_LIMITS = new Span(-1, 1);

  private final LiveViewModel model;
  private final Messages messages;
  final ChartPanel panel;
  private final MenuButton choice =
      Styling.as(new MenuButton(), "#live-monitor", "flat", "small", "chart-choice");
  private final WeightsChart weights;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SCORE);

  MonitorPanel(LiveViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    panel = new ChartPanel("live-score", text((w, k) -> w.text(key(k))), false, files);
    weights = new WeightsChart(model.tasks, messages);
    layOut();
    bind();
  }

  /** Reads what the run has added; called once a frame while the chart is seen. */
  void pull() {
    if (kind.get() == Kind.WEIGHTS) {
      weights.show(model.weightsNow());
    } else {
      panel.chart.pull();
    }
  }

  private void layOut() {
    choice.setMinWidth(MenuButton.USE_PREF_SIZE);
    choice.textProperty().bind(text((w, k) -> w.text(key(k))));
    Tooltips.install(choice, messages.text("monitors.tip"));
    var kinds =
        Buttons.choices(
            List.of(Kind.values()),
            one -> messages.text(model.problem, (w, _) -> w.text(key(one))),
            one -> "live-monitor-" + Ids.of(one),
            kind,
            kind::set);
    choice.getItems().setAll(kinds);
    Buttons.tellChosen(choice, kinds, messages.text("monitors.choice"), messages);
    panel.head(choice);
  }

  private void bind() {
    panel.chart.emptyText().bind(text((w, k) -> w.text(key(k) + ".empty")));
    panel.chart.yName.bind(text((w, k) -> w.text(key(k) + ".axis")));
    kind.subscribe(
        chosen -> {
          panel.chart.logarithmic.set(chosen.scale == Kind.Scale.LOGARITHMIC);
          panel.offerLogarithm(chosen.scale != Kind.Scale.LINEAR);
          if (chosen == Kind.WEIGHTS) {
            panel.showInstead(weights.chart, weights.layerChoice);
          } else {
            panel.showInstead(null);
          }
          show();
        });
    OnAnyChange.all(this::show, model.present, model.previous, messages.language());
    model.recorder.vitals.subscribe(
        _ -> {
          if (kind.get().ofLayer != null) {
            show();
          }
        });
  }

  private void show() {
    var chosen = kind.get();
    var run = model.present.get();
    var isR2 = chosen == Kind.SCORE && isRegression();
    panel.chart.limits.set(isR2 ? R2_LIMITS : chosen.limits);
    var ofLayer = chosen.ofLayer;
    if (ofLayer != null) {
      panel.chart.show(RunCurves.ofLayers(ofLayer, model.recorder.vitals.get(), messages.words()));
    } else if (chosen == Kind.SCORE) {
      panel.chart.show(RunCurves.SCORE.of(model.previous.get(), run, messages.words()));
    } else if (chosen == Kind.RATE) {
      panel.chart.show(run == null ? List.of() : List.of(rate(run)));
    }
  }

  private CurveSeries rate(LiveRun run) {
    var history = run.history();
    return CurveSeries.of(
        messages.now("monitors.rate"),
        CurveRole.OTHER,
        new RunCurves.HistoryCurve(history, history::learningRate));
  }

  private ObservableValue<String> text(BiFunction<Words, Kind, String> write) {
    return messages.text(words -> write.apply(words, kind.get()), kind, model.problem);
  }

  private String key(Kind named) {
    return named == Kind.SCORE ? isRegression() ? "live.r2" : "live.accuracy" : named.key();
  }

  private boolean isRegression() {
    return model.problem.getValue() == ProblemType.REGRESSION;
  }
}
