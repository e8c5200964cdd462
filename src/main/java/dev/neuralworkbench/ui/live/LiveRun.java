package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.workspace.Run;

/**
 * A run as this screen shows it, under way or over; its history grows while it goes on.
 *
 * @param epochs that the history will have if nothing ends the run before
 * @param seeded whether its weights follow from its seed, so that two runs are compared fairly
 * @param foldsAnew whether its folds began anew nevertheless
 */
public record LiveRun(
    String dataHash,
    TrainingHistory history,
    Experiment experiment,
    int epochs,
    boolean seeded,
    boolean foldsAnew) {

  static LiveRun of(Run run, boolean seeded) {
    return new LiveRun(
        run.data.hash(),
        run.history(),
        run.experiment(),
        run.epochs(),
        seeded,
        run.foldsBeganAnew());
  }

  /** End: the epochs of a run that training goes on with; 0 where it does not. */
  static LiveRun of(DataReference data, Model model, boolean seeded, int end) {
    var epochs = model.experiment().training().stopping().epochs();
    var isBrokenOff = model.history().epochs() < epochs;
    return new LiveRun(
        data.hash(),
        model.history(),
        model.experiment(),
        isBrokenOff && end > 0 ? end : epochs,
        seeded,
        false);
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
}
