package dev.neuralworkbench.ui.chart;

import java.util.List;

/** What a curve stands for: its colour, doubled by its dash for eyes that do not tell colours. */
public enum CurveRole {
  TRAINING(Ink.TRAINING, 0, 0),
  VALIDATION(Ink.VALIDATION, 7, 4),
  TEST(Ink.TEST, 2, 3),
  OTHER(Ink.OTHER, 0, 0),
  FIRST(Ink.CLASS_1, 0, 0),
  SECOND(Ink.CLASS_2, 7, 4),
  THIRD(Ink.CLASS_3, 2, 3),
  FOURTH(Ink.CLASS_4, 12, 4),
  FIFTH(Ink.CLASS_5, 0, 0),
  SIXTH(Ink.CLASS_6, 7, 4),
  SEVENTH(Ink.CLASS_7, 2, 3),
  EIGHTH(Ink.CLASS_8, 12, 4);

  /** Roles of curves that are numbered, such as those of layers. */
  public static final List<CurveRole> NUMBERED =
      List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH);

  private final Ink ink;
  private final float dash;
  private final float gap;

  CurveRole(Ink ink, float dash, float gap) {
    this.ink = ink;
    this.dash = dash;
    this.gap = gap;
  }

  public Ink ink() {
    return ink;
  }

  /** Lengths of dash and gap in pixels; empty for a solid line. */
  public float[] dash() {
    return dash == 0 ? new float[0] : new float[] {dash, gap};
  }
}
