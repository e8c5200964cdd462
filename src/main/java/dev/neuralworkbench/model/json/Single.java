package dev.neuralworkbench.model.json;

import com.google.gson.stream.JsonToken;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Word;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;

/**
 * A number, a text, true or false, before it is known what it is for.
 *
 * @param kind what it is
 * @param text its text, or the digits of a number: 64-bit seeds keep all of them
 * @param at where it stands
 */
record Single(JsonToken kind, String text, Spot at) {

  /** Longer than anybody waits, and still countable in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** The value of a component of that type. */
  Object as(Type type) throws JsonException {
    if (type instanceof Class<?> of && of.isEnum()) {
      return constant(of);
    } else if (type == boolean.class || type == Boolean.class) {
      return Boolean.parseBoolean(of(JsonToken.BOOLEAN));
    } else if (type == int.class || type == Integer.class) {
      return integer();
    } else if (type == long.class) {
      return wholeNumber();
    } else if (type == double.class || type == Double.class) {
      return number();
    } else if (type == float.class) {
      return singleNumber();
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

  private double number() throws JsonException {
    var number = Double.parseDouble(of(JsonToken.NUMBER));
    if (!Double.isFinite(number)) {
      throw at.problem("model.finite", null, text);
    }
    return number;
  }

  private float singleNumber() throws JsonException {
    var number = (float) number();
    if (!Float.isFinite(number)) {
      throw at.problem("model.finite", null, text);
    }
    return number;
  }

  private long wholeNumber() throws JsonException {
    var digits = of(JsonToken.NUMBER);
    try {
      return digits.length() > 40
          ? Long.parseLong(digits)
          : new BigDecimal(digits).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw at.problem("model.whole", null, digits);
    }
  }

  private int integer() throws JsonException {
    var number = wholeNumber();
    if (number != (int) number) {
      throw at.problem("model.whole", null, text);
    }
    return (int) number;
  }

  private Object constant(Class<?> type) throws JsonException {
    var id = of(JsonToken.STRING);
    var ids = new ArrayList<String>();
    for (var constant : type.getEnumConstants()) {
      ids.add(Ids.of((Enum<?>) constant));
      if (ids.getLast().equals(id)) {
        return constant;
      }
    }
    throw at.problem("model.choice", ids, id);
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
    throw at.problem("model.wrongKind", new Word("model.kind.duration"), time);
  }

  /** What stands at a place where something else is expected, for a sentence. */
  static JsonException wrongKind(Spot at, String expectedKey, JsonToken found) {
    return at.problem("model.wrongKind", new Word(expectedKey), new Word(kindKey(found)));
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
