package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.evaluation.ScoresPane.Kind;

/** What is looked at beside the scores and the matrix, one at a time. */
public enum EvaluateTab {
  CURVES,
  CALIBRATION,
  THRESHOLD,
  INPUTS,
  COMPARE,
  ERRORS;

  public String id() {
    return Ids.of(this);
  }

  /** Whether it says something of a model that predicts this. */
  boolean isOf(Kind kind) {
    return switch (this) {
      case CALIBRATION -> kind != Kind.NUMBERS;
      case THRESHOLD -> kind == Kind.FEW_CLASSES;
      case CURVES -> kind != Kind.TOO_MANY_CLASSES;
      case INPUTS, COMPARE, ERRORS -> true;
    };
  }

  /** What shows until the user chooses: curves, or what is wrong where not all are drawn. */
  static EvaluateTab first(Kind kind) {
    return kind == Kind.NUMBERS || kind == Kind.FEW_CLASSES ? CURVES : ERRORS;
  }
}
