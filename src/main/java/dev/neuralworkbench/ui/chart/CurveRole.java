package dev.neuralworkbench.ui.chart;

/** What a curve stands for: its colour, doubled by its dash for eyes that do not tell colours. */
public enum CurveRole {
  TRAINING(Ink.TRAINING, 0, 0),
  VALIDATION(Ink.VALIDATION, 7, 4),
  TEST(Ink.TEST, 2, 3),
  OTHER(Ink.OTHER, 0, 0);

  private final Ink ink;
  private final float dash;
  private final float gap;

  CurveRole(Ink ink, float dash, float gap) {
    this.ink = ink;
    this.dash = dash;
    this.gap = gap;
  }

  Ink ink() {
    return ink;
  }

  /** Lengths of dash and gap in pixels; empty for a solid line. */
  float[] dash() {
    return dash == 0 ? new float[0] : new float[] {dash, gap};
  }
}
