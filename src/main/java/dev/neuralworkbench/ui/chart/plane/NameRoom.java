package dev.neuralworkbench.ui.chart.plane;

/**
 * Pixels that are left free in the place of the axes' names, for what stands over them.
 *
 * @param x width of the horizontal axis' one
 * @param y width of the vertical axis' one
 */
record NameRoom(double x, double y) {}
