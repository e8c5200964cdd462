package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
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

  private final String path;
  private final Json value;
  private final Set<String> asked = new HashSet<>();

  private JsonView(String path, Json value) {
    this.path = path;
    this.value = value;
  }

  /** A view of the whole. */
  public static JsonView of(Json value) {
    return new JsonView("", value);
  }

  /** Where in the file, such as {@code network.layers[1].weights}. */
  public String path() {
    return path;
  }

  /** The member of that name. */
  public JsonView member(String name) throws JsonException {
    var member = optional(name);
    if (member.isEmpty()) {
      throw problem("model.missing", name, null);
    }
    return member.get();
  }

  /** The member of that name, if there is one. */
  public Optional<JsonView> optional(String name) throws JsonException {
    asked.add(name);
    var inside = path.isEmpty() ? name : path + "." + name;
    return Optional.ofNullable(object().members().get(name))
        .map(member -> new JsonView(inside, member));
  }

  /** Refuses members that were never asked for. */
  public void end() throws JsonException {
    for (var name : object().members().keySet()) {
      if (!asked.contains(name)) {
        throw problem("model.surplus", null, name);
      }
    }
  }

  /** The items of an array. */
  public List<JsonView> items() throws JsonException {
    var views = new ArrayList<JsonView>();
    switch (value) {
      case Json.Items array -> {
        for (var item : array.items()) {
          views.add(new JsonView(path + "[" + views.size() + "]", item));
        }
      }
      default -> throw wrong("model.kind.array");
    }
    return views;
  }

  /** A text. */
  public String text() throws JsonException {
    return switch (value) {
      case Json.Text text -> text.value();
      default -> throw wrong("model.kind.text");
    };
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return value instanceof Json.Members;
  }

  /** Whether it is a text. */
  public boolean isText() {
    return value instanceof Json.Text;
  }

  /** True or false. */
  public boolean truth() throws JsonException {
    return switch (value) {
      case Json.Truth truth -> truth.value();
      default -> throw wrong("model.kind.truth");
    };
  }

  /** A finite number. */
  public double number() throws JsonException {
    var number = Double.parseDouble(digits());
    if (!Double.isFinite(number)) {
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

  /** An array of numbers; NaN where the file has null. Not to be modified. */
  public double[] doubles() throws JsonException {
    return switch (value) {
      case Json.Doubles numbers -> numbers.values();
      case Json.Items array when array.items().isEmpty() -> new double[0];
      default -> throw wrong("model.kind.numbers");
    };
  }

  /** An array of finite numbers in single precision. Not to be modified. */
  public float[] floats() throws JsonException {
    var numbers =
        switch (value) {
          case Json.Floats floats -> floats.values();
          case Json.Items array when array.items().isEmpty() -> new float[0];
          default -> throw wrong("model.kind.numbers");
        };
    for (var i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new JsonException(
            Problem.at("model.finite", Place.path(path + "[" + i + "]"), null, numbers[i]));
      }
    }
    return numbers;
  }

  /** A problem of this value. */
  public JsonException problem(String key, @Nullable Object expected, @Nullable Object found) {
    return new JsonException(Problem.at(key, Place.path(path), expected, found));
  }

  private Json.Members object() throws JsonException {
    return switch (value) {
      case Json.Members object -> object;
      default -> throw wrong("model.kind.object");
    };
  }

  private String digits() throws JsonException {
    return switch (value) {
      case Json.Digits number -> number.digits();
      default -> throw wrong("model.kind.number");
    };
  }

  private JsonException wrong(String kindKey) {
    return problem("model.wrongKind", new Word(kindKey), new Word(value.kindKey()));
  }
}
