package dev.neuralworkbench.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Public, for its records are read from outside. */
public class HyperparameterTest {

  /** Some choices. */
  public record Choices(double share, int count, boolean on) {}

  private static final Hyperparameter SHARE = Hyperparameter.of("share", Range.closed(0, 1));
  private static final Choices CHOICES = new Choices(0.5, 3, false);

  @Test
  void aComponentAloneIsReadAndChanged() {
    assertEquals(List.of("share", "count", "on"), Records.components(CHOICES));
    assertEquals(0.5, Records.get(CHOICES, "share"));
    assertEquals(new Choices(0.25, 3, false), Records.with(CHOICES, "share", 0.25));
    assertEquals(new Choices(0.5, 4, false), Records.with(CHOICES, "count", 4.0));
    assertEquals(new Choices(0.5, 3, true), Records.with(CHOICES, "on", true));
  }

  @Test
  void problemNamesTheComponent() {
    var problem = SHARE.problems("some.", new Choices(2, 3, true)).getFirst();
    assertEquals("some.share", problem.component());
    assertEquals(2.0, problem.found());
  }

  @Test
  void whatARecordDoesNotHaveIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Records.get(CHOICES, "off"));
    assertThrows(IllegalArgumentException.class, () -> Records.with(CHOICES, "off", true));
    assertThrows(IllegalArgumentException.class, () -> Records.with(CHOICES, "on", 0.5));
    assertThrows(IllegalArgumentException.class, () -> Records.get("a text", "length"));
  }
}
