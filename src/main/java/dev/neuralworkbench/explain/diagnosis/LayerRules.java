package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Diagnosis.Kind;
import dev.neuralworkbench.nn.function.Activation;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class LayerRules {

  private static final double MANY_DEAD = 0.4;
  private static final double MANY_SATURATED = 0.5;

  /** No layer is in trouble where the loss is below this share of the constant answer's. */
  private static final double FAIR = 0.5;

  /** A gradient of the first layer below this share of the last one's has faded. */
  private static final double FADED = 0.03;

  private static final int DEEP = 4;

  /** Before, a gradient that faded at first may still come back. */
  private static final int MANY_EPOCHS = 30;

  /** A gradient so many times as long has come back. */
  private static final double BACK = 10;

  private LayerRules() {}

  /** A layer in trouble, counted from 0. */
  private record Trouble(int layer, double share, int epochs) {

    Diagnosis diagnosis(Kind kind, Remedy remedy, Object... more) {
      var evidence = Stream.of(layer + 1, new Diagnosis.Percentage(share), epochs);
      return Diagnosis.of(kind, remedy, Stream.concat(evidence, Stream.of(more)).toArray());
    }
  }

  static Optional<Diagnosis> deadUnits(Observation run, LossCourse course) {
    return worst(run, course, Vitals.Layer::deadShare, MANY_DEAD)
        .map(
            it ->
                run.isRateFarAboveUsual()
                    ? it.diagnosis(Kind.KILLED_UNITS, LossRules.lowered(run), run.rate())
                    : it.diagnosis(
                        Kind.DEAD_UNITS,
                        new Remedy.Activations(Activation.RELU, Activation.LEAKY_RELU)));
  }

  static Optional<Diagnosis> saturated(Observation run, LossCourse course) {
    return worst(run, course, Vitals.Layer::saturatedShare, MANY_SATURATED)
        .map(
            it ->
                it.diagnosis(
                    Kind.SATURATED,
                    run.isRateFarAboveUsual()
                        ? LossRules.lowered(run)
                        : new Remedy.Activations(activation(run, it.layer), Activation.RELU)));
  }

  /** A gradient that fades: with the penalty to blame where it comes back without one. */
  static Optional<Diagnosis> vanishingGradient(Observation run, LossCourse course, Trials trials) {
    var layers = last(run).map(Vitals::layers).orElse(List.of());
    if (layers.size() < DEEP
        || !activation(run, 0).squashes()
        || course.epochs() < MANY_EPOCHS
        || course.last() <= FAIR * course.constant()
        || !(Neighbours.gain(run, course) > 0.05)) {
      return Optional.empty();
    }
    var first = layers.getFirst().gradientNorm();
    var last = layers.getLast().gradientNorm();
    if (first >= FADED * last) {
      return Optional.empty();
    }
    var free = Remedy.LighterPenalty.NONE;
    return Optional.of(
        trials.gradient(free) > BACK * first && trials.gain(free) > 0.1
            ? Diagnosis.of(
                Kind.SHRUNK_WEIGHTS,
                free,
                first,
                trials.loss(Optional.of(free)),
                trials.loss(Optional.empty()))
            : Diagnosis.of(
                Kind.VANISHING_GRADIENT,
                new Remedy.Activations(activation(run, 0), Activation.RELU),
                first,
                last));
  }

  private static Optional<Vitals> last(Observation run) {
    return run.vitals().isEmpty() ? Optional.empty() : Optional.of(run.vitals().getLast());
  }

  /** The hidden layer with the largest share, if that is many and the loss is not fair. */
  private static Optional<Trouble> worst(
      Observation run, LossCourse course, ToDoubleFunction<Vitals.Layer> share, double many) {
    return course.last() > FAIR * course.constant()
        ? last(run).flatMap(vitals -> worst(vitals, share)).filter(it -> it.share >= many)
        : Optional.empty();
  }

  private static Optional<Trouble> worst(Vitals vitals, ToDoubleFunction<Vitals.Layer> share) {
    return IntStream.range(0, vitals.layers().size())
        .mapToObj(l -> new Trouble(l, share.applyAsDouble(vitals.layers().get(l)), vitals.epochs()))
        .filter(it -> !Double.isNaN(it.share))
        .reduce((one, other) -> other.share > one.share ? other : one);
  }

  private static Activation activation(Observation run, int layer) {
    var dense = run.design().hiddenDense();
    return layer < dense.size() ? dense.get(layer).activation() : Activation.IDENTITY;
  }
}
