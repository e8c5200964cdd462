package dev.neuralworkbench.explain.step;

public enum StepDetail {
  /** A whole layer at once. */
  LAYER,
  /** One unit; its weights together. */
  UNIT,
  /** One unit; its weights one by one. */
  WEIGHT
}
