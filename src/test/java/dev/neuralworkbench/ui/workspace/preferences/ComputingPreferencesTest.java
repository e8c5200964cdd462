package dev.neuralworkbench.ui.workspace.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputingPreferencesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 8, false, 8",
    "0, 8, true, 7",
    "0, 2, true, 1",
    "0, 1, true, 1",
    "1, 8, false, 1",
    "4, 8, true, 4",
    "16, 8, false, 8"
  })
  void threadsAreThoseChosenOrAllButOneForThePicture(
      int chosen, int processors, boolean drawing, int expected) {
    var computing = new ComputingPreferences(Engine.FASTEST, chosen);
    assertEquals(expected, computing.trainingThreads(processors, drawing));
  }
}
