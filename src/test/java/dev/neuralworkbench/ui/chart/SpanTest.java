package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void axisStartsAtZeroWhereZeroIsNear() {
    assertEquals(0, Span.linear(new Span(0.02, 0.7), Span.UNLIMITED).least());
    assertTrue(Span.linear(new Span(0.6, 0.7), Span.UNLIMITED).least() > 0.5);
  }

  @Test
  void axisGoesBeyondItsLimitsByNoMoreThanALine() {
    var span = Span.linear(new Span(0.5, 1), new Span(0, 1));
    assertTrue(span.greatest() >= 1 && span.greatest() < 1.02, span::toString);
    assertTrue(Span.linear(new Span(-80, 0.9), new Span(-1, 1)).least() > -1.1);
  }

  @Test
  void allValuesEqualStillGiveAnAxis() {
    assertTrue(Span.linear(new Span(3, 3), Span.UNLIMITED).length() > 0);
    assertTrue(Span.linear(new Span(0, 0), Span.UNLIMITED).length() > 0);
    assertTrue(Span.logarithmic(new Span(3, 3)).length() > 0);
  }

  @Test
  void noValuesStillGiveAnAxis() {
    var none = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertEquals(new Span(0, 1), Span.linear(none, Span.UNLIMITED));
    assertTrue(Span.logarithmic(none).least() > 0);
  }

  @Test
  void logarithmicAxisIsAboveZeroEvenForALossOfZero() {
    assertTrue(Span.logarithmic(new Span(0, 0.7)).least() > 0);
  }
}
