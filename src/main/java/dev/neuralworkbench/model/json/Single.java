package dev.neuralworkbench.model.json;

import com.google.gson.stream.JsonToken;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.MessageKey;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number, a text, true or false, before it is known what it is for.
 *
 * @param text its text, or the digits of a number: 64-bit seeds keep all of them
 */
record Single(JsonToken kind, String text, Spot at) {

  /** Longer than anybody waits, and still countable in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  Object as(Type type) throws JsonException {
    if (type instanceof Class<?> of && of.isEnum()) {
      var constants = new LinkedHashMap<String, Object>();
      for (var constant : of.getEnumConstants()) {
        constants.put(Ids.of((Enum<?>) constant), constant);
      }
      return choice(constants);
    } else if (type == boolean.class || type == Boolean.class) {
      return Boolean.parseBoolean(of(JsonToken.BOOLEAN));
    } else if (type == int.class || type == Integer.class) {
      return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type == long.class) {
      return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type == double.class || type == Double.class) {
      return finite(Double.parseDouble(of(JsonToken.NUMBER)));
    } else if (type == float.class) {
      return (float) finite((float) Double.parseDouble(of(JsonToken.NUMBER)));
    } else if (type == Duration.class) {
      return duration();
    }
    return of(JsonToken.STRING);
  }

  private String of(JsonToken expected) throws JsonException {
    if (kind != expected) {
      throw wrongKind(at, kindKey(expected), kind);
    }
    return text;
  }

  /** The one of some things that is called by the text. */
  Object choice(Map<String, ?> byName) throws JsonException {
    var chosen = byName.get(of(JsonToken.STRING));
    if (chosen == null) {
      throw at.problem("model.choice", List.copyOf(byName.keySet()), text);
    }
    return chosen;
  }

  private double finite(double number) throws JsonException {
    if (!Double.isFinite(number)) {
      throw at.problem("model.finite", null, text);
    }
    return number;
  }

  private long whole(long least, long most) throws JsonException {
    var digits = of(JsonToken.NUMBER);
    try {
      var isLong = digits.length() > 40; // As a decimal, a file full of digits would take minutes.
      var number = isLong ? Long.parseLong(digits) : new BigDecimal(digits).longValueExact();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Told below, like one that is too large.
    }
    throw at.problem("model.whole", null, digits);
  }

  private Duration duration() throws JsonException {
    var time = of(JsonToken.STRING);
    try {
      var duration = Duration.parse(time);
      if (duration.abs().compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Told below, like one that is too long.
    }
    throw at.problem("model.wrongKind", new MessageKey("model.kind.duration"), time);
  }

  /** What stands at a place where something else is expected, for a sentence. */
  static JsonException wrongKind(Spot at, String expectedKey, JsonToken found) {
    return at.problem(
        "model.wrongKind", new MessageKey(expectedKey), new MessageKey(kindKey(found)));
  }

  private static String kindKey(JsonToken kind) {
    return switch (kind) {
      case BEGIN_OBJECT, END_OBJECT, NAME -> "model.kind.object";
      case BEGIN_ARRAY, END_ARRAY -> "model.kind.array";
      case STRING -> "model.kind.text";
      case NUMBER -> "model.kind.number";
      case BOOLEAN -> "model.kind.truth";
      case NULL, END_DOCUMENT -> "model.kind.nothing";
    };
  }
}
