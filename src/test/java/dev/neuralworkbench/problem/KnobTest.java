package dev.neuralworkbench.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Public, for a knob looks from outside. */
public class KnobTest {

  /** Some choices. */
  public record Choices(double share, int count, boolean on) {}

  private static final Knob SHARE = Knob.of("share", Range.closed(0, 1));
  private static final Knob COUNT = Knob.seldom("count", Range.whole(1, 9));
  private static final Choices CHOICES = new Choices(0.5, 3, false);

  @Test
  void knobReadsAndChangesItsComponentAlone() {
    assertEquals(0.5, SHARE.get(CHOICES));
    assertEquals(3.0, COUNT.get(CHOICES));
    assertEquals(new Choices(0.25, 3, false), SHARE.with(CHOICES, 0.25));
    assertEquals(new Choices(0.5, 4, false), COUNT.with(CHOICES, 4.0));
    assertEquals(new Choices(0.5, 3, true), Knob.flag("on").with(CHOICES, true));
  }

  @Test
  void problemNamesTheComponent() {
    var problem = SHARE.problems("some.", new Choices(2, 3, true)).getFirst();
    assertEquals("some.share", problem.component());
    assertEquals(2.0, problem.found());
  }

  @Test
  void componentThatIsNotThereIsRefused() {
    var knob = Knob.flag("off");
    assertThrows(IllegalArgumentException.class, () -> knob.get(CHOICES));
  }
}
