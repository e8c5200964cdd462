package dev.neuralworkbench.model.file;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonParser;
import dev.neuralworkbench.model.json.JsonPrinter;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data and the choices of a document in which nothing is trained, kept for the case of a crash.
 * Not a model file: it predicts nothing.
 */
public final class DraftFile {

  private static final Outline OUTLINE =
      new Outline.Members()
          .with("data", DataJson.outline())
          .with("draft", FileMapping.MAPPING.outline(Experiment.class))
          .with("runs", RunsJson.outline());

  private DraftFile() {}

  /**
   * Writes data and draft. A failure leaves an old file as it was.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Document document) throws IOException {
    var tree =
        new Json.Members()
            .with("data", DataJson.write(document.data()))
            .with("draft", FileMapping.MAPPING.write(document.draft()))
            .with("runs", RunsJson.write(document.runs(), document.data(), null));
    AtomicFile.write(file, text -> JsonPrinter.print(tree, text));
  }

  /**
   * Reads data and draft; rows that were typed are there again.
   *
   * @throws ModelFormatException if the file cannot be read
   */
  public static Document read(Path file) throws ModelFormatException {
    try (var text = Files.newBufferedReader(file)) {
      return read(JsonView.of(JsonParser.parse(text, OUTLINE, Files.size(file))));
    } catch (JsonException e) {
      throw new ModelFormatException(e.problem(), e);
    } catch (IOException e) {
      var place = Place.file(String.valueOf(file.getFileName()));
      throw new ModelFormatException(Problem.at("data.file.unreadable", place, null, null), e);
    }
  }

  private static Document read(JsonView file) throws JsonException {
    var data = DataJson.read(file.member("data"));
    var draft = ExperimentJson.draft(file.member("draft"), data);
    var runs = file.optional("runs");
    var document = new Document(data, draft, null);
    if (runs.isPresent()) {
      document = document.withRuns(RunsJson.read(runs.get(), data, null));
    }
    file.end();
    return document;
  }
}
