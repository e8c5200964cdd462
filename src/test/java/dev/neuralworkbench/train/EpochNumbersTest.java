package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochNumbersTest {

  private static final int EPOCHS = 1024;

  /** Keeps numbers, and reads every bit of them again. */
  private static EpochNumbers kept(IntToDoubleFunction number) {
    var kept = EpochNumbers.keep(IntStream.range(0, EPOCHS).mapToDouble(number).toArray());
    for (var epoch = 0; epoch < EPOCHS; epoch++) {
      assertEquals(
          Double.doubleToLongBits(number.applyAsDouble(epoch)),
          Double.doubleToLongBits(kept.of(epoch)));
    }
    return kept;
  }

  @Test
  void aNumberThatStaysIsKeptOnce() {
    var rate = assertInstanceOf(EpochNumbers.Few.class, kept(_ -> 0.03));
    assertEquals(1, rate.different().length + rate.places().length);
    kept(_ -> Double.NaN);
  }

  @Test
  void aShareOfFewRowsTakesAByte() {
    assertInstanceOf(EpochNumbers.Few.class, kept(epoch -> 1 - epoch * 7 % 256 / 255.0));
    assertInstanceOf(
        EpochNumbers.Few.class,
        kept(epoch -> new double[] {-0.0, 0, Double.NaN, Double.POSITIVE_INFINITY}[epoch % 4]));
  }

  @Test
  void timesOfNeighborsTakeFourBytes() {
    assertInstanceOf(
        EpochNumbers.Nanos.class, kept(epoch -> (86_400_123_456_789L + 51_237L * epoch) / 1e9));
    assertInstanceOf(EpochNumbers.Any.class, kept(epoch -> 3.0 * epoch), "3 s apart");
    assertInstanceOf(
        EpochNumbers.Any.class, kept(epoch -> epoch == 9 ? -0.0 : epoch * 1e-9), "below zero");
  }

  @Test
  void anyOtherNumbersKeepAllTheirBits() {
    var random = new Random(1);
    var losses = random.doubles(EPOCHS).toArray();
    assertInstanceOf(EpochNumbers.Any.class, kept(epoch -> losses[epoch]));
    losses[EPOCHS - 1] = Double.NaN;
    kept(epoch -> losses[epoch]);
  }
}
