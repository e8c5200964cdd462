package dev.neuralworkbench.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Damages the text of a model file in one of many ways, as chance, an editor or an attacker does.
 */
public final class Mutations {

  private static final Pattern NUMBER = Pattern.compile("(?<=[ \\[])-?\\d[\\d.eE+-]*(?=[,\\]\\s])");
  private static final Pattern NAME = Pattern.compile("\"(\\w+)\":");
  private static final Pattern TEXT = Pattern.compile("(?<=: )\"[^\"\n]*\"(?=[,\n])");
  private static final Pattern LINE = Pattern.compile("\n[^\n]*,(?=\n)");
  private static final Pattern ARRAY = Pattern.compile("\\[[^\\[\\]]+]");

  private static final List<String> SECTIONS =
      List.of(
          "data",
          "experiment",
          "draft",
          "runs",
          "preprocessor",
          "network",
          "history",
          "checkpoint");

  private static final List<String> EXTREMES =
      List.of(
          "0",
          "-0.0",
          "-1",
          "1",
          "0.5",
          "1e308",
          "-1e308",
          "1e999",
          "NaN",
          "-Infinity",
          "1e-320",
          "3e38",
          "4e38",
          "1e30",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "1e15",
          "65537",
          "null",
          "true",
          "\"\"",
          "\"1\"",
          "[]",
          "{}",
          "[[[]]]",
          "0x10",
          "01",
          "1.",
          "'1'",
          "1e-9");

  private final Random random;

  public Mutations(long seed) {
    random = new Random(seed);
  }

  /**
   * A damaged file.
   *
   * @param text of an intact one
   * @param other text of another intact one
   */
  public byte[] of(String text, String other) {
    return switch (random.nextInt(24)) {
      case 0 -> flipped(text);
      case 1 -> bytes(without(text));
      case 2 -> bytes(doubled(text));
      case 3 -> bytes(text.substring(0, random.nextInt(text.length())));
      case 4, 5, 6, 7 ->
          bytes(replaced(text, NUMBER, EXTREMES.get(random.nextInt(EXTREMES.size()))));
      case 8 -> bytes(replaced(text, NUMBER, any(NUMBER, other)));
      case 9 -> bytes(replaced(text, TEXT, any(TEXT, random.nextBoolean() ? text : other)));
      case 10 -> bytes(replaced(text, NAME, any(NAME, text)));
      case 11 -> bytes(replaced(text, NAME, "\"n" + random.nextInt(100) + "\":"));
      case 12 -> bytes(twice(text, LINE));
      case 13 -> bytes(replaced(text, LINE, ""));
      case 14 -> bytes(repeated(text));
      case 15 -> bytes(replaced(text, NUMBER, nested()));
      case 16 -> bytes(replaced(text, ARRAY, any(ARRAY, random.nextBoolean() ? text : other)));
      case 17 -> encoded(text);
      case 18 -> bytes(spliced(text, other));
      case 19 -> bytes(nudged(text));
      default -> bytes(inSection(text, other));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(String text) {
    var bytes = bytes(text);
    for (var i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private String without(String text) {
    var from = random.nextInt(text.length());
    return text.substring(0, from)
        + text.substring(Math.min(text.length(), from + 1 + random.nextInt(200)));
  }

  private String doubled(String text) {
    var from = random.nextInt(text.length());
    return text.substring(0, Math.min(text.length(), from + 1 + random.nextInt(200)))
        + text.substring(from);
  }

  /** One of the pattern's places, by chance, in other words. */
  private String replaced(String text, Pattern pattern, String words) {
    var places = pattern.matcher(text).results().toList();
    if (places.isEmpty()) {
      return text;
    }
    // Most numbers are weights: half of the time one before or after them is taken.
    var place =
        random.nextBoolean()
            ? places.get(random.nextInt(places.size()))
            : places.get(edge(places.size()));
    return text.substring(0, place.start()) + words + text.substring(place.end());
  }

  private int edge(int count) {
    var near = random.nextInt(Math.min(60, count));
    return random.nextBoolean() ? near : count - 1 - near;
  }

  private String any(Pattern pattern, String text) {
    var places = pattern.matcher(text).results().toList();
    return places.isEmpty() ? "0" : places.get(random.nextInt(places.size())).group();
  }

  private String twice(String text, Pattern pattern) {
    var line = any(pattern, text);
    return text.replace(line, line + line);
  }

  private String repeated(String text) {
    var array = any(ARRAY, text);
    var inside = array.substring(1, array.length() - 1);
    var times = 1 + random.nextInt(5000);
    return text.replace(array, "[" + (inside + ",").repeat(times) + inside + "]");
  }

  private String nested() {
    var depth = 1 << random.nextInt(16);
    return random.nextBoolean() ? "[".repeat(depth) + "]".repeat(depth) : "{\"a\":".repeat(depth);
  }

  private byte[] encoded(String text) {
    return switch (random.nextInt(5)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.replace("\"name\": \"", "\"name\": \"é").getBytes(StandardCharsets.ISO_8859_1);
      case 2 -> bytes("\uFEFF" + text);
      case 3 -> bytes(text.replace("\"name\": \"", "\"name\": \"\\ud800\u0001"));
      default -> {
        var bytes = bytes(text);
        yield Arrays.copyOfRange(bytes, random.nextInt(4), bytes.length);
      }
    };
  }

  private String spliced(String text, String other) {
    var section = SECTIONS.get(random.nextInt(SECTIONS.size()));
    var from = start(text, section);
    var with = start(other, section);
    return from < 0 || with < 0
        ? text
        : text.substring(0, from)
            + other.substring(with, end(other, with))
            + text.substring(end(text, from));
  }

  /** A number or a text of one section, each section as likely: runs are few beside weights. */
  private String inSection(String text, String other) {
    var present = SECTIONS.stream().filter(it -> start(text, it) >= 0).toList();
    if (present.isEmpty()) {
      return text;
    }
    var from = start(text, present.get(random.nextInt(present.size())));
    var to = end(text, from);
    var section = text.substring(from, to);
    var changed =
        switch (random.nextInt(4)) {
          case 0 -> replaced(section, TEXT, any(TEXT, random.nextBoolean() ? section : other));
          case 1 -> replaced(section, LINE, "");
          case 2 -> replaced(section, NUMBER, any(NUMBER, other));
          default -> replaced(section, NUMBER, EXTREMES.get(random.nextInt(EXTREMES.size())));
        };
    return text.substring(0, from) + changed + text.substring(to);
  }

  /** Where a section of the file begins; −1 where it has none. */
  private static int start(String text, String section) {
    return text.indexOf("\n  \"" + section + "\": ");
  }

  /** Where a section of the file ends. */
  private static int end(String text, int from) {
    var isArray = text.startsWith("[", text.indexOf(": ", from) + 2);
    return text.indexOf(isArray ? "\n  ]" : "\n  }", from) + 4;
  }

  /** A number that is another by one digit. */
  private String nudged(String text) {
    var number = any(NUMBER, text);
    var at = random.nextInt(number.length());
    var digit = number.substring(0, at) + random.nextInt(10) + number.substring(at + 1);
    return replaced(text, Pattern.compile(Pattern.quote(number)), digit);
  }
}
