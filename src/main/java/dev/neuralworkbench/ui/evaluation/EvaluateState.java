package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.problem.Ids;

/** What the screen can show. */
public enum EvaluateState {
  /** Nothing is trained. */
  UNTRAINED,
  /** A model without its data. */
  NO_DATA,
  /** The part has no rows. */
  NO_ROWS,
  /** The scores are being computed. */
  WORKING,
  /** The scores are there. */
  READY,
  /** They could not be computed. */
  FAILED;

  String key() {
    return "evaluate.state." + Ids.of(this);
  }
}
