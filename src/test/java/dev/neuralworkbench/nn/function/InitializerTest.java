package dev.neuralworkbench.nn.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {

  private static final int INPUTS = 300;
  private static final int UNITS = 700;

  @ParameterizedTest
  @CsvSource({
    // standard deviation, and limit of a uniform one: √3 of it
    "ZEROS, 0, 0",
    "UNIFORM, 0.0288675, 0.05",
    "NORMAL, 0.05, 1",
    "GLOROT_UNIFORM, 0.0447214, 0.0774597",
    "GLOROT_NORMAL, 0.0447214, 1",
    "HE_UNIFORM, 0.0816497, 0.1414214",
    "HE_NORMAL, 0.0816497, 1"
  })
  void weightsHaveTheStatedSpread(Initializer initializer, double deviation, double limit) {
    var weights = new float[INPUTS * UNITS];
    initializer.fill(weights, INPUTS, UNITS, RandomSource.of(1, Purpose.WEIGHTS));
    var sum = 0.0;
    var squares = 0.0;
    var largest = 0.0;
    for (var w : weights) {
      sum += w;
      squares += w * w;
      largest = Math.max(largest, Math.abs(w));
    }
    assertEquals(0, sum / weights.length, 0.01 * deviation);
    assertEquals(deviation, Math.sqrt(squares / weights.length), 0.01 * deviation);
    assertTrue(largest <= limit * 1.0001, "largest " + largest);
    assertTrue(limit == 1 || largest >= limit * 0.999, "largest " + largest);
  }
}
