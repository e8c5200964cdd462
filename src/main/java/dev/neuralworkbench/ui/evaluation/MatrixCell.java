package dev.neuralworkbench.ui.evaluation;

/**
 * A cell of the confusion matrix.
 *
 * @param actual index of the true class
 * @param predicted index of the class that was predicted
 */
public record MatrixCell(int actual, int predicted) {}
