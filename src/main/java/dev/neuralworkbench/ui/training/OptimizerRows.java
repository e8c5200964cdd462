package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.train.Adagrad;
import dev.neuralworkbench.train.Adam;
import dev.neuralworkbench.train.AdamW;
import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.train.RmsProp;
import dev.neuralworkbench.train.Sgd;
import dev.neuralworkbench.ui.common.FieldRow;
import dev.neuralworkbench.ui.common.Fields;
import java.util.List;

/** The rows that only some optimizers have. */
final class OptimizerRows {

  private final TrainingViewModel model;
  private final Fields fields;

  OptimizerRows(TrainingViewModel model, Fields fields) {
    this.model = model;
    this.fields = fields;
  }

  List<FieldRow> of(OptimizerConfig optimizer) {
    return switch (optimizer) {
      case Sgd _ -> List.of(momentum(), nesterov());
      case Adam _ -> List.of(beta1(), beta2());
      case AdamW _ -> List.of(beta1W(), beta2W(), weightDecay());
      case RmsProp _ -> List.of(rho());
      case Adagrad _ -> List.of();
    };
  }

  private FieldRow momentum() {
    var choice =
        model.number(
            Sgd.class,
            "momentum",
            Sgd::momentum,
            (it, value) -> new Sgd(it.learningRate(), value, it.nesterov()));
    return fields.number(choice, OptimizerConfig.DECAY, "form.momentum");
  }

  private FieldRow nesterov() {
    var choice =
        model.flag(
            Sgd.class,
            "nesterov",
            Sgd::nesterov,
            (it, value) -> new Sgd(it.learningRate(), it.momentum(), value));
    return fields.flag(choice, "form.nesterov");
  }

  private FieldRow beta1() {
    var choice =
        model.number(
            Adam.class,
            "beta1",
            Adam::beta1,
            (it, value) -> new Adam(it.learningRate(), value, it.beta2(), it.epsilon()));
    return fields.number(choice, OptimizerConfig.DECAY, "form.beta1");
  }

  private FieldRow beta2() {
    var choice =
        model.number(
            Adam.class,
            "beta2",
            Adam::beta2,
            (it, value) -> new Adam(it.learningRate(), it.beta1(), value, it.epsilon()));
    return fields.number(choice, OptimizerConfig.DECAY, "form.beta2");
  }

  private FieldRow beta1W() {
    var choice =
        model.number(
            AdamW.class,
            "beta1",
            AdamW::beta1,
            (it, value) ->
                new AdamW(it.learningRate(), value, it.beta2(), it.epsilon(), it.weightDecay()));
    return fields.number(choice, OptimizerConfig.DECAY, "form.beta1");
  }

  private FieldRow beta2W() {
    var choice =
        model.number(
            AdamW.class,
            "beta2",
            AdamW::beta2,
            (it, value) ->
                new AdamW(it.learningRate(), it.beta1(), value, it.epsilon(), it.weightDecay()));
    return fields.number(choice, OptimizerConfig.DECAY, "form.beta2");
  }

  private FieldRow weightDecay() {
    var choice =
        model.number(
            AdamW.class,
            "weightDecay",
            AdamW::weightDecay,
            (it, value) ->
                new AdamW(it.learningRate(), it.beta1(), it.beta2(), it.epsilon(), value));
    return fields.number(choice, AdamW.WEIGHT_DECAY, "form.weightDecay");
  }

  private FieldRow rho() {
    var choice =
        model.number(
            RmsProp.class,
            "rho",
            RmsProp::rho,
            (it, value) -> new RmsProp(it.learningRate(), value, it.epsilon()));
    return fields.number(choice, OptimizerConfig.DECAY, "form.rho");
  }
}
