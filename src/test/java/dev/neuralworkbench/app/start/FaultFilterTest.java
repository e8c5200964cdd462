package dev.neuralworkbench.app.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaultFilterTest {

  private static final long SECOND = 1_000_000_000L;

  private final FaultFilter repeats = new FaultFilter();

  @Test
  void whatBreaksInEveryPictureIsNewOnceHoweverLongItGoesOn() {
    assertTrue(repeats.isNew(broken(), 0));
    for (var picture = 1; picture < 60 * 60; picture++) {
      assertFalse(repeats.isNew(broken(), picture * SECOND / 60));
    }
  }

  @Test
  void sameFaultAfterARestIsNews() {
    assertTrue(repeats.isNew(broken(), 0));
    assertFalse(repeats.isNew(broken(), 9 * SECOND));
    assertTrue(repeats.isNew(broken(), 20 * SECOND));
  }

  @Test
  void anotherKindOrPlaceIsNews() {
    assertTrue(repeats.isNew(broken(), 0));
    assertTrue(repeats.isNew(new IllegalStateException("elsewhere"), 0));
    assertTrue(repeats.isNew(null, 0));
    assertFalse(repeats.isNew(null, 1));
  }

  @Test
  void lackOfMemoryIsOneFaultWhereverItStrikesAndWhateverWrapsIt() {
    assertTrue(repeats.isNew(new OutOfMemoryError("here"), 0));
    assertFalse(repeats.isNew(new OutOfMemoryError("there"), 1));
    assertFalse(repeats.isNew(new IllegalStateException(new OutOfMemoryError()), 2));
    assertTrue(FaultFilter.isOfMemory(new IllegalStateException(new OutOfMemoryError())));
  }

  @Test
  void manyKindsAtOnceAreNotAllTold() {
    var told = 0;
    for (var kind = 0; kind < 10_000; kind++) {
      var fault = new IllegalStateException();
      fault.setStackTrace(
          new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", kind)});
      told += repeats.isNew(fault, 0) ? 1 : 0;
    }
    assertTrue(told <= 100, told + " told");
  }

  private static RuntimeException broken() {
    return new IllegalStateException("expected by a test");
  }
}
