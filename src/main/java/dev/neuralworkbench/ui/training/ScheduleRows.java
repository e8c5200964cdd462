package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.schedule.Constant;
import dev.neuralworkbench.train.schedule.Cosine;
import dev.neuralworkbench.train.schedule.Exponential;
import dev.neuralworkbench.train.schedule.InverseTime;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.train.schedule.ReduceOnPlateau;
import dev.neuralworkbench.train.schedule.StepDecay;
import dev.neuralworkbench.ui.common.form.FieldRow;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The rows that only some schedules have. */
final class ScheduleRows {

  private final TrainingViewModel model;
  private final Fields fields;

  ScheduleRows(TrainingViewModel model, Fields fields) {
    this.model = model;
    this.fields = fields;
  }

  List<FieldRow> of(LearningRateSchedule schedule) {
    return switch (schedule) {
      case Constant _ -> List.of();
      case StepDecay _ -> step();
      case Exponential _ ->
          List.of(
              number(
                  Exponential.class,
                  "factor",
                  LearningRateSchedule.FACTOR,
                  Exponential::factor,
                  (_, value) -> new Exponential(value)));
      case Cosine _ ->
          List.of(
              number(
                  Cosine.class, "end", Cosine.END, Cosine::end, (_, value) -> new Cosine(value)));
      case InverseTime _ ->
          List.of(
              number(
                  InverseTime.class,
                  "decay",
                  InverseTime.DECAY,
                  InverseTime::decay,
                  (_, value) -> new InverseTime(value)));
      case ReduceOnPlateau _ -> plateau();
    };
  }

  private List<FieldRow> step() {
    return List.of(
        number(
            StepDecay.class,
            "every",
            StepDecay.EVERY,
            it -> (double) it.every(),
            (it, epochs) -> new StepDecay(epochs.intValue(), it.factor())),
        number(
            StepDecay.class,
            "factor",
            LearningRateSchedule.FACTOR,
            StepDecay::factor,
            (it, value) -> new StepDecay(it.every(), value)));
  }

  private List<FieldRow> plateau() {
    var kind = ReduceOnPlateau.class;
    return List.of(
        number(
            kind,
            "factor",
            LearningRateSchedule.FACTOR,
            ReduceOnPlateau::factor,
            (it, value) -> new ReduceOnPlateau(value, it.patience(), it.minDelta(), it.end())),
        number(
            kind,
            "patience",
            ReduceOnPlateau.PATIENCE,
            it -> (double) it.patience(),
            (it, value) ->
                new ReduceOnPlateau(it.factor(), value.intValue(), it.minDelta(), it.end())),
        number(
            kind,
            "minDelta",
            ReduceOnPlateau.MIN_DELTA,
            ReduceOnPlateau::minDelta,
            (it, value) -> new ReduceOnPlateau(it.factor(), it.patience(), value, it.end())),
        number(
            kind,
            "end",
            ReduceOnPlateau.END,
            ReduceOnPlateau::end,
            (it, value) -> new ReduceOnPlateau(it.factor(), it.patience(), it.minDelta(), value)));
  }

  private <S extends LearningRateSchedule> FieldRow number(
      Class<S> kind,
      String name,
      Range range,
      Function<S, Double> get,
      BiFunction<S, Double, S> set) {
    return fields.number(
        model.ofSchedule(kind, name, get, set), range, "training.schedule." + name);
  }
}
