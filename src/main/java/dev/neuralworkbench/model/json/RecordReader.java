package dev.neuralworkbench.model.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Records;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into records: strictly, and within memory that follows the length of the text. Nothing
 * is built of what does not belong at its place: a member that is not known, an object in the place
 * of a number, or more items than any file has.
 */
public final class RecordReader {

  /** Deepest nesting; a model file needs 8. */
  private static final int DEPTH = 32;

  // What the parts of a file and what is made of them take in memory, in bytes.
  private static final int OBJECT = 192;
  private static final int MEMBER = 40;
  private static final int ARRAY = 48;
  private static final int ITEM = 8;
  private static final int VALUE = 64;
  private static final int CHARACTER = 2;

  private final RecordMapping mapping;
  private final TokenReader text;
  private final JsonReader reader;
  private final MemoryLimit memory;
  private boolean unbuilt;

  private RecordReader(RecordMapping mapping, Reader text, long bytes) {
    this.mapping = mapping;
    this.text = new TokenReader(text);
    memory = new MemoryLimit(bytes, Runtime.getRuntime().maxMemory());
    reader = new JsonReader(this.text);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
  }

  /**
   * Reads one value and nothing after it, within memory that follows the length of the text.
   *
   * @param bytes length of the text in bytes
   * @throws JsonException if the text is no JSON, ends too early, is not as the type asks, or is
   *     over a limit
   */
  public static <T> T read(RecordMapping mapping, Reader text, Class<T> type, long bytes)
      throws IOException, JsonException {
    return type.cast(new RecordReader(mapping, text, bytes).whole(type));
  }

