package dev.neuralworkbench.text;

import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import org.jspecify.annotations.Nullable;

/** Which weights a step of backpropagation begins with, and of which epoch they are. */
public record WeightsWords(Words words) {

  /**
   * The sentence; empty before any training, where there are no others.
   *
   * @param trained the model in use
   */
  public String of(@Nullable Model trained, StepSetting step) {
    if (trained == null) {
      return "";
    }
    var inUse = step.weights().equals(trained.weights());
    if (!inUse && step.epoch() == 0 && step.batch() == 0) {
      return words.text("backprop.weights.new");
    }
    return words.text(
        step.block() < 0 ? "backprop.weights.row" : "backprop.weights.batch",
        inUse ? inUse(trained) : moment(step.epoch(), step.batch()));
  }

  /** Where training stands. */
  public String moment(int epoch, int batch) {
    return epoch == 0 && batch == 0
        ? words.text("backprop.weights.first")
        : batch == 0
            ? words.text("backprop.weights.epoch", Numbers.count(epoch))
            : words.text("backprop.weights.within", Numbers.count(epoch + 1L), batch);
  }

  private String inUse(Model trained) {
    var checkpoint = trained.checkpoint();
    var epochs = trained.history().epochs();
    if (checkpoint == null || (checkpoint.batch() == 0 && trained.isChanged(false))) {
      return epochs == 0
          ? words.text("backprop.weights.entered")
          : words.text("backprop.weights.edited", Numbers.count(epochs));
    }
    var used = RunResult.of(trained).used();
    var isBest = used < epochs;
    var average = trained.experiment().training().average();
    if (average > 0 && (isBest || checkpoint.average() != null && checkpoint.batch() == 0)) {
      return words.text(
          isBest ? "backprop.weights.mean.best" : "backprop.weights.mean",
          Numbers.count(used),
          Math.min(used, average));
    }
    return isBest
        ? words.text("backprop.weights.epoch.best", Numbers.count(used))
        : moment(checkpoint.epoch(), checkpoint.batch());
  }
}
