package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.ui.workspace.RunState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a run is, or how it ended, and its last numbers. */
final class RunWords {

  private static final int DIGITS = 3;

  private RunWords() {}

  /**
   * Where the run is, or how it ended.
   *
   * @param asked epochs that are asked for
   */
  static Phrase state(@Nullable LiveRun run, RunState state, int asked) {
    if (state == RunState.PREPARING) {
      return Phrase.of("live.state.preparing");
    } else if (run == null) {
      return Phrase.of("live.state.none");
    }
    var epochs = run.history().epochs();
    var reason = run.history().stopReason();
    if (reason != null && !state.isActive()) {
      return end(run, reason, epochs);
    }
    if (epochs == 0 && !state.isActive()) {
      return Phrase.of("live.state.untrained");
    }
    // Training would go on from the end by as many again, which nobody has asked for yet.
    if (run.epochs() == epochs + asked && !state.isActive()) {
      return Phrase.of("live.state.stepped", Numbers.count(epochs));
    }
    var paused = state != RunState.RUNNING;
    if (epochs == 0) {
      return Phrase.of(paused ? "live.state.pausedAtOnce" : "live.state.starting");
    }
    return Phrase.of(
        paused ? "live.state.paused" : "live.state.running",
        Numbers.count(epochs),
        Numbers.count(run.epochs()));
  }

  private static Phrase end(LiveRun run, StopReason reason, int epochs) {
    var early = run.stopping().earlyStopping();
    var end = reason(reason, epochs, early);
    if (early == null || !early.restoreBest()) {
      return end;
    }
    var best = early.best(run.history());
    return best < 0 || best == epochs - 1
        ? end
        : Phrase.of("live.end.restored", end, Numbers.count(best + 1L));
  }

  private static Phrase reason(StopReason reason, int epochs, @Nullable EarlyStopping early) {
    var key = "live.end." + reason.id();
    var count = Numbers.count(epochs);
    return switch (reason) {
      case NO_IMPROVEMENT ->
          Phrase.of(key, count, Numbers.count(early == null ? 0 : early.patience()));
      case DIVERGED -> epochs == 0 ? Phrase.of(key + ".atOnce") : Phrase.of(key, count);
      case COMPLETED, THRESHOLD_REACHED, STOPPED, TIME -> Phrase.of(key, count);
    };
  }

  /** The epoch, counted from 0, whose weights a run has in the end; −1 without any epoch. */
  static int kept(LiveRun run) {
    var early = run.stopping().earlyStopping();
    var last = run.history().epochs() - 1;
    return early == null || !early.restoreBest() ? last : early.best(run.history());
  }

  /**
   * The epoch, counted from 1, whose weights a run that is over predicts with, where it is not the
   * last; 0 otherwise.
   */
  static int restored(@Nullable LiveRun run) {
    if (run == null || run.history().stopReason() == null) {
      return 0;
    }
    var kept = kept(run);
    return kept < run.history().epochs() - 1 ? kept + 1 : 0;
  }

  /**
   * The numbers of the model that predicts: those of the last epoch, or of the one whose weights
   * were restored, which is named first, and then the last one's losses.
   */
  static List<Phrase> values(@Nullable LiveRun run) {
    var restored = restored(run);
    if (run == null || restored == 0) {
      return run == null ? List.of() : values(run, run.history().epochs() - 1);
    }
    var phrases = new ArrayList<Phrase>();
    phrases.add(Phrase.of("live.values.inUse", Numbers.count(restored)));
    phrases.addAll(values(run, restored - 1));
    phrases.add(Phrase.of("live.values.last", Numbers.count(run.history().epochs())));
    var last = run.history().result(run.history().epochs() - 1);
    add("live.values.loss", last.trainingLoss(), phrases);
    add("live.values.loss.validation", last.validationLoss(), phrases);
    return List.copyOf(phrases);
  }

  /** The numbers of an earlier epoch, counted from 1, which is named first. */
  static List<Phrase> valuesAfter(@Nullable LiveRun run, int epoch) {
    var phrases = new ArrayList<Phrase>();
    phrases.add(Phrase.of("live.values.moment", Numbers.count(epoch)));
    phrases.addAll(values(run, epoch - 1));
    return List.copyOf(phrases);
  }

  /** The numbers of an epoch, counted from 0; none where there is no such epoch. */
  static List<Phrase> values(@Nullable LiveRun run, int epoch) {
    if (run == null || epoch < 0 || epoch >= run.history().epochs()) {
      return List.of();
    }
    return values(run, run.history().result(epoch));
  }

  /** The numbers of a network that was changed since its last epoch. */
  static List<Phrase> valuesNow(LiveRun run, EpochResult scores) {
    var phrases = new ArrayList<Phrase>();
    phrases.add(Phrase.of("live.values.edited"));
    phrases.addAll(values(run, scores));
    return List.copyOf(phrases);
  }

  private static List<Phrase> values(LiveRun run, EpochResult result) {
    var score = run.problem() == ProblemType.CLASSIFICATION ? "accuracy" : "r2";
    var phrases = new ArrayList<Phrase>();
    add("live.values.loss", result.trainingLoss(), phrases);
    add("live.values.loss.validation", result.validationLoss(), phrases);
    add("live.values." + score, result.trainingScore(), phrases);
    add("live.values." + score + ".validation", result.validationScore(), phrases);
    return List.copyOf(phrases);
  }

  private static void add(String key, double value, List<Phrase> phrases) {
    if (!Double.isNaN(value)) {
      phrases.add(Phrase.of(key, Numbers.typeset(Numbers.rounded(value, DIGITS))));
    }
  }
}
