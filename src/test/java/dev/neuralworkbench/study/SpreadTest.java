package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void deviationIsThatOfASample() {
    var spread = Spread.of(DoubleStream.of(2, 4, 4, 4, 5, 5, 7, 9));
    assertEquals(5, spread.mean());
    assertEquals(Math.sqrt(32.0 / 7), spread.deviation(), 1e-15);
    assertEquals(8, spread.count());
  }

  @Test
  void numbersThatDoNotExistAreLeftOut() {
    assertEquals(new Spread(2, Math.sqrt(2), 2), Spread.of(DoubleStream.of(1, Double.NaN, 3)));
  }

  @Test
  void numbersThatDifferInRoundingAloneHaveNone() {
    var sum = 0.1 + 0.2;
    assertEquals(0, Spread.of(DoubleStream.of(sum, 0.3, sum)).deviation());
    assertEquals(0, Spread.of(DoubleStream.of(0.9929, 0.9929, 0.9929)).deviation());
    var apart = Spread.of(DoubleStream.of(1, 1 + 1e-9)).deviation();
    assertEquals(1e-9 / Math.sqrt(2), apart, 1e-15);
  }

  @Test
  void oneNumberHasNoDeviation() {
    assertEquals(new Spread(0.5, Double.NaN, 1), Spread.of(DoubleStream.of(0.5)));
    assertEquals(new Spread(Double.NaN, Double.NaN, 0), Spread.of(DoubleStream.of()));
  }
}
