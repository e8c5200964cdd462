package dev.neuralworkbench.metrics;

/**
 * A score with what is known of it.
 *
 * @param value NaN where it does not exist, such as 0 / 0
 * @param interval {@link ScoreInterval#NONE} where it is not known, or not yet
 */
public record Measured(double value, ScoreInterval interval) {}
