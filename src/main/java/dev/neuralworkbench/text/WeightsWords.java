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
    return batch > 0
        ? words.text("backprop.weights.within", Numbers.count(epoch + 1L), batch)
        : words.text("backprop.weights.epoch", Numbers.count(epoch));
  }

  private String inUse(Model trained) {
    var checkpoint = trained.checkpoint();
    if (checkpoint == null || (checkpoint.batch() == 0 && trained.isChanged(false))) {
      return words.text("backprop.weights.edited", Numbers.count(trained.history().epochs()));
    }
    var used = RunResult.of(trained).used();
    var isBest = used < trained.history().epochs();
    var average = trained.experiment().training().average();
    var said =
        average > 0 && used > 0 && (isBest || checkpoint.batch() == 0)
            ? words.text("backprop.weights.mean", Numbers.count(used), Math.min(used, average))
            : moment(isBest ? used : checkpoint.epoch(), isBest ? 0 : checkpoint.batch());
    return isBest ? words.text("backprop.weights.best", said) : said;
  }
}
