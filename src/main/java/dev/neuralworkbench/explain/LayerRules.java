package dev.neuralworkbench.explain;

import dev.neuralworkbench.nn.Activation;
import dev.neuralworkbench.nn.DenseDesign;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the layers tell, from the last measurement. */
final class LayerRules {

  private static final double MANY_DEAD = 0.4;
  private static final double MANY_SATURATED = 0.5;

  /** Saturated units are no trouble where the loss is below this share of the constant answer's. */
  private static final double LOW = 0.25;

  /** A gradient of the first layer below this share of the last one's has faded. */
  private static final double FADED = 0.01;

  private static final int DEEP = 4;

  private LayerRules() {}

  static Optional<Diagnosis> deadUnits(Observation run, LossCourse course, double constant) {
    return last(run)
        .flatMap(
            vitals -> {
              var worst = worst(vitals, LayerVitals::deadShare);
              var share = worst < 0 ? 0 : vitals.layers().get(worst).deadShare();
              return share >= MANY_DEAD && course.last() > LOW * constant
                  ? Optional.of(new LayerDiagnosis.DeadUnits(worst + 1, share, vitals.epochs()))
                  : Optional.empty();
            });
  }

  static Optional<Diagnosis> saturated(Observation run, LossCourse course, double constant) {
    return last(run)
        .flatMap(
            vitals -> {
              var worst = worst(vitals, LayerVitals::saturatedShare);
              var share = worst < 0 ? 0 : vitals.layers().get(worst).saturatedShare();
              return share >= MANY_SATURATED && course.last() > LOW * constant
                  ? Optional.of(
                      new LayerDiagnosis.Saturated(
                          worst + 1, share, vitals.epochs(), activation(run, worst)))
                  : Optional.empty();
            });
  }

  static Optional<Diagnosis> vanishingGradient(
      Observation run, LossCourse course, double constant) {
    return last(run)
        .flatMap(
            vitals -> {
              var layers = vitals.layers();
              var first = layers.getFirst().gradientNorm();
              var last = layers.getLast().gradientNorm();
              var activation = activation(run, 0);
              var squashes = activation == Activation.SIGMOID || activation == Activation.TANH;
              return layers.size() >= DEEP
                      && squashes
                      && first < FADED * last
                      && course.last() > 0.5 * constant
                  ? Optional.of(new LayerDiagnosis.VanishingGradient(first, last, activation))
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
    List<DenseDesign> dense =
        run.design().hidden().stream()
            .filter(DenseDesign.class::isInstance)
            .map(DenseDesign.class::cast)
            .toList();
    return layer < dense.size() ? dense.get(layer).activation() : Activation.IDENTITY;
  }
}
