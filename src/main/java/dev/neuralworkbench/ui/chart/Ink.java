package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.problem.Ids;
import java.util.List;

/** A colour of charts in the style sheet: {@code -chart-class-1} for {@code CLASS_1}. */
public enum Ink {
  TEXT,
  MUTED,
  GRID,
  LINE,
  BACKGROUND,
  CLASS_1,
  CLASS_2,
  CLASS_3,
  CLASS_4,
  CLASS_5,
  CLASS_6,
  CLASS_7,
  CLASS_8,
  CLASS_9,
  CLASS_10,
  LOW,
  MIDDLE,
  HIGH,
  NEGATIVE,
  NEUTRAL,
  POSITIVE,
  FOCUS;

  /** The colours of classes, and of whatever else is told apart by its colour. */
  public static final List<Ink> CLASSES =
      List.of(
          CLASS_1, CLASS_2, CLASS_3, CLASS_4, CLASS_5, CLASS_6, CLASS_7, CLASS_8, CLASS_9,
          CLASS_10);

  String property() {
    return "-chart-" + Ids.of(this).replace('_', '-');
  }
}
