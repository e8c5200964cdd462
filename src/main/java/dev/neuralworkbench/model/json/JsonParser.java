package dev.neuralworkbench.model.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into a tree: strictly, and within limits that hold before anything is allocated for
 * what a file merely declares.
 */
public final class JsonParser {

  /** Deepest nesting; a model file needs 8. */
  private static final int DEPTH = 32;

  /** Most values other than the numbers of an array. */
  private static final int VALUES = 4_000_000;

  /** Most numbers in arrays: 20 million parameters with all that a checkpoint keeps of them. */
  private static final int NUMBERS = 150_000_000;

  private final JsonReader reader;
  private final Set<String> singlePrecision;
  private int values;
  private int numbers;

  private JsonParser(Reader text, Set<String> singlePrecision) {
    reader = new JsonReader(text);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
    this.singlePrecision = singlePrecision;
  }

  /**
   * Reads one value and nothing after it.
   *
   * @param singlePrecision names of members whose numbers, in arrays of any depth, are kept in
   *     single precision
   * @throws JsonException if the text is no JSON, ends too early, or is over a limit
   */
  public static Json parse(Reader text, Set<String> singlePrecision)
      throws IOException, JsonException {
    var parser = new JsonParser(text, singlePrecision);
    try {
      var value = parser.value(false);
      if (parser.reader.peek() != JsonToken.END_DOCUMENT) {
        throw parser.problem("model.json.more", null);
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
    }
  }

  private Json value(boolean single) throws IOException, JsonException {
    if (++values > VALUES) {
      throw problem("model.json.tooMuch", null);
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> members();
      case BEGIN_ARRAY -> array(single);
      case STRING -> new Json.Text(reader.nextString());
      case BOOLEAN -> new Json.Truth(reader.nextBoolean());
      case NUMBER -> new Json.Digits(reader.nextString());
      case NULL, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
          throw problem("model.json.null", null);
    };
  }

  private Json members() throws IOException, JsonException {
    var members = new Json.Members();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = reader.nextName();
      if (members.members().containsKey(name)) {
        throw problem("model.json.duplicate", null);
      }
      members.with(name, value(singlePrecision.contains(name)));
    }
    reader.endObject();
    return members;
  }

  private Json array(boolean single) throws IOException, JsonException {
    reader.beginArray();
    var first = reader.peek();
    Json array;
    if (first == JsonToken.NUMBER || first == JsonToken.NULL) {
      array = single ? floats() : doubles();
    } else {
      var items = new ArrayList<Json>();
      while (reader.hasNext()) {
        items.add(value(single));
      }
      array = new Json.Items(items);
    }
    reader.endArray();
    return array;
  }

  private Json doubles() throws IOException, JsonException {
    var numbers = new double[16];
    var count = 0;
    while (reader.hasNext()) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number();
    }
    return new Json.Doubles(Arrays.copyOf(numbers, count));
  }

  private Json floats() throws IOException, JsonException {
    var numbers = new float[16];
    var count = 0;
    while (reader.hasNext()) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = (float) number();
    }
    return new Json.Floats(Arrays.copyOf(numbers, count));
  }

  private double number() throws IOException, JsonException {
    if (++numbers > NUMBERS) {
      throw problem("model.json.tooMuch", null);
    }
    return switch (reader.peek()) {
      case NUMBER -> Double.parseDouble(reader.nextString());
      case NULL -> {
        reader.nextNull();
        yield Double.NaN;
      }
      default -> throw problem("model.json.mixed", null);
    };
  }

  private JsonException problem(String key, @Nullable Throwable cause) {
    var path = reader.getPath();
    return new JsonException(
        Problem.at(key, Place.path(path.replaceFirst("^\\$\\.?", "")), null, null), cause);
  }
}
