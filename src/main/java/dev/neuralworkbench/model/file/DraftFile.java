package dev.neuralworkbench.model.file;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.RecordReader;
import dev.neuralworkbench.model.json.RecordWriter;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data and the choices of a document in which nothing is trained, kept for the case of a crash.
 * Not a model file: it predicts nothing.
 */
public final class DraftFile {

  private record Saved(SavedData data, Experiment draft, @Nullable List<SavedRun> runs) {

    Document read(Spot at) throws JsonException {
      var known = data.read(at.member("data"));
      ExperimentCheck.draft(at.member("draft"), draft, known);
      var document = new Document(known, draft, null);
      return runs == null
          ? document
          : document.withRuns(SavedRun.read(at.member("runs"), runs, known, null));
    }
  }

  private DraftFile() {}

  /**
   * Writes data and draft. A failure leaves an old file as it was.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Document document) throws IOException {
    var runs = SavedRun.of(document.runs(), document.data(), null);
    var saved = new Saved(SavedData.of(document.data()), document.draft(), runs);
    AtomicFile.write(file, text -> RecordWriter.write(FileMapping.MAPPING, saved, text, _ -> {}));
  }

  /**
   * Reads data and draft; rows that were typed are there again.
   *
   * @throws ModelFormatException if the file cannot be read
   */
  public static Document read(Path file) throws ModelFormatException {
    try (var text = Files.newBufferedReader(file)) {
      return RecordReader.read(FileMapping.MAPPING, text, Saved.class, Files.size(file))
          .read(Spot.ROOT);
    } catch (JsonException e) {
      throw new ModelFormatException(e.problem(), e);
    } catch (IOException e) {
      var place = Place.file(String.valueOf(file.getFileName()));
      throw new ModelFormatException(Problem.at("data.file.unreadable", place, null, null), e);
    }
  }
}
