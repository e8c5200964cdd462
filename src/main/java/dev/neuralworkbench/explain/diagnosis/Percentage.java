package dev.neuralworkbench.explain.diagnosis;

/**
 * A share of something, as a number of a {@link Diagnosis}: told in percent.
 *
 * @param value from 0 to 1
 */
public record Percentage(double value) {}
