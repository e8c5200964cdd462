package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RoomsTest {

  @Test
  void roomsArePackages() {
    assertArrayEquals(
        new String[] {"dev.neuralworkbench.nn.blas", "dev.neuralworkbench.ui.."},
        Rooms.packages("nn.blas ui.."));
  }

  @Test
  void misspeltRoomIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Rooms.packages("nn trian"));
  }
}
