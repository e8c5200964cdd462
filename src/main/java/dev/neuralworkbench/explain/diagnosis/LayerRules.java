package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.nn.function.Activation;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the layers tell, from the last measurement. */
final class LayerRules {

  private static final double MANY_DEAD = 0.4;
  private static final double MANY_SATURATED = 0.5;

  /** No layer is in trouble where the loss is below this share of the constant answer's. */
  private static final double FAIR = 0.5;

  /** A gradient of the first layer below this share of the last one's has faded. */
  private static final double FADED = 0.03;

  private static final int DEEP = 4;

  private LayerRules() {}

  static Optional<Diagnosis> deadUnits(Observation run, LossCourse course) {
    return last(run)
        .flatMap(
            vitals -> {
              var worst = worst(vitals, LayerVitals::deadShare);
              var share = worst < 0 ? 0 : vitals.layers().get(worst).deadShare();
              return share >= MANY_DEAD && course.last() > FAIR * course.constant()
                  ? Optional.of(deadUnits(run, vitals, worst, share))
                  : Optional.empty();
            });
  }

  private static Diagnosis deadUnits(Observation run, Vitals vitals, int layer, double share) {
    return RunRate.isFarAboveUsual(run)
        ? Diagnosis.killedUnits(
            layer + 1, share, vitals.epochs(), RunRate.of(run), RunRate.lowered(run))
        : Diagnosis.deadUnits(layer + 1, share, vitals.epochs());
  }

  static Optional<Diagnosis> saturated(Observation run, LossCourse course) {
    return last(run)
        .flatMap(
            vitals -> {
              var worst = worst(vitals, LayerVitals::saturatedShare);
              var share = worst < 0 ? 0 : vitals.layers().get(worst).saturatedShare();
              return share >= MANY_SATURATED && course.last() > FAIR * course.constant()
                  ? Optional.of(
                      Diagnosis.saturated(
                          worst + 1, share, vitals.epochs(), againstSaturation(run, worst)))
                  : Optional.empty();
            });
  }

  private static Remedy againstSaturation(Observation run, int layer) {
    if (RunRate.isFarAboveUsual(run)) {
      return new Remedy.LearningRate(RunRate.lowered(run));
    }
    return run.preparation().scaling() == Scaling.NONE
        ? new Remedy.Standardize()
        : new Remedy.Activations(activation(run, layer), Activation.RELU);
  }

  static Optional<Diagnosis> vanishingGradient(Observation run, LossCourse course) {
    return last(run)
        .flatMap(
            vitals -> {
              var layers = vitals.layers();
              var first = layers.getFirst().gradientNorm();
              var last = layers.getLast().gradientNorm();
              var activation = activation(run, 0);
              var squashes = activation.squashes();
              return layers.size() >= DEEP
                      && squashes
                      && first < FADED * last
                      && course.last() > FAIR * course.constant()
                      && DataRules.neighbours(run) - DataRules.score(run, course) > 0.05
                  ? Optional.of(Diagnosis.vanishingGradient(first, last, activation))
                  : Optional.empty();
            });
  }

  private static Optional<Vitals> last(Observation run) {
    return run.vitals().isEmpty() ? Optional.empty() : Optional.of(run.vitals().getLast());
  }

  /** The hidden layer with the largest share; −1 where none has one. */
  private static int worst(Vitals vitals, ToDoubleFunction<LayerVitals> share) {
    var worst = -1;
    for (var l = 0; l < vitals.layers().size(); l++) {
      var value = share.applyAsDouble(vitals.layers().get(l));
      if (!Double.isNaN(value)
          && (worst < 0 || value > share.applyAsDouble(vitals.layers().get(worst)))) {
        worst = l;
      }
    }
    return worst;
  }

  private static Activation activation(Observation run, int layer) {
    var dense = run.design().hiddenDense();
    return layer < dense.size() ? dense.get(layer).activation() : Activation.IDENTITY;
  }
}
