package dev.neuralworkbench.ui.chart.band;

/**
 * A value of one run.
 *
 * @param series number of the line that it belongs to, from 0 on
 */
public record ScoreDot(int series, double x, double y) {}
