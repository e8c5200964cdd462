package dev.neuralworkbench.explain.step;

/** What a step is about; words are found by it. */
public enum StepKind {
  NUMBER_INPUT,
  MISSING_INPUT,
  DATE_INPUT,
  ENGINEERED_INPUT,
  CATEGORY_INPUT,
  CLASS_TARGET,
  NUMBER_TARGET,
  INPUT_DROPOUT,
  /** z = Σ w x + b. */
  WEIGHTED_SUM,
  /** a = f(z). */
  ACTIVATION,
  DROPOUT,
  /** Sigmoid or softmax of the loss. */
  PROBABILITY,
  /** The answer in the user's units. */
  ANSWER,
  /** Label smoothing spreads a share of the target over the classes. */
  SMOOTHING,
  ROW_LOSS,
  MEAN_LOSS,
  /** δ of the output layer. */
  OUTPUT_DELTA,
  /** δ of a hidden layer. */
  HIDDEN_DELTA,
  /** ∂L/∂w and ∂L/∂b. */
  GRADIENT,
  /** What large weights cost. */
  PENALTY,
  NORM,
  CLIPPING,
  NEW_WEIGHT,
  /** Weights into a unit are scaled back to the longest that they may be. */
  MAX_NORM,
  ANSWER_AFTER,
  ROW_LOSS_AFTER,
  MEAN_LOSS_AFTER,
  CHANGE;

  boolean isOfWeights() {
    return this == GRADIENT || this == CLIPPING || this == NEW_WEIGHT || sparesBiases();
  }

  /** Whether it works out something of each weight and of no bias. */
  boolean sparesBiases() {
    return this == PENALTY || this == MAX_NORM;
  }

  boolean isOfColumn() {
    return this == NUMBER_INPUT
        || this == MISSING_INPUT
        || this == DATE_INPUT
        || this == ENGINEERED_INPUT
        || this == CATEGORY_INPUT;
  }
}
