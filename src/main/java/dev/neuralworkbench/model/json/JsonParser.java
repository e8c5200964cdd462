package dev.neuralworkbench.model.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Word;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Reads JSON into a tree: strictly, along an {@link Outline}, and within memory that follows the
 * length of the text.
 */
public final class JsonParser {

  /** Deepest nesting; a model file needs 8. */
  private static final int DEPTH = 32;

  // What the parts of a tree and what is made of them take in memory, in bytes.
  private static final int OBJECT = 192;
  private static final int MEMBER = 40;
  private static final int ARRAY = 48;
  private static final int ITEM = 8;
  private static final int VALUE = 64;
  private static final int CHARACTER = 2;

  private final TokenReader text;
  private final JsonReader reader;
  private final MemoryLimit memory;

  private JsonParser(Reader text, MemoryLimit memory) {
    this.text = new TokenReader(text);
    this.memory = memory;
    reader = new JsonReader(this.text);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
  }

  /**
   * Reads one value and nothing after it.
   *
   * @param outline what the value may be
   * @param bytes length of the text in bytes
   * @throws JsonException if the text is no JSON, ends too early, holds what is not in the outline,
   *     or is over a limit
   */
  public static Json parse(Reader text, Outline outline, long bytes)
      throws IOException, JsonException {
    var memory = new MemoryLimit(bytes, Runtime.getRuntime().maxMemory());
    var parser = new JsonParser(text, memory);
    try {
      var value = parser.value(outline);
      parser.text.begin();
      if (parser.reader.peek() != JsonToken.END_DOCUMENT) {
        throw parser.problem("model.json.more");
      }
      return value;
    } catch (CancellationException e) {
      // An IllegalStateException too, but not the text's fault.
      throw e;
    } catch (EOFException e) {
      throw parser.problem("model.json.truncated", e);
    } catch (MalformedJsonException | NumberFormatException | IllegalStateException e) {
      throw parser.problem("model.json.malformed", e);
    } catch (CharacterCodingException e) {
      throw parser.problem("model.json.encoding", e);
    } catch (TokenReader.TooLongException e) {
      throw parser.problem("model.json.tooLong", e);
    }
  }

  private Json value(Outline outline) throws IOException, JsonException {
    text.begin();
    var next = reader.peek();
    if (next == JsonToken.NULL) {
      throw problem("model.json.null");
    }
    return switch (outline) {
      case Outline.Value _ -> single(next);
      case Outline.Members(var members) -> {
        expect(JsonToken.BEGIN_OBJECT, next, "model.kind.object");
        yield members(members);
      }
      case Outline.Items items -> {
        expect(JsonToken.BEGIN_ARRAY, next, "model.kind.array");
        yield items(items);
      }
      case Outline.Numbers numbers -> {
        expect(JsonToken.BEGIN_ARRAY, next, "model.kind.numbers");
        yield numbers(numbers);
      }
      case Outline.NameOr(var thing) -> next == JsonToken.STRING ? single(next) : value(thing);
    };
  }

  private Json single(JsonToken next) throws IOException, JsonException {
    take(VALUE);
    return switch (next) {
      case STRING -> {
        var value = reader.nextString();
        take((long) CHARACTER * value.length());
        yield new Json.Text(value);
      }
      case BOOLEAN -> new Json.Truth(reader.nextBoolean());
      case NUMBER -> new Json.Digits(reader.nextString());
      case BEGIN_OBJECT, BEGIN_ARRAY, NULL, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
          throw wrongKind("model.kind.value", next);
    };
  }

  private Json members(Map<String, Outline> known) throws IOException, JsonException {
    take(OBJECT);
    var members = new Json.Members();
    reader.beginObject();
    while (hasNext()) {
      var name = reader.nextName();
      var member = known.get(name);
      if (member == null) {
        var path = path();
        var object = path.substring(0, Math.max(0, path.length() - name.length() - 1));
        throw JsonException.at("model.surplus", object, null, name);
      } else if (members.members().containsKey(name)) {
        throw problem("model.json.duplicate");
      }
      take(MEMBER);
      members.with(name, value(member));
    }
    reader.endObject();
    return members;
  }

  private Json items(Outline.Items outline) throws IOException, JsonException {
    take(ARRAY);
    var items = new ArrayList<Json>();
    reader.beginArray();
    while (hasNext()) {
      refuseMore(items.size(), outline.most());
      take(ITEM);
      items.add(value(outline.each()));
    }
    reader.endArray();
    return new Json.Items(items);
  }

  private Json numbers(Outline.Numbers outline) throws IOException, JsonException {
    take(ARRAY);
    reader.beginArray();
    var numbers = outline.single() ? floats(outline) : doubles(outline);
    reader.endArray();
    return numbers;
  }

  private Json doubles(Outline.Numbers outline) throws IOException, JsonException {
    var numbers = new double[16];
    var count = 0;
    while (hasNext()) {
      refuseMore(count, outline.most());
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number(outline);
    }
    var all = numbers;
    return new Json.Doubles(count, index -> all[index]);
  }

  private Json floats(Outline.Numbers outline) throws IOException, JsonException {
    var numbers = new float[16];
    var count = 0;
    while (hasNext()) {
      refuseMore(count, outline.most());
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = (float) number(outline);
    }
    return new Json.Floats(Arrays.copyOf(numbers, count));
  }

  private double number(Outline.Numbers outline) throws IOException, JsonException {
    take(outline.bytes());
    var next = reader.peek();
    return switch (next) {
      case NUMBER -> Double.parseDouble(reader.nextString());
      case NULL -> {
        reader.nextNull();
        yield Double.NaN;
      }
      default -> throw wrongKind("model.kind.number", next);
    };
  }

  private boolean hasNext() throws IOException {
    text.begin();
    return reader.hasNext();
  }

  private void take(long bytes) throws JsonException {
    if (!memory.take(bytes)) {
      throw memory.exceeded(path());
    }
  }

  private void refuseMore(int count, int most) throws JsonException {
    if (count == most) {
      throw JsonException.at("model.json.most", path().replaceFirst("\\[\\d+]$", ""), most, null);
    }
  }

  private void expect(JsonToken expected, JsonToken found, String kindKey) throws JsonException {
    if (found != expected) {
      throw wrongKind(kindKey, found);
    }
  }

  private JsonException wrongKind(String expectedKey, JsonToken found) {
    var foundKey =
        switch (found) {
          case BEGIN_OBJECT, END_OBJECT, NAME -> "model.kind.object";
          case BEGIN_ARRAY, END_ARRAY -> "model.kind.array";
          case STRING -> "model.kind.text";
          case NUMBER -> "model.kind.number";
          case BOOLEAN -> "model.kind.truth";
          case NULL, END_DOCUMENT -> "model.kind.nothing";
        };
    return JsonException.at("model.wrongKind", path(), new Word(expectedKey), new Word(foundKey));
  }

  private String path() {
    return reader.getPath().replaceFirst("^\\$\\.?", "");
  }

  private JsonException problem(String key) {
    return JsonException.at(key, path(), null, null);
  }

  private JsonException problem(String key, Throwable cause) {
    return new JsonException(Problem.at(key, Place.path(path()), null, null), cause);
  }
}
