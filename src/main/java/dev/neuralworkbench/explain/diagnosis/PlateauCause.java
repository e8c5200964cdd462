package dev.neuralworkbench.explain.diagnosis;

/** Why a loss may stand still near that of a constant answer. */
public enum PlateauCause {
  /** A hidden layer or the one after it started with weights of 0. */
  ZERO_WEIGHTS,
  /** Without a hidden layer the answer is linear in the inputs. */
  NO_HIDDEN_LAYER,
  /** The way down was not found from these starting weights. */
  START,
  /** The nearest rows answer no better than a constant: the inputs seem to tell nothing. */
  NOTHING_TO_LEARN
}
