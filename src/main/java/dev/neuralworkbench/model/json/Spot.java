package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, such as {@code network.layers[1].weights}, and what is refused there: each
 * refusal is a {@link JsonException} that names the path, what was expected and what was found.
 *
 * @param step from the parent: a name, or an index in brackets
 */
public record Spot(@Nullable Spot parent, String step) {

  public static final Spot ROOT = new Spot(null, "");

  public Spot member(String name) {
    return new Spot(this, name);
  }

  public Spot item(int index) {
    return new Spot(this, "[" + index + "]");
  }

  String path() {
    if (parent == null) {
      return step;
    }
    var before = parent.path();
    return before + (before.isEmpty() || step.startsWith("[") ? "" : ".") + step;
  }

  public JsonException problem(String key, @Nullable Object expected, @Nullable Object found) {
    return JsonException.at(key, path(), expected, found);
  }

  public void refuse(boolean isWrong, String key, @Nullable Object expected, @Nullable Object found)
      throws JsonException {
    if (isWrong) {
      throw problem(key, expected, found);
    }
  }

  /** A member that the rest of the file asks for. */
  public <T> T given(String name, @Nullable T value) throws JsonException {
    if (value == null) {
      throw problem("model.missing", name, null);
    }
    return value;
  }

  /** Refuses a member that the rest of the file leaves no room for. */
  public void absent(String name, @Nullable Object value) throws JsonException {
    refuse(value != null, "model.surplus", null, name);
  }

  /** Refuses what is there though the rest of the file does not need it. */
  public void needless(@Nullable Object value) throws JsonException {
    refuse(value != null, "model.needless", null, null);
  }

  /** Refuses a value that is not what the rest of the file asks for. */
  public void expect(Object expected, Object found) throws JsonException {
    refuse(!expected.equals(found), "model.expected", written(expected), written(found));
  }

  private static Object written(Object value) {
    return switch (value) {
      case Enum<?> constant -> Ids.of(constant);
      case Boolean truth -> truth.toString();
      default -> value;
    };
  }

  public void expectCount(String key, int expected, int found) throws JsonException {
    refuse(expected != found, key, expected, found);
  }

  /** Refuses a number outside of a range, which may be open to one side. */
  public void within(Range range, double found) throws JsonException {
    if (range.contains(found)) {
      return;
    } else if (range.least() == range.most()) {
      throw problem("model.expected", range.least(), found);
    } else if (Double.isInfinite(range.least())) {
      throw problem("model.atMost", range.most(), found);
    } else if (Double.isInfinite(range.most())) {
      throw problem("model.atLeast", range.least(), found);
    }
    holds(range.problems("", found));
  }

  /** Refuses a value that has problems by its own rules, at the member that has the first. */
  public void holds(List<Problem> problems) throws JsonException {
    if (!problems.isEmpty()) {
      var first = problems.getFirst();
      throw JsonException.at("model.holds", path() + below(first.component()), null, first);
    }
  }

  /** Of a component such as {@code training.batchSize}, what lies below this place. */
  private String below(String component) {
    return component.startsWith(step + ".") ? component.substring(step.length()) : "";
  }
}
