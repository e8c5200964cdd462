package dev.neuralworkbench.study.runs;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice in which runs differ, and what each of them has there.
 *
 * @param component its name, as in {@link dev.neuralworkbench.model.ExperimentDifference.Change}
 * @param subject what it belongs to where there are several; null otherwise
 * @param first what the first run has
 * @param others what those runs have that have something else, by number
 */
public record RunColumn(
    String component, @Nullable Object subject, Object first, Map<Integer, Object> others) {

  /** Numbers by their size, anything else by its text. */
  public static final Comparator<Object> NATURAL =
      (one, other) ->
          one instanceof Number a && other instanceof Number b
              ? Double.compare(a.doubleValue(), b.doubleValue())
              : one.toString().compareTo(other.toString());

  /** Whether it is a seed: runs that differ in seeds alone are one setting. */
  public boolean isSeed() {
    return component.endsWith("seed");
  }

  /** Whether it is a share of the rows, whose distances matter: a learning curve is over it. */
  public boolean isShare() {
    return component.equals("preparation.split.used");
  }

  public RunColumn {
    others = Map.copyOf(others);
  }

  /** What a run has: a number, a text, or a {@link dev.neuralworkbench.problem.MessageKey}. */
  public Object of(int run) {
    return others.getOrDefault(run, first);
  }
}
