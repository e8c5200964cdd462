package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class DropoutTest {

  private final DropoutDraws draws = new DropoutDraws(3);
  private final FMatrixRMaj ones = ones(200, 100);

  @Test
  void shareOfTheRateIsDroppedAndTheRestScaledUp() {
    var outputs = new Dropout(0, 0.3).forward(ones, draws.at(0, 0, 0));
    var dropped = 0;
    for (var y : outputs.data) {
      assertTrue(y == 0 || y == (float) (1 / 0.7), "found " + y);
      dropped += y == 0 ? 1 : 0;
    }
    assertEquals(0.3, dropped / 20_000.0, 0.01);
  }

  @Test
  void gradientPassesWhereTheValuePassed() {
    var dropout = new Dropout(0, 0.3);
    var outputs = dropout.forward(ones, draws.at(0, 0, 0)).copy();
    var gradient = ones(200, 100);
    dropout.backward(gradient, false);
    assertArrayEquals(outputs.data, dropout.inputGradient(gradient).data);
  }

  @Test
  void predictionPassesEverything() {
    assertSame(ones, new Dropout(0, 0.9).forward(ones));
  }

  @Test
  void everyEpochBatchLayerAndBlockDrawsApart() {
    var first = new Dropout(0, 0.5).forward(ones, draws.at(1, 2, 3)).copy().data;
    assertArrayEquals(first, new Dropout(0, 0.5).forward(ones, draws.at(1, 2, 3)).data);
    assertFalse(Arrays.equals(first, new Dropout(0, 0.5).forward(ones, draws.at(2, 2, 3)).data));
    assertFalse(Arrays.equals(first, new Dropout(0, 0.5).forward(ones, draws.at(1, 3, 3)).data));
    assertFalse(Arrays.equals(first, new Dropout(0, 0.5).forward(ones, draws.at(1, 2, 4)).data));
    assertFalse(Arrays.equals(first, new Dropout(1, 0.5).forward(ones, draws.at(1, 2, 3)).data));
  }

  private static FMatrixRMaj ones(int rows, int columns) {
    var matrix = new FMatrixRMaj(rows, columns);
    matrix.fill(1);
    return matrix;
  }
}
