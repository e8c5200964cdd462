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
        inUse ? inUse(trained) : moment(step.epoch(), step.batch(), 0));
  }

  /**
   * Where training stands.
   *
   * @param average epochs of the mean; 0 for the weights themselves
   */
  public String moment(int epoch, int batch, int average) {
    return average > 0 && epoch > 0
        ? words.text("backprop.weights.mean", Numbers.count(epoch), Math.min(epoch, average))
        : batch > 0
            ? words.text("backprop.weights.within", Numbers.count(epoch + 1L), batch)
            : words.text("backprop.weights.epoch", Numbers.count(epoch));
  }

  private String inUse(Model trained) {
    var checkpoint = trained.checkpoint();
    if (checkpoint == null || (checkpoint.batch() == 0 && trained.isChanged(false))) {
      return words.text("backprop.weights.edited", Numbers.count(trained.history().epochs()));
    }
    var used = RunResult.of(trained).used();
    var average = trained.experiment().training().average();
    return used < trained.history().epochs() || (checkpoint.batch() > 0 && trained.isBest())
        ? words.text("backprop.weights.best", moment(used, 0, average))
        : moment(checkpoint.epoch(), checkpoint.batch(), checkpoint.batch() > 0 ? 0 : average);
  }
}
