package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.ui.workspace.RunState;
import org.jspecify.annotations.Nullable;

/** Where a run is, or how it ended. */
final class RunWords {

  private RunWords() {}

  /** Where the run is, or how it ended. */
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
      case DIVERGED -> epochs == 0 ? Phrase.of("live.end.diverged.atOnce") : Phrase.of(key, count);
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
}
