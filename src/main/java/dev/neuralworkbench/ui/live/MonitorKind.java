package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.explain.diagnosis.Vitals;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.chart.Span;

/** What the second chart shows. */
enum MonitorKind {
  /** Accuracy or R². */
  SCORE(Scale.LINEAR),
  /** Length of the gradient of each layer. */
  GRADIENT(Scale.LOGARITHMIC),
  /** Length of a step in relation to the weights, of each layer. */
  STEP(Scale.LOGARITHMIC),
  /** Share of dead ReLUs of each layer. */
  DEAD(Scale.LINEAR),
  /** Share of saturated units of each layer. */
  SATURATED(Scale.LINEAR),
  /** The learning rate, schedule included. */
  RATE(Scale.EITHER),
  /** How the weights are spread. */
  WEIGHTS(Scale.LINEAR);

  /** Which vertical scale fits the numbers. */
  enum Scale {
    LINEAR,
    LOGARITHMIC,
    EITHER
  }

  private final Scale scale;

  MonitorKind(Scale scale) {
    this.scale = scale;
  }

  String key() {
    return "monitors." + Ids.of(this);
  }

  Scale scale() {
    return scale;
  }

  Span limits() {
    return switch (this) {
      case SCORE, DEAD, SATURATED -> new Span(0, 1);
      case RATE -> new Span(0, Double.POSITIVE_INFINITY);
      case GRADIENT, STEP, WEIGHTS -> Span.UNLIMITED;
    };
  }

  /** Whether it has one curve for each layer. */
  boolean isOfLayers() {
    return switch (this) {
      case GRADIENT, STEP, DEAD, SATURATED -> true;
      case SCORE, RATE, WEIGHTS -> false;
    };
  }

  /** The number of a layer; NaN where it is not of layers. */
  double of(Vitals.Layer layer) {
    return switch (this) {
      case GRADIENT -> layer.gradientNorm();
      case STEP -> layer.stepRatio();
      case DEAD -> layer.deadShare();
      case SATURATED -> layer.saturatedShare();
      case SCORE, RATE, WEIGHTS -> Double.NaN;
    };
  }
}
