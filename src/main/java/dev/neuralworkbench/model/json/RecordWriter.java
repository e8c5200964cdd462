package dev.neuralworkbench.model.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON for people: indented, an array of numbers on one line. Numbers are the
 * shortest that read back to the same bits, also through double precision, as Python reads them.
 */
public final class RecordWriter {

  private final RecordMapping mapping;
  private final Writer text;
  private final JsonWriter writer;
  private final LongConsumer printed;
  private long count;

  private RecordWriter(RecordMapping mapping, Writer text, LongConsumer printed) {
    this.mapping = mapping;
    this.text = text;
    this.printed = printed;
    writer = new JsonWriter(text);
    writer.setStrictness(Strictness.STRICT);
    writer.setIndent("  ");
  }

  /**
   * Writes a value as JSON for people.
   *
   * @param printed told, now and then, how many of its {@link #numbers} are written
   * @throws IllegalArgumentException if a number is not finite
   */
  public static void write(RecordMapping mapping, Object value, Writer text, LongConsumer printed)
      throws IOException {
    var writer = new RecordWriter(mapping, text, printed);
    writer.value(value);
    writer.writer.flush();
    text.write('\n');
  }

  /** How many numbers a value holds in its arrays of numbers. */
  public static long numbers(@Nullable Object value) {
    return switch (value) {
      case float[] numbers -> numbers.length;
      case double[] numbers -> numbers.length;
      case List<?> list when isOfFloats(list) -> list.size();
      case List<?> list -> list.stream().mapToLong(RecordWriter::numbers).sum();
      case Unbuilt<?> parts -> numbers(Arrays.asList(parts.values()));
      case Record record -> numbers(Arrays.asList(Records.form(record.getClass()).values(record)));
      case null, default -> 0;
    };
  }

  private void value(Object value) throws IOException {
    switch (value) {
      case Unbuilt<?> parts -> members(parts.form(), parts.values());
      case Record record -> {
        var form = Records.form(record.getClass());
        members(form, form.values(record));
      }
      case float[] numbers -> line(numbers.length, i -> digits(numbers[i]));
      case double[] numbers ->
          line(
              numbers.length,
              i -> Double.isNaN(numbers[i]) ? "null" : finite(Double.toString(numbers[i])));
      case List<?> list when isOfFloats(list) ->
          line(list.size(), i -> digits((Float) list.get(i)));
      case List<?> list -> {
        writer.beginArray();
        for (var item : list) {
          value(item);
        }
        writer.endArray();
      }
      case Boolean truth -> writer.value(truth);
      case Float number -> writer.value(number.doubleValue());
      case Number number -> writer.value(number);
      case Enum<?> constant -> writer.value(Ids.of(constant));
      case String _, Duration _ -> writer.value(value.toString());
      default ->
          throw new IllegalArgumentException("expected a value of records, received " + value);
    }
  }

  private void members(Records.Form form, @Nullable Object[] values) throws IOException {
    writer.beginObject();
    var type = mapping.name(form.constructor().getDeclaringClass());
    if (type != null) {
      writer.name(RecordMapping.TYPE).value(type);
    }
    for (var i = 0; i < values.length; i++) {
      var value = values[i];
      if (value != null) {
        writer.name(form.components().get(i).name());
        value(value);
      }
    }
    writer.endObject();
  }

  private static boolean isOfFloats(List<?> list) {
    return !list.isEmpty() && list.getFirst() instanceof Float;
  }

  /** Millions of numbers one by one: the writer's own text follows where its value began. */
  private void line(int numbers, IntFunction<String> number) throws IOException {
    writer.jsonValue("[");
    for (var i = 0; i < numbers; i++) {
      text.write(i == 0 ? "" : ", ");
      text.write(number.apply(i));
    }
    text.write("]");
    count += numbers;
    printed.accept(count);
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
