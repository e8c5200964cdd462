package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.optimizer.Adagrad;
import dev.neuralworkbench.train.optimizer.Adam;
import dev.neuralworkbench.train.optimizer.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.RmsProp;
import dev.neuralworkbench.train.optimizer.Sgd;
import dev.neuralworkbench.ui.common.form.FieldRow;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The rows that only some optimizers have. */
final class OptimizerRows {

  private final TrainingViewModel model;
  private final Fields fields;

  OptimizerRows(TrainingViewModel model, Fields fields) {
    this.model = model;
    this.fields = fields;
  }

  /** What one chooses with the optimizer. */
  List<FieldRow> main(OptimizerConfig optimizer) {
    return switch (optimizer) {
      case Sgd _ -> List.of(momentum());
      case AdamW _ -> List.of(weightDecay());
      case Adam _, RmsProp _, Adagrad _ -> List.of();
    };
  }

  /** What is usually left as it is. */
  List<FieldRow> more(OptimizerConfig optimizer) {
    return switch (optimizer) {
      case Sgd _ -> List.of(nesterov());
      case Adam _ -> adam();
      case AdamW _ -> adamW();
      case RmsProp _ -> rmsProp();
      case Adagrad _ ->
          List.of(
              epsilon(
                  Adagrad.class,
                  Adagrad::epsilon,
                  (it, value) -> new Adagrad(it.learningRate(), value)));
    };
  }

  private FieldRow momentum() {
    return number(
        Sgd.class,
        "momentum",
        OptimizerConfig.DECAY,
        Sgd::momentum,
        (it, mu) -> it.withMomentum(mu));
  }

  private FieldRow nesterov() {
    return fields.flag(
        model.ofOptimizer(Sgd.class, "nesterov", false, Sgd::nesterov, Sgd::withNesterov),
        "training.optimizer.nesterov");
  }

  private FieldRow weightDecay() {
    return number(
        AdamW.class,
        "weightDecay",
        AdamW.WEIGHT_DECAY,
        AdamW::weightDecay,
        (it, value) -> new AdamW(it.learningRate(), it.beta1(), it.beta2(), it.epsilon(), value));
  }

  private List<FieldRow> adam() {
    return List.of(
        decay(
            Adam.class,
            "beta1",
            Adam::beta1,
            (it, value) -> new Adam(it.learningRate(), value, it.beta2(), it.epsilon())),
        decay(
            Adam.class,
            "beta2",
            Adam::beta2,
            (it, value) -> new Adam(it.learningRate(), it.beta1(), value, it.epsilon())),
        epsilon(
            Adam.class,
            Adam::epsilon,
            (it, value) -> new Adam(it.learningRate(), it.beta1(), it.beta2(), value)));
  }

  private List<FieldRow> adamW() {
    return List.of(
        decay(
            AdamW.class,
            "beta1",
            AdamW::beta1,
            (it, value) ->
                new AdamW(it.learningRate(), value, it.beta2(), it.epsilon(), it.weightDecay())),
        decay(
            AdamW.class,
            "beta2",
            AdamW::beta2,
            (it, value) ->
                new AdamW(it.learningRate(), it.beta1(), value, it.epsilon(), it.weightDecay())),
        epsilon(
            AdamW.class,
            AdamW::epsilon,
            (it, value) ->
                new AdamW(it.learningRate(), it.beta1(), it.beta2(), value, it.weightDecay())));
  }

  private List<FieldRow> rmsProp() {
    return List.of(
        decay(
            RmsProp.class,
            "rho",
            RmsProp::rho,
            (it, value) -> new RmsProp(it.learningRate(), value, it.epsilon())),
        epsilon(
            RmsProp.class,
            RmsProp::epsilon,
            (it, value) -> new RmsProp(it.learningRate(), it.rho(), value)));
  }

  private <O extends OptimizerConfig> FieldRow decay(
      Class<O> kind, String name, Function<O, Double> get, BiFunction<O, Double, O> set) {
    return number(kind, name, OptimizerConfig.DECAY, get, set);
  }

  private <O extends OptimizerConfig> FieldRow epsilon(
      Class<O> kind, Function<O, Double> get, BiFunction<O, Double, O> set) {
    return number(kind, "epsilon", OptimizerConfig.EPSILON, get, set);
  }

  private <O extends OptimizerConfig> FieldRow number(
      Class<O> kind,
      String name,
      Range range,
      Function<O, Double> get,
      BiFunction<O, Double, O> set) {
    return fields.number(
        model.ofOptimizer(kind, name, 0.0, get, set), range, "training.optimizer." + name);
  }
}
