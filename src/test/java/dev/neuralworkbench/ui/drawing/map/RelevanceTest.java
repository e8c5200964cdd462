package dev.neuralworkbench.ui.drawing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RelevanceTest {

  private static final double NONE = Double.NaN;

  @Test
  void inputThatTellsTheClassesApartTellsAll() {
    assertEquals(
        1, DecisionMap.Relevance.of(new double[] {1, 1, 2, 2}, new float[] {0, 0, 1, 1}, 2));
    assertEquals(
        1, DecisionMap.Relevance.of(new double[] {1, 2, 3}, new float[] {-2, -4, -6}, 0), 1e-12);
  }

  @Test
  void inputThatIsMissingInHalfOfTheRowsTellsHalf() {
    var half = new double[] {1, 1, 2, 2, NONE, NONE, NONE, NONE};
    assertEquals(0.5, DecisionMap.Relevance.of(half, new float[] {0, 0, 1, 1, 0, 0, 1, 1}, 2));
    assertEquals(
        0.5, DecisionMap.Relevance.of(half, new float[] {3, 3, 5, 5, 0, 0, 9, 9}, 0), 1e-12);
  }

  @Test
  void inputThatIsAlwaysMissingTellsNothing() {
    assertEquals(0, DecisionMap.Relevance.of(new double[] {NONE, NONE}, new float[] {0, 1}, 2));
    assertEquals(0, DecisionMap.Relevance.of(new double[] {NONE, NONE}, new float[] {0, 1}, 0));
  }
}
