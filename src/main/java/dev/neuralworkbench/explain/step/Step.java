package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import java.util.List;

/**
 * One step of a {@link Walk}.
 *
 * @param variant what decides about the reason given: an activation, a loss, an optimizer; empty
 *     for none
 * @param names names from the user's data that the words need: a column, and where two classes have
 *     one output, those
 * @param parts formulas with their numbers; at least one
 */
public record Step(
    Phase phase,
    StepKind kind,
    String variant,
    NetworkLocation place,
    List<String> names,
    List<StepPart> parts) {

  public Step {
    names = List.copyOf(names);
    parts = List.copyOf(parts);
  }

  /** What the step comes to: the first line of its last part, comparisons left out. */
  public StepLine result() {
    return parts.reversed().stream()
        .filter(part -> part.role() != StepPart.Role.PLAIN)
        .findFirst()
        .orElseThrow()
        .lines()
        .getFirst();
  }
}
