package dev.neuralworkbench.ui.chart;

import java.util.List;

/** What a curve stands for: ink alone, told apart by dash and strength. */
public enum CurveRole {
  TRAINING(1, 0, 0),
  VALIDATION(1, 7, 4),
  OTHER(1, 0, 0),
  FIRST(1, 0, 0),
  SECOND(1, 7, 4),
  THIRD(1, 2, 3),
  FOURTH(1, 12, 4),
  FIFTH(0.6, 0, 0),
  SIXTH(0.6, 7, 4),
  SEVENTH(0.6, 2, 3),
  EIGHTH(0.6, 12, 4);

  public static final List<CurveRole> NUMBERED =
      List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH);

  /** How strong its ink is, above 0 to 1. */
  public final double strength;

  private final float dash;
  private final float gap;

  CurveRole(double strength, float dash, float gap) {
    this.strength = strength;
    this.dash = dash;
    this.gap = gap;
  }

  public float[] dash() {
    return dash == 0 ? new float[0] : new float[] {dash, gap};
  }
}
