package dev.neuralworkbench.ui.chart;

/** A colour that the style sheet gives to a chart, as {@code -chart-grid} for {@code GRID}. */
enum Ink {
  TEXT,
  MUTED,
  GRID,
  BACKGROUND,
  TRAINING,
  VALIDATION,
  TEST,
  OTHER
}
