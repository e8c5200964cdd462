package dev.neuralworkbench.app.menu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ComputingMenuTest {

  @Test
  void automaticPowersOfTwoAndAllProcessorsAreOffered() {
    assertArrayEquals(new int[] {0, 1}, ComputingMenu.threadCounts(1).toArray());
    assertArrayEquals(new int[] {0, 1, 2}, ComputingMenu.threadCounts(2).toArray());
    assertArrayEquals(new int[] {0, 1, 2, 4, 6}, ComputingMenu.threadCounts(6).toArray());
  }
}
