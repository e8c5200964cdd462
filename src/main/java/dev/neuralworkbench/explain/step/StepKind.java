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
  /** The length of all gradients together. */
  NORM,
  /** Gradients are shortened. */
  CLIPPING,
  /** The optimizer makes the new weight. */
  NEW_WEIGHT,
  /** The answer after the step. */
  ANSWER_AFTER,
  /** The loss of the row after the step. */
  ROW_LOSS_AFTER,
  /** The mean loss after the step. */
  MEAN_LOSS_AFTER,
  CHANGE;

  /** Whether it works out something of each weight. */
  boolean isOfWeights() {
    return this == GRADIENT || this == PENALTY || this == CLIPPING || this == NEW_WEIGHT;
  }

  /** Whether it makes inputs of a column. */
  boolean isOfColumn() {
    return this == NUMBER_INPUT
        || this == MISSING_INPUT
        || this == DATE_INPUT
        || this == ENGINEERED_INPUT
        || this == CATEGORY_INPUT;
  }
}
