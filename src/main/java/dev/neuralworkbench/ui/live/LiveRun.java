package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.workspace.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A run as this screen shows it, under way or over; its history grows while it goes on.
 *
 * @param epochs that the history will have if nothing ends the run before
 * @param foldsAnew whether its folds began anew nevertheless
 */
public record LiveRun(
    String dataHash,
    TrainingHistory history,
    Experiment experiment,
    int epochs,
    Begun begun,
    boolean foldsAnew) {

  /**
   * What weights a run began with: two runs are compared fairly where that is the same.
   *
   * @param seeded whether its weights follow from its seed
   * @param run the one whose weights it goes on with; null for none known
   * @param after epochs that this one had done; 0 for weights of its end
   */
  record Begun(boolean seeded, @Nullable Integer run, int after) {

    /** Weights of which nothing is known, such as those of a file without a log. */
    static final Begun UNKNOWN = new Begun(false, null, 0);

    static final Begun AFRESH = new Begun(true, null, 0);

    static Begun of(LoggedRun logged, RunLog log) {
      var record = logged.record();
      var before = record.from() == null ? null : log.run(record.from()).orElse(null);
      var end = before == null || !record.anew() ? 0 : before.record().result().epochs();
      var after = record.after() == null ? end : record.after();
      return new Begun(record.anew(), record.from(), after);
    }

    String in(Words words, long seed) {
      if (run == null) {
        return words.text(seeded ? "live.begun.seed" : "live.begun.unknown", Long.toString(seed));
      }
      return seeded
          ? words.text("live.begun.goesOn", Long.toString(seed), Numbers.count(after))
          : words.text(
              after > 0 ? "live.begun.moment" : "live.begun.weights",
              Numbers.count(run),
              Numbers.count(after));
    }
  }

  static LiveRun of(Run run, Begun begun) {
    return new LiveRun(
        run.data.hash(),
        run.history(),
        run.experiment(),
        run.epochs(),
        begun,
        run.foldsBeganAnew());
  }

  /** End: the epochs of a run that training goes on with; 0 where it does not. */
  static LiveRun of(DataReference data, Model model, Begun begun, int end) {
    var epochs = model.experiment().training().stopping().epochs();
    var isBrokenOff = model.history().epochs() < epochs;
    return new LiveRun(
        data.hash(),
        model.history(),
        model.experiment(),
        isBrokenOff && end > 0 ? end : epochs,
        begun,
        false);
  }

  String begun(Words words) {
    return begun.in(words, experiment.training().seed());
  }

  ProblemType problem() {
    return experiment.preparation().problemType();
  }

  Loss loss() {
    return experiment.network().loss();
  }

  /** Whether the rows of its loss count as their classes do. */
  boolean isBalanced() {
    return experiment.preparation().isBalanced() && problem() == ProblemType.CLASSIFICATION;
  }

  /** Whether it is judged by the mean of its weights, while its steps go on in others. */
  boolean isAveraged() {
    return experiment.training().average() > 0;
  }

  /** What the loss is, and of what. */
  String loss(Words words) {
    var said = words.text("live.loss." + Ids.of(loss()) + (isBalanced() ? ".balanced" : ""));
    var isScaled =
        problem() == ProblemType.REGRESSION && experiment.preparation().scaling() != Scaling.NONE;
    return isScaled ? words.text("live.loss.scaled", said) : said;
  }

  /** The epoch whose weights are in use, counted from 1; 0 before the first. */
  int used() {
    return RunResult.used(experiment, history);
  }

  Stopping stopping() {
    return experiment.training().stopping();
  }

  /** The very same run: a model has a history of its own, a run a live one. */
  boolean isSameRun(LiveRun other) {
    return history.epochs() == other.history.epochs() && history.beginsWith(other.history);
  }

  /** Whether curves of both mean the same: the same rows, target and loss. */
  boolean comparesWith(LiveRun other) {
    return dataHash.equals(other.dataHash)
        && experiment.preparation().target().equals(other.experiment.preparation().target())
        && loss() == other.loss()
        && isBalanced() == other.isBalanced();
  }

  /** Which run was shown behind which, as far as undo is likely to lead back. */
  static final class Ghosts {

    private static final int MOST = 16;

    private record Pair(LiveRun run, @Nullable LiveRun before) {}

    private final Deque<Pair> pairs = new ArrayDeque<>();

    void remember(LiveRun run, @Nullable LiveRun before) {
      pairs.addFirst(new Pair(run, before));
      if (pairs.size() > MOST) {
        pairs.removeLast();
      }
    }

    /** Behind a run that is come back to; behindLast is behind the one that is left. */
    @Nullable LiveRun of(@Nullable LiveRun run, @Nullable LiveRun behindLast) {
      return run == null
          ? behindLast
          : pairs.stream()
              .filter(it -> it.run.history().beginsWith(run.history()))
              .findFirst()
              .map(Pair::before)
              .orElse(null);
    }
  }
}
