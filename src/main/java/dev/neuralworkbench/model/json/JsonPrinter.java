package dev.neuralworkbench.model.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/**
 * Writes a tree as JSON for people: indented, an array of numbers on one line. Numbers are the
 * shortest that read back to the same bits, also through double precision, as Python reads them.
 */
public final class JsonPrinter {

  private final Writer text;
  private final JsonWriter writer;
  private final LongConsumer printed;
  private long count;

  private JsonPrinter(Writer text, LongConsumer printed) {
    this.text = text;
    this.printed = printed;
    writer = new JsonWriter(text);
    writer.setStrictness(Strictness.STRICT);
    writer.setIndent("  ");
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if a number is infinite
   */
  public static void print(Json value, Writer text) throws IOException {
    print(value, text, _ -> {});
  }

  /**
   * Writes a value.
   *
   * @param printed told, now and then, how many of its {@link #numbers} are written
   * @throws IllegalArgumentException if a number is infinite
   */
  public static void print(Json value, Writer text, LongConsumer printed) throws IOException {
    var printer = new JsonPrinter(text, printed);
    printer.value(value);
    printer.writer.flush();
    text.write('\n');
  }

  /** How many numbers a value holds in its arrays of numbers. */
  public static long numbers(Json value) {
    return switch (value) {
      case Json.Members object ->
          object.members().values().stream().mapToLong(JsonPrinter::numbers).sum();
      case Json.Items array -> array.items().stream().mapToLong(JsonPrinter::numbers).sum();
      case Json.Doubles numbers -> numbers.count();
      case Json.Floats numbers -> numbers.values().length;
      case Json.Digits _, Json.Text _, Json.Truth _ -> 0;
    };
  }

  private void told(int numbers) {
    count += numbers;
    printed.accept(count);
  }

  private void value(Json value) throws IOException {
    switch (value) {
      case Json.Members object -> {
        writer.beginObject();
        for (var member : object.members().entrySet()) {
          writer.name(member.getKey());
          value(member.getValue());
        }
        writer.endObject();
      }
      case Json.Items array -> {
        writer.beginArray();
        for (var item : array.items()) {
          value(item);
        }
        writer.endArray();
      }
      case Json.Doubles numbers ->
          line(numbers.count(), i -> orNull(numbers.value().applyAsDouble(i)));
      case Json.Floats numbers -> line(numbers.values().length, i -> digits(numbers.values()[i]));
      case Json.Digits number -> writer.jsonValue(number.digits());
      case Json.Text text -> writer.value(text.value());
      case Json.Truth truth -> writer.value(truth.value());
    }
  }

  /** Millions of numbers one by one: the writer's own text follows where its value began. */
  private void line(int count, IntFunction<String> number) throws IOException {
    writer.jsonValue("[");
    for (var i = 0; i < count; i++) {
      text.write(i == 0 ? "" : ", ");
      text.write(number.apply(i));
    }
    text.write("]");
    told(count);
  }

  private static String orNull(double value) {
    return Double.isNaN(value) ? "null" : finite(Double.toString(value));
  }

  /** Shortest for the float, unless a detour over double would round it to its neighbour. */
  private static String digits(float value) {
    var shortest = finite(Float.toString(value));
    return (float) Double.parseDouble(shortest) == value ? shortest : Double.toString(value);
  }

  private static String finite(String digits) {
    if (digits.endsWith("y") || digits.endsWith("N")) {
      throw new IllegalArgumentException("expected a finite number, received " + digits);
    }
    return digits;
  }
}
