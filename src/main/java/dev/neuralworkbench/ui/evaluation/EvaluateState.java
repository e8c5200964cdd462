package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.problem.Ids;

/** What the screen can show. */
public enum EvaluateState {
  UNTRAINED,
  NO_DATA,
  NO_ROWS,
  WORKING,
  READY,
  FAILED;

  String key() {
    return "evaluate.state." + Ids.of(this);
  }
}
