package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.ui.workspace.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a run is, or how it ended. */
final class LiveWords {

  /** A sentence without a language yet: a key, and arguments that may be phrases themselves. */
  record Phrase(String key, List<Object> arguments) {

    Phrase {
      arguments = List.copyOf(arguments);
    }

    static Phrase of(String key, Object... arguments) {
      return new Phrase(key, List.of(arguments));
    }

    String in(Words words) {
      return words.text(
          key,
          arguments.stream()
              .map(argument -> argument instanceof Phrase phrase ? phrase.in(words) : argument)
              .toArray());
    }
  }

  private LiveWords() {}

  /** Whether the network was changed after the last epoch tells a step from a pause. */
  static Phrase state(@Nullable LiveRun run, RunState state, boolean changed) {
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
    if (!state.isActive() && run.epochs() < epochs + (changed ? 1 : 0)) {
      return Phrase.of("live.state.stepped", Numbers.count(run.epochs()));
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
    var end = reason(reason, epochs, run.stopping().earlyStopping());
    return run.used() == epochs
        ? end
        : Phrase.of("live.end.restored", end, Numbers.count(run.used()));
  }

  private static Phrase reason(StopReason reason, int epochs, @Nullable EarlyStopping early) {
    var key = "live.end." + Ids.of(reason);
    var count = Numbers.count(epochs);
    return switch (reason) {
      case NO_IMPROVEMENT ->
          Phrase.of(key, count, Numbers.count(early == null ? 0 : early.patience()));
      case DIVERGED -> epochs == 0 ? Phrase.of("live.end.diverged.atOnce") : Phrase.of(key, count);
      case COMPLETED, THRESHOLD_REACHED, STOPPED, TIME -> Phrase.of(key, count);
    };
  }
}