  private Object whole(Class<?> type) throws IOException, JsonException {
    try {
      var value = value(type, "", Spot.ROOT);
      text.begin();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw Spot.ROOT.problem("model.json.more", null, null);
      }
      return value;
    } catch (CancellationException e) {
      // An IllegalStateException too, but not the text's fault.
      throw e;
    } catch (EOFException e) {
      throw unreadable("model.json.truncated", e);
    } catch (MalformedJsonException | NumberFormatException | IllegalStateException e) {
      throw unreadable("model.json.malformed", e);
    } catch (CharacterCodingException e) {
      throw unreadable("model.json.encoding", e);
    } catch (TokenReader.TooLongException e) {
      throw unreadable("model.json.tooLong", e);
    }
  }

  private JsonException unreadable(String key, Exception cause) {
    var path = reader.getPath().replaceFirst("^\\$\\.?", "");
    return new JsonException(Problem.at(key, Place.path(path), null, null), cause);
  }

  /**
   * A value of that type.
   *
   * @param component the record's component that it is of, directly or as an item
   */
  private Object value(Type type, String component, Spot at) throws IOException, JsonException {
    var value = read(type, component, at);
    return value instanceof Single single ? single.as(type) : value;
  }

  /** The same, but a {@link Single} where it is one. */
  private Object read(Type type, String component, Spot at) throws IOException, JsonException {
    text.begin();
    var next = reader.peek();
    if (next == JsonToken.NULL) {
      throw at.problem("model.json.null", null, null);
    } else if (type == float[].class) {
      return floats(component, next, at);
    } else if (type == double[].class) {
      return doubles(component, next, at);
    } else if (type instanceof ParameterizedType of && of.getRawType() == Unbuilt.class) {
      unbuilt = true;
      var record = read(RecordMapping.argument(of), component, at);
      unbuilt = false;
      return record;
    } else if (type instanceof ParameterizedType of) {
      var item = RecordMapping.argument(of);
      return item == Float.class
          ? boxed(floats(component, next, at))
          : items(item, component, mapping.most(component).items(), next, at);
    } else if (type instanceof Class<?> of && RecordMapping.isObject(of)) {
      var parts = mapping.parts(of);
      if (parts == null) {
        return members(of, next, at);
      } else if (next != JsonToken.STRING) {
        unbuilt = false;
        var items = items(parts.each(), component, parts.most(), next, at);
        unbuilt = true;
        return items;
      }
    }
    return single(next, at);
  }

  private Single single(JsonToken next, Spot at) throws IOException, JsonException {
    memory.take(VALUE, at);
    var value =
        switch (next) {
          case STRING, NUMBER -> reader.nextString();
          case BOOLEAN -> Boolean.toString(reader.nextBoolean());
          default -> throw Single.wrongKind(at, "model.kind.value", next);
        };
    memory.take((long) CHARACTER * value.length(), at);
    return new Single(next, value, at);
  }

  private Object members(Class<?> type, JsonToken next, Spot at) throws IOException, JsonException {
    if (next != JsonToken.BEGIN_OBJECT) {
      throw Single.wrongKind(at, "model.kind.object", next);
    }
    memory.take(OBJECT, at);
    var known = mapping.members(type);
    var read = new LinkedHashMap<String, Object>();
    reader.beginObject();
    while (hasNext()) {
      var name = reader.nextName();
      var member = known.get(name);
      if (member == null) {
        throw at.problem("model.surplus", null, name);
      } else if (read.containsKey(name)) {
        throw at.member(name).problem("model.json.duplicate", null, null);
      }
      memory.take(MEMBER, at);
      read.put(name, read(member, name, at.member(name)));
    }
    reader.endObject();
    return record(type, read, at);
  }

  /** A record of what was read, which must be all of it and nothing else. */
  private Object record(Class<?> type, Map<String, Object> read, Spot at) throws JsonException {
    var form = Records.form(permitted(type, read, at));
    var values = new @Nullable Object[form.components().size()];
    for (var i = 0; i < values.length; i++) {
      var component = form.components().get(i);
      var value = read.remove(component.name());
      if (value == null && !component.optional()) {
        throw at.problem("model.missing", component.name(), null);
      }
      values[i] = value instanceof Single single ? single.as(component.type()) : value;
    }
    if (!read.isEmpty()) {
      throw at.problem("model.surplus", null, read.keySet().iterator().next());
    }
    return unbuilt ? new Unbuilt<>(form, values, at) : Unbuilt.record(form, values, at);
  }

  /** The record that a type's name stands for: the type itself, or one that it permits. */
  private Class<?> permitted(Class<?> type, Map<String, Object> read, Spot at)
      throws JsonException {
    if (type.isRecord() && mapping.name(type) == null) {
      return type;
    } else if (!(read.remove(RecordMapping.TYPE) instanceof Single of)) {
      throw at.problem("model.missing", RecordMapping.TYPE, null);
    } else {
      var records = new LinkedHashMap<String, Class<?>>();
      RecordMapping.records(type)
          .forEach(record -> records.put(String.valueOf(mapping.name(record)), record));
      return (Class<?>) of.choice(records);
    }
  }

  private List<Object> items(Type type, String component, int most, JsonToken next, Spot at)
      throws IOException, JsonException {
    begin(next, "model.kind.array", at);
    var items = new ArrayList<>();
    while (hasNext()) {
      refuseMore(items.size(), most, at);
      memory.take(ITEM, at);
      items.add(value(type, component, at.item(items.size())));
    }
    reader.endArray();
    return items;
  }

  /** Numbers of which each is finite, or NaN for null. */
  private double[] doubles(String component, JsonToken next, Spot at)
      throws IOException, JsonException {
    begin(next, "model.kind.numbers", at);
    var most = mapping.most(component);
    var numbers = new double[16];
    var count = 0;
    for (; hasNext(); count++) {
      refuseMore(count, most.items(), at);
      memory.take(most.bytes(), at);
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count] = number(reader.peek(), at, count);
    }
    reader.endArray();
    return Arrays.copyOf(numbers, count);
  }

  private double number(JsonToken next, Spot at, int index) throws IOException, JsonException {
    if (next == JsonToken.NULL) {
      reader.nextNull();
      return Double.NaN;
    } else if (next != JsonToken.NUMBER) {
      throw Single.wrongKind(at.item(index), "model.kind.number", next);
    }
    var number = Double.parseDouble(reader.nextString());
    if (Double.isInfinite(number)) {
      throw at.item(index).problem("model.finite", null, number);
    }
    return number;
  }

  private float[] floats(String component, JsonToken next, Spot at)
      throws IOException, JsonException {
    var numbers = doubles(component, next, at);
    var floats = new float[numbers.length];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
      if (!Float.isFinite(floats[i])) {
        var found = Double.isNaN(numbers[i]) ? "null" : floats[i];
        throw at.item(i).problem("model.finite", null, found);
      }
    }
    return floats;
  }

  private static List<Float> boxed(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
  }

  private void begin(JsonToken next, String kindKey, Spot at) throws IOException, JsonException {
    if (next != JsonToken.BEGIN_ARRAY) {
      throw Single.wrongKind(at, kindKey, next);
    }
    memory.take(ARRAY, at);
    reader.beginArray();
  }

  private boolean hasNext() throws IOException {
    text.begin();
    return reader.hasNext();
  }

  private static void refuseMore(int count, int most, Spot at) throws JsonException {
    if (count == most) {
      throw at.problem("model.json.most", most, null);
    }
  }

  /**
   * A reader, by blocks as Gson asks for them, that ends where a single name, text or number is
   * longer than any file has.
   */
  static final class TokenReader extends FilterReader {

    /** More than the million bytes of typed rows that a file may hold in one text. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private int characters;

    static final class TooLongException extends IOException {

      private static final long serialVersionUID = 1;
    }

    TokenReader(Reader text) {
      super(text);
    }

    void begin() {
      characters = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      var read = super.read(into, offset, length);
      characters += Math.max(0, read);
      if (characters > MOST_CHARACTERS) {
        throw new TooLongException();
      }
      return read;
    }
  }

  /**
   * Memory that a file may take while it is read and what it holds is built, in bytes, about. It
   * follows the file's size, whatever the file declares, and leaves room in the program's memory.
   */
  static final class MemoryLimit {

    /** Reserve for small files, whose names and numbers are short. */
    private static final long RESERVE = 32_000_000;

    /** Bytes for each byte of a file; one without spaces and of nothing but names needs as many. */
    private static final int FACTOR = 8;

    private static final double HEAP_SHARE = 0.7;

    private static final int MEGABYTE = 1_000_000;

    private final long ofFile;
    private final long ofHeap;
    private long taken;

    /**
     * @param heap bytes that the program may use in all
     */
    MemoryLimit(long fileBytes, long heap) {
      ofFile = RESERVE + FACTOR * fileBytes;
      ofHeap = (long) (HEAP_SHARE * heap);
    }

    void take(long bytes, Spot at) throws JsonException {
      taken += bytes;
      if (taken > ofHeap) {
        throw at.problem("model.json.memory", ofHeap / MEGABYTE, null);
      } else if (taken > ofFile) {
        throw at.problem("model.json.tooMuch", null, null);
      }
    }
  }
}
