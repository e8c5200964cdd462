package dev.neuralworkbench.explain.step;

/** What a step is about; words are found by it. */
public enum StepKind {
  /** A number is scaled. */
  NUMBER_INPUT,
  /** A missing number gets its stand-in, and is scaled. */
  MISSING_INPUT,
  /** A date becomes its parts. */
  DATE_INPUT,
  /** An engineered input is worked out and scaled. */
  ENGINEERED_INPUT,
  /** A category becomes ones and zeros. */
  CATEGORY_INPUT,
  /** A class becomes targets. */
  CLASS_TARGET,
  /** A number becomes a target. */
  NUMBER_TARGET,
  /** Dropout thins the inputs. */
  INPUT_DROPOUT,
  /** z = Σ w x + b. */
  WEIGHTED_SUM,
  /** a = f(z). */
  ACTIVATION,
  /** Dropout thins a layer. */
  DROPOUT,
  /** Sigmoid or softmax of the loss. */
  PROBABILITY,
  /** The answer in the user's units. */
  ANSWER,
  /** Label smoothing spreads a share of the target over the classes. */
  SMOOTHING,
  /** The loss of a row. */
  ROW_LOSS,
  /** The mean over the rows. */
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
  /** Weights into a unit are scaled back to the longest that they may be. */
  MAX_NORM,
  /** The answer after the step. */
  ANSWER_AFTER,
  /** The loss of the row after the step. */
  ROW_LOSS_AFTER,
  /** The mean loss after the step. */
  MEAN_LOSS_AFTER,
  /** Whether the loss fell. */
  CHANGE;

  /** Whether it works out something of each weight. */
  boolean isOfWeights() {
    return this == GRADIENT || this == CLIPPING || this == NEW_WEIGHT || sparesBiases();
  }

  /** Whether it works out something of each weight and of no bias. */
  boolean sparesBiases() {
    return this == PENALTY || this == MAX_NORM;
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
