package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.text.Sentences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows that predictions are compared with: drawn from the training rows, kept in the file. */
class BackgroundFileTest {

  @TempDir Path folder;

  private static Document document(int rows, boolean isFile) throws Exception {
    var random = new Random(4);
    var text = new StringBuilder("row,color,zip,y\n");
    for (var i = 0; i < rows; i++) {
      text.append(i % 7 == 0 ? "" : String.valueOf(random.nextInt(90) / 10.0))
          .append(i % 5 == 0 ? ",," : i % 2 == 0 ? ",red," : ",\"blue, dark\",")
          .append(i % 3 == 0 ? "007" : "0450")
          .append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    var table = TableReader.parse("t.csv", text.toString());
    var data =
        isFile ? DataReference.ofFile(table, ReadingChoices.NONE) : DataReference.ofTyped(table);
    return TrainedDocuments.trained(Document.of(data), 1);
  }

  private Document reopened(Document document) throws Exception {
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, document, "test");
    return ModelFile.read(file);
  }

  private static Model trained(Document document) {
    return Objects.requireNonNull(document.trained());
  }

  @Test
  void aHundredTrainingRowsAreDrawnAndKept() throws Exception {
    var document = document(300, true);
    var table = Objects.requireNonNull(document.data().table());
    var drawn = Background.of(trained(document), document.data()).orElseThrow();
    var training = RowSplit.of(document.draft().preparation(), table).training();
    assertEquals(100, drawn.rows().size());
    assertEquals(drawn.rows().stream().sorted().distinct().toList(), drawn.rows());
    for (var row : drawn.rows()) {
      assertTrue(IntStream.of(training).anyMatch(it -> it == row - 1), row + " is a training row");
    }
    var opened = reopened(document);
    assertNull(opened.data().table());
    var kept = Background.of(trained(opened), opened.data()).orElseThrow();
    assertEquals(drawn.rows(), kept.rows());
    var preprocessor = trained(opened).preprocessor();
    for (var i = 0; i < 100; i++) {
      var expected = RawRow.of(preprocessor, table, kept.rows().get(i) - 1);
      var found = RawRow.of(preprocessor, kept.values(), i);
      for (var input = 0; input < preprocessor.inputs().size(); input++) {
        assertEquals(expected.number(input), found.number(input));
        assertEquals(expected.text(input), found.text(input));
      }
    }
    assertTrue(Files.readString(folder.resolve("m.nnw")).contains("\"version\": 3"));
    assertEquals(drawn.rows(), trained(reopened(opened)).background().rows());
  }

  @Test
  void withFewTrainingRowsAllAreThere() throws Exception {
    var document = document(40, true);
    var table = Objects.requireNonNull(document.data().table());
    var training = RowSplit.of(document.draft().preparation(), table).training();
    assertEquals(
        IntStream.of(training).mapToObj(it -> it + 1).toList(),
        Background.of(trained(document), document.data()).orElseThrow().rows());
  }

  @Test
  void anotherSeedDrawsOthersAndTheTableInTheFileIsEnough() throws Exception {
    var document = document(300, false);
    var model = trained(document);
    var table = Objects.requireNonNull(document.data().table());
    var other =
        new Model(
            model.experiment().withTraining(model.experiment().training().withSeed(9)),
            model.preprocessor(),
            model.weights(),
            model.history(),
            null);
    assertFalse(Background.draw(model, table).rows().equals(Background.draw(other, table).rows()));
    var opened = reopened(document);
    assertFalse(Files.readString(folder.resolve("m.nnw")).contains("\"background\""));
    assertEquals(
        Background.draw(model, table).rows(),
        Background.of(trained(opened), opened.data()).orElseThrow().rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \\n7,      | \\n7.5,    | background.csv: expected a whole number within range, found 7.5.
          \\n7,      | \\n999,    | background.csv: expected at most 300, found 999.
          \\n7,      | \\n1,      | background.csv: expected at least 2, found 1.
          ,color,    | ,colour,   | background.csv: “color” is missing.
          \\n7,4.2   | \\n7,x     | background.csv
          ,007\\n7, | \\n7,     | background.csv: line 2: fewer cells than in the first line.
          red,007  | green,007 | background.csv: expected one of the categories, found “green”.
          ,3.1,    | ,"3.1,    | background.csv: line 2: a quotation
          """)
  void whatCannotBeIsRefused(String from, String to, String sentence) throws Exception {
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, document(300, true), "test");
    var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    var background = json.getAsJsonObject("background");
    var csv = background.get("csv").getAsString();
    var first = csv.lines().toList().get(1);
    // The first line has another number in each draw; these are written for 1 and 7.
    var lines = "_row,row,color,zip\n1,3.1,red,007\n7,4.2,red,007\n";
    assertTrue(csv.startsWith("_row,row,color,zip\n"), first);
    background.addProperty(
        "csv", lines.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n")));
    Files.writeString(file, json.toString());
    var refused = assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
    var said = Sentences.of(Locale.ENGLISH).sentence(refused.problem());
    assertTrue(said.contains(sentence), said);
  }
}
