package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DataFacts;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The choices of when a run ends. A form holds 0 where the end holds nothing. */
final class StoppingChoices {

  private static final double NANOS = 1e9;

  private final TrainingViewModel model;
  private final ObservableValue<DataFacts> facts;
  private @Nullable EarlyStopping aside;

  StoppingChoices(TrainingViewModel model, ObservableValue<DataFacts> facts) {
    this.model = model;
    this.facts = facts;
  }

  Choice<Double> epochs() {
    return choice(
        "epochs",
        stopping -> (double) stopping.epochs(),
        (stopping, epochs) -> stopping.withEpochs(epochs.intValue()));
  }

  /** The training loss below which the run ends; 0 for none. */
  Choice<Double> lossThreshold() {
    return choice(
        "lossThreshold",
        stopping -> orZero(stopping.lossThreshold()),
        (stopping, loss) -> stopping.withLossThreshold(loss == 0 ? null : loss));
  }

  /** Seconds after which the run ends; 0 for no limit. */
  Choice<Double> timeLimit() {
    return choice(
        "timeLimit", stopping -> seconds(stopping.timeLimit()), StoppingChoices::withSeconds);
  }

  /** Whether a run ends when a number stops getting better. */
  Choice<Boolean> earlyStopping() {
    return choice(
        "earlyStopping",
        stopping -> stopping.earlyStopping() != null,
        (stopping, on) -> stopping.withEarlyStopping(on ? again() : putAside(stopping)));
  }

  private @Nullable EarlyStopping putAside(Stopping stopping) {
    aside = stopping.earlyStopping();
    return null;
  }

  /** Early stopping as it was before it was switched off, unless it cannot be so any more. */
  private EarlyStopping again() {
    var before = aside;
    var fits = before != null && (hasValidation() || !before.monitor().needsValidation());
    return before != null && fits ? before : fitting();
  }

  private boolean hasValidation() {
    return facts.getValue().shape().validation() > 0 || model.folds().value().getValue() > 0;
  }

  Choice<Monitor> monitor() {
    return early("monitor", EarlyStopping::monitor, EarlyStopping::withMonitor);
  }

  <T> Choice<T> ofEarlyStopping(Knob knob, Class<T> type) {
    return early(knob.name(), it -> type.cast(knob.get(it)), (it, value) -> knob.with(it, value));
  }

  /** Early stopping as it is usual; without validation rows it watches the training rows. */
  private EarlyStopping fitting() {
    var usual = EarlyStopping.DEFAULT;
    return hasValidation() ? usual : usual.withMonitor(Monitor.TRAINING_LOSS);
  }

  private static double orZero(@Nullable Double number) {
    return number == null ? 0 : number;
  }

  private static double seconds(@Nullable Duration limit) {
    return limit == null ? 0 : limit.toNanos() / NANOS;
  }

  private static Stopping withSeconds(Stopping stopping, double seconds) {
    return stopping.withTimeLimit(
        seconds == 0 ? null : Duration.ofNanos(Math.round(seconds * NANOS)));
  }

  private <T> Choice<T> early(
      String name,
      Function<EarlyStopping, T> get,
      BiFunction<EarlyStopping, T, EarlyStopping> set) {
    return choice(
        "earlyStopping." + name,
        stopping -> {
          var early = stopping.earlyStopping();
          return get.apply(early == null ? EarlyStopping.DEFAULT : early);
        },
        (stopping, value) -> {
          var early = stopping.earlyStopping();
          return early == null ? stopping : stopping.withEarlyStopping(set.apply(early, value));
        });
  }

  private <T> Choice<T> choice(
      String name, Function<Stopping, T> get, BiFunction<Stopping, T, Stopping> set) {
    return model.choice(
        "training.stopping." + name,
        config -> get.apply(config.stopping()),
        (config, value) -> config.withStopping(set.apply(config.stopping(), value)));
  }
}
