package dev.neuralworkbench.ui.common;

/** Icons as strokes on a grid of 16, whose weight and colour are the style sheet's. */
public enum Icon {
  OPEN("M1.5 13.5 V3.5 H6 L7.5 5.5 H13 V7.5 M1.5 13.5 L4 7.5 H15 L12.5 13.5 Z"),
  MODEL(
      "M3 3 A1.5 1.5 0 1 0 3.01 3 M3 10 A1.5 1.5 0 1 0 3.01 10 M12.5 6.5 A1.5 1.5 0 1 0 12.51 6.5"
          + " M4.4 5 L11.1 7.5 M4.4 11 L11.1 8.5"),
  SAVE("M2.5 2.5 H11 L13.5 5 V13.5 H2.5 Z M5 2.5 V6 H10 V2.5 M4.5 13.5 V9 H11.5 V13.5"),
  TRAIN("M4 2.5 L13 8 L4 13.5 Z"),
  PAUSE("M5 3 V13 M11 3 V13"),
  STOP("M3.5 3.5 H12.5 V12.5 H3.5 Z"),
  STEP_EPOCH("M2.5 3 L7.5 8 L2.5 13 M7.5 3 L12.5 8 L7.5 13 M14 3 V13"),
  STEP_BATCH("M4.5 3 L10 8 L4.5 13 M12.5 3 V13"),
  RESET("M3 8 A5 5 0 1 0 4.8 4.2 M4.8 1.2 V4.4 H8"),
  SUN(
      "M8 5.2 A2.8 2.8 0 1 0 8.01 5.2 M8 1 V2.4 M8 13.6 V15 M1 8 H2.4 M13.6 8 H15 M3 3 L4 4"
          + " M12 12 L13 13 M3 13 L4 12 M12 4 L13 3"),
  MOON("M13.5 9.5 A6 6 0 1 1 6.5 2.5 A4.8 4.8 0 0 0 13.5 9.5 Z"),
  FORMS("M2 2.5 H14 V13.5 H2 Z M6.2 2.5 V13.5 M3.6 5 H4.6 M3.6 7.5 H4.6 M3.6 10 H4.6"),
  CURVE("M2 2 V14 H14.5 M4 3.5 C5.2 9 7 11.5 13.5 11.8"),
  STAR("M8 1.8 L9.9 6 L14.4 6.4 L11 9.4 L12 13.9 L8 11.5 L4 13.9 L5 9.4 L1.6 6.4 L6.1 6 Z"),
  ADD("M8 3 V13 M3 8 H13"),
  LESS("M3 8 H13"),
  REMOVE("M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5"),
  UP("M3.5 10 L8 5.5 L12.5 10"),
  DOWN("M3.5 6 L8 10.5 L12.5 6"),
  LEFT("M10 3.5 L5.5 8 L10 12.5"),
  RIGHT("M6 3.5 L10.5 8 L6 12.5"),
  FIRST("M12 3.5 L7.5 8 L12 12.5 M4 3.5 V12.5"),
  LAST("M4 3.5 L8.5 8 L4 12.5 M12 3.5 V12.5"),
  INFO("M8 2 A6 6 0 1 0 8.01 2 M8 5 V5.2 M8 7.6 V11"),
  WARNING("M8 1.8 L15 14 H1 Z M8 6.2 V9.6 M8 11.6 V12"),
  DONE("M3 8.5 L6.5 12 L13 4.5"),
  TARGET("M8 2 A6 6 0 1 0 8.01 2 M8 5.6 A2.4 2.4 0 1 0 8.01 5.6"),
  ENLARGE("M9.5 2.5 H13.5 V6.5 M13.5 2.5 L9 7 M6.5 13.5 H2.5 V9.5 M2.5 13.5 L7 9"),
  EDIT("M2.5 13.5 L3.3 10.2 L10.8 2.7 L13.3 5.2 L5.8 12.7 Z M9 4.5 L11.5 7"),
  SHUFFLE(
      "M2 4.5 H4.5 L10.5 11.5 H14 M11.8 9.2 L14 11.5 L11.8 13.8 M2 11.5 H4.5 L6 9.7 M9 6.3 L10.5"
          + " 4.5 H14 M11.8 2.2 L14 4.5 L11.8 6.8"),
  SAMPLES(
      "M2.5 2.5 H6.8 V6.8 H2.5 Z M9.2 2.5 H13.5 V6.8 H9.2 Z M2.5 9.2 H6.8 V13.5 H2.5 Z M9.2 9.2"
          + " H13.5 V13.5 H9.2 Z");

  final String path;

  Icon(String path) {
    this.path = path;
  }
}
