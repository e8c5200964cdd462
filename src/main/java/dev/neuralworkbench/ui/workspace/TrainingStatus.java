package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.ui.common.Same;
import org.jspecify.annotations.Nullable;

/**
 * Where training is, and what of it is in the document; a value.
 *
 * @param run the run under way, or the last one; null before the first
 * @param inDocument the run's model that is in the document, or what was there when it started;
 *     null for none
 * @param into the document that the run's model was put into last; null if there was none yet, or a
 *     step was made since
 */
record TrainingStatus(
    RunState state,
    @Nullable Run run,
    int number,
    DataReference data,
    @Nullable Model inDocument,
    @Nullable Document into) {

  static TrainingStatus none(Document document) {
    return new TrainingStatus(RunState.IDLE, null, 0, document.data(), null, null);
  }

  TrainingStatus preparing(Document document) {
    return new TrainingStatus(
        RunState.PREPARING, run, number, document.data(), document.trained(), null);
  }

  TrainingStatus begun(Run ready, RunState as, int number) {
    return new TrainingStatus(as, ready, number, data, inDocument, null);
  }

  TrainingStatus as(RunState next) {
    return new TrainingStatus(next, run, number, data, inDocument, into);
  }

  /** The run's model was put into a document, where the next one may take its place. */
  TrainingStatus withModel(Model model, @Nullable Document document) {
    return new TrainingStatus(state, run, number, data, model, document);
  }

  /** The document that the run's model is in grew by what is no step. */
  TrainingStatus into(Document document) {
    return new TrainingStatus(state, run, number, data, inDocument, document);
  }

  TrainingStatus dropped() {
    return new TrainingStatus(RunState.IDLE, run, number, data, null, null);
  }

  RunLog leftIn(RunLog log) {
    var left = run;
    return left == null || state == RunState.PREPARING
        ? log
        : log.run(number).map(it -> log.with(it.left(left.history().copy()))).orElse(log);
  }

  /** Whether a run is under way; one that is being prepared is not, nor the one before it. */
  boolean isUnderWay() {
    return state == RunState.RUNNING || state == RunState.PAUSED;
  }

  boolean isUnderWay(Run it) {
    return isUnderWay() && it.equals(run);
  }

  boolean isOf(Document document) {
    return run != null && inDocument != null && isStillIn(document);
  }

  /** A run whose document was undone, reset or replaced is dropped; redo finds the last one. */
  TrainingStatus following(Document document) {
    if (state.isActive()) {
      return isStillIn(document) ? this : dropped();
    }
    return as(isOf(document) ? RunState.FINISHED : RunState.IDLE);
  }

  private boolean isStillIn(Document document) {
    var isSame =
        inDocument == null
            ? document.trained() == null
            : inDocument.isButDecided(document.trained());
    return isSame && Same.is(document.data(), data);
  }
}
