package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a tree with its path. Asking for what is not there, or is of another kind, throws a
 * {@link JsonException} that names the path, what was expected and what was found.
 */
public final class JsonView {

  private final @Nullable JsonView parent;
  private final String step; // from the parent: a name, or an index in brackets
  private final Json value;
  private Set<String> asked = Set.of();

  private JsonView(@Nullable JsonView parent, String step, Json value) {
    this.parent = parent;
    this.step = step;
    this.value = value;
  }

  /** A view of the whole. */
  public static JsonView of(Json value) {
    return new JsonView(null, "", value);
  }

  /** Where in the file, such as {@code network.layers[1].weights}. */
  public String path() {
    if (parent == null) {
      return step;
    }
    var before = parent.path();
    return before + (before.isEmpty() || step.startsWith("[") ? "" : ".") + step;
  }

  public JsonView member(String name) throws JsonException {
    var member = optional(name);
    if (member.isEmpty()) {
      throw problem("model.missing", name, null);
    }
    return member.get();
  }

  /** The member of that name, if there is one. */
  public Optional<JsonView> optional(String name) throws JsonException {
    var members = object().members();
    if (asked.isEmpty()) {
      asked = new HashSet<>();
    }
    asked.add(name);
    return Optional.ofNullable(members.get(name)).map(member -> new JsonView(this, name, member));
  }

  /** Refuses members that were never asked for. */
  public void end() throws JsonException {
    for (var name : object().members().keySet()) {
      if (!asked.contains(name)) {
        throw problem("model.surplus", null, name);
      }
    }
  }

  public List<JsonView> items() throws JsonException {
    var views = new ArrayList<JsonView>();
    for (var item : as(Json.Items.class, "model.kind.array").items()) {
      views.add(new JsonView(this, "[" + views.size() + "]", item));
    }
    return views;
  }

  /** A number of an array of numbers, to tell its place. */
  public JsonView item(int index) {
    return new JsonView(this, "[" + index + "]", value);
  }

  public String text() throws JsonException {
    return as(Json.Text.class, "model.kind.text").value();
  }

  public boolean isObject() {
    return value instanceof Json.Members;
  }

  public boolean isText() {
    return value instanceof Json.Text;
  }

  /** True or false. */
  public boolean truth() throws JsonException {
    return as(Json.Truth.class, "model.kind.truth").value();
  }

  /** A finite number. */
  public double number() throws JsonException {
    var number = Double.parseDouble(digits());
    if (!Double.isFinite(number)) {
      throw problem("model.finite", null, digits());
    }
    return number;
  }

  /** A number that is finite in single precision. */
  public float singleNumber() throws JsonException {
    var number = (float) number();
    if (!Float.isFinite(number)) {
      throw problem("model.finite", null, digits());
    }
    return number;
  }

  /** A whole number of 64 bits. */
  public long wholeNumber() throws JsonException {
    try {
      return digits().length() > 40
          ? Long.parseLong(digits())
          : new BigDecimal(digits()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw problem("model.whole", null, digits());
    }
  }

  /** A whole number of 32 bits. */
  public int integer() throws JsonException {
    var number = wholeNumber();
    if (number != (int) number) {
      throw problem("model.whole", null, digits());
    }
    return (int) number;
  }

  /** An array of numbers; NaN where the file has null. */
  public Json.Doubles doubles() throws JsonException {
    return as(Json.Doubles.class, "model.kind.numbers");
  }

  /** An array of finite numbers in single precision. Not to be modified. */
  public float[] floats() throws JsonException {
    var numbers = as(Json.Floats.class, "model.kind.numbers").values();
    for (var i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw JsonException.at(
            "model.finite",
            path() + "[" + i + "]",
            null,
            Float.isNaN(numbers[i]) ? "null" : numbers[i]);
      }
    }
    return numbers;
  }

  /** A problem of this value. */
  public JsonException problem(String key, @Nullable Object expected, @Nullable Object found) {
    return JsonException.at(key, path(), expected, found);
  }

  /**
   * Refuses a value that is not what the rest of the file asks for.
   *
   * @throws JsonException if the two are not equal
   */
  public void expect(Object expected, Object found) throws JsonException {
    if (!expected.equals(found)) {
      throw problem("model.expected", written(expected), written(found));
    }
  }

  private static Object written(Object value) {
    return switch (value) {
      case Enum<?> constant -> Ids.of(constant);
      case Boolean truth -> truth.toString();
      default -> value;
    };
  }

  /** Refuses a number of things that is not what the rest of the file asks for. */
  public void expectCount(String key, int expected, int found) throws JsonException {
    if (expected != found) {
      throw problem(key, expected, found);
    }
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

  /** Of a component such as {@code training.batchSize}, what lies below this value. */
  private String below(String component) {
    var own = path().substring(path().lastIndexOf('.') + 1);
    return component.startsWith(own + ".") ? component.substring(own.length()) : "";
  }

  private Json.Members object() throws JsonException {
    return as(Json.Members.class, "model.kind.object");
  }

  private String digits() throws JsonException {
    return as(Json.Digits.class, "model.kind.number").digits();
  }

  /** The value as one of a kind. */
  private <T extends Json> T as(Class<T> kind, String kindKey) throws JsonException {
    if (!kind.isInstance(value)) {
      throw problem("model.wrongKind", new Word(kindKey), new Word(value.kindKey()));
    }
    return kind.cast(value);
  }
}
