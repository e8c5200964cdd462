package dev.neuralworkbench.exchange.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.exchange.ExportFormat;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainedDocuments;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in an exported script; {@code src/test/exchange} runs them. */
class ScriptTest {

  /** What would end a literal of Python, or begin something in a template or another language. */
  private static final List<String> HOSTILE =
      List.of(
          "x''' + exit() + r'''",
          "\"\"\"\\",
          "{{json}}",
          "#weights",
          "</script>",
          "=cmd()",
          "a\u2028\u202e\ud83d\ude00",
          "back\\");

  private static String script(ExportFormat format, Document document) throws Exception {
    var out = new ByteArrayOutputStream();
    format.write(document, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String between(String text, String begin, String end) {
    var from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static JsonObject json(String script) {
    return JsonParser.parseString(between(script, "json.loads(r'''", "'''")).getAsJsonObject();
  }

  private static void assertHas(String script, String... texts) {
    for (var text : texts) {
      assertTrue(script.contains(text), text);
    }
  }

  private static void assertLacks(String script, String... texts) {
    for (var text : texts) {
      assertFalse(script.contains(text), text);
    }
  }

  @Test
  void holdsWhatItsModelNeedsAndNothingElse() throws Exception {
    var document = TrainedDocuments.iris();

    var numpy = script(ExportFormat.NUMPY, document);
    assertHas(numpy, "\"relu\": lambda", "def softmax(z)");
    assertLacks(numpy, "gelu", "one_hot", "engineered", "decision", "#?", "#[", "#]", "#include");
    assertLacks(numpy, "\"background\"", "\"experiment\"", "\n\n\n\n");
    var pytorch = script(ExportFormat.PYTORCH, document);
    assertHas(pytorch, "torch.optim.Adam(", "\"relu\": nn.ReLU", "z.softmax(1)");
    assertLacks(pytorch, "AdamW", "nn.GELU", "renorm", "clipNorm\"]", "#?", "#[", "#]", "#include");
    assertLacks(pytorch, "\"background\"", "\"checkpoint\":", "\n\n\n\n");
  }

  @Test
  void aNumberIsPutBackIntoItsUnits() throws Exception {
    var script = script(ExportFormat.NUMPY, TrainedDocuments.diabetes());

    assertHas(script, "target[\"offset\"] + target[\"scale\"] * y");
    assertLacks(script, "def probabilities");
  }

  @ParameterizedTest
  @EnumSource(names = {"NUMPY", "PYTORCH"})
  void holdsTheWeightsBitByBit(ExportFormat format) throws Exception {
    var document = TrainedDocuments.iris();
    var script = script(format, document);
    var base64 = between(script, "b64decode(\"\"\"", "\"\"\"");

    var held =
        ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    var layers = json(script).getAsJsonObject("network").getAsJsonArray("layers").iterator();

    for (var layer : Objects.requireNonNull(document.trained()).weights().layers()) {
      for (var of : List.of(layer.weights(), layer.bias())) {
        for (var number : of) {
          assertEquals(number, held.getFloat());
        }
      }
      var size = layers.next().getAsJsonObject();
      assertEquals(layer.inputs(), size.get("inputs").getAsInt());
      assertEquals(layer.units(), size.get("units").getAsInt());
    }
    assertFalse(held.hasRemaining());
  }

  @ParameterizedTest
  @EnumSource(names = {"NUMPY", "PYTORCH"})
  void aNameIsNeverCode(ExportFormat format) throws Exception {
    var rows = new StringWriter();
    var names = Stream.concat(HOSTILE.stream(), Stream.of("kind")).toList();
    TableWriter.lines(names, IntStream.range(0, 40).mapToObj(ScriptTest::row), rows);
    var table = TableReader.parse("typed", rows.toString());
    var document = TrainedDocuments.trained(Document.of(DataReference.ofTyped(table)), 1);

    var script = script(format, document);

    var literal = between(script, "json.loads(r'''", "'''");
    var isPlain = literal.chars().allMatch(c -> c <= '~' || Character.isLetterOrDigit(c));
    assertTrue(isPlain && literal.indexOf('\'') < 0, literal);
    var learned = json(script).getAsJsonObject("preprocessor");
    assertEquals(
        HOSTILE,
        learned.getAsJsonArray("inputs").asList().stream()
            .map(it -> it.getAsJsonObject().get("name").getAsString())
            .toList());
    var classes = learned.getAsJsonObject("target").getAsJsonArray("classes").asList();
    assertEquals(
        Set.of(HOSTILE.get(0), HOSTILE.get(1)),
        classes.stream().map(JsonElement::getAsString).collect(Collectors.toSet()));
    assertLacks(script.replace(literal, ""), "exit() +", "</script>");
  }

  private static List<String> row(int i) {
    var numbers = HOSTILE.stream().map(it -> String.valueOf(i * (it.hashCode() % 89) % 97));
    return Stream.concat(numbers, Stream.of(HOSTILE.get(i % 2))).toList();
  }
}
