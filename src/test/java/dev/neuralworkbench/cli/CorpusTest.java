package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of a corpus of nasty ones is read as pandas reads it with explicit options, or refused
 * in words, or the program says what is doubtful and an option puts it right.
 */
class CorpusTest {

  /** Share of the files that are to be right untouched. */
  private static final double UNTOUCHED = 0.95;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private static Path folder() {
    try {
      return Path.of(CorpusTest.class.getResource("/corpus").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject expected() throws IOException {
    var text = Files.readString(folder().resolve("expected.json"));
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static Stream<JsonObject> entries(String member) throws IOException {
    return StreamSupport.stream(expected().getAsJsonArray(member).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  static Stream<String> files() throws IOException {
    return entries("files").map(CorpusTest::name);
  }

  static Stream<String> bad() throws IOException {
    return entries("bad").map(CorpusTest::name);
  }

  private static String name(JsonObject entry) {
    return entry.get("file").getAsString();
  }

  private static JsonObject entry(String name) throws IOException {
    return entries("files").filter(it -> name(it).equals(name)).findFirst().orElseThrow();
  }

  /** What a call prints of a file; null where it is refused. */
  private @Nullable JsonObject inspected(String name, List<String> options) {
    var call = new ArrayList<>(List.of("inspect", folder().resolve(name).toString()));
    call.addAll(List.of("--json", "--rows", "1000"));
    call.addAll(options);
    return calls.call(call.toArray(String[]::new)) == 0
        ? JsonParser.parseString(calls.out()).getAsJsonObject()
        : null;
  }

  private static List<String> options(JsonObject entry) {
    var given = entry.getAsJsonArray("options");
    return given == null ? List.of() : given.asList().stream().map(it -> it.getAsString()).toList();
  }

  /** Names, types and values of all columns, comparable. */
  private static List<String> cells(JsonArray columns) {
    var lines = new ArrayList<String>();
    for (var column : columns) {
      var object = column.getAsJsonObject();
      var isNumber = object.get("type").getAsString().equals("number");
      var line = new StringBuilder(object.get("name").getAsString());
      line.append(" (").append(object.get("type").getAsString()).append(')');
      for (var value : object.getAsJsonArray("values")) {
        line.append(" | ")
            .append(
                value.isJsonNull()
                    ? "\u2205"
                    : isNumber ? rounded(value.getAsDouble()) : value.getAsString());
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Of texts within workbooks, pandas may miss the last bit. */
  private static String rounded(double value) {
    return new BigDecimal(value).round(new MathContext(15)).toEngineeringString();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAsPandasReadsIt(String name) throws IOException {
    var entry = entry(name);
    var right = String.join("\n", cells(entry.getAsJsonArray("columns")));
    var options = options(entry);
    var read = inspected(name, options);
    assertTrue(read != null, () -> calls.err());
    assertEquals(right, String.join("\n", cells(read.getAsJsonArray("columns"))));
    if (!options.isEmpty()) {
      var untouched = inspected(name, List.of());
      if (entry.has("refused")) {
        assertTrue(untouched == null, "to be refused");
      } else {
        assertTrue(untouched != null, () -> calls.err());
        var doubts = untouched.getAsJsonObject("reading").getAsJsonArray("doubts");
        assertFalse(doubts.isEmpty(), "wrong without a word");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  void badFilesAreRefusedInWords(String name) {
    assertEquals(1, calls.call("inspect", folder().resolve(name).toString()), () -> calls.out());
    assertTrue(calls.err().contains(name), () -> calls.err());
    assertFalse(calls.err().contains("Exception"), () -> calls.err());
  }

  @Test
  void mostFilesNeedNothing() throws IOException {
    var all = entries("files").count();
    var untouched = entries("files").filter(it -> options(it).isEmpty()).count();
    assertTrue(all >= 80, "a corpus of " + all);
    assertTrue(untouched >= UNTOUCHED * all, untouched + " of " + all);
  }
}
