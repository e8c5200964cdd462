package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.json.JsonFormat;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.exchange.onnx.OnnxImport;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.ReadingWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Opens what a command's words name: data files, samples, models. */
final class CommandInputs {

  /** Stands for the standard input where a command takes a table. */
  private static final String STANDARD_INPUT = "-";

  private CommandInputs() {}

  /** The data of a file, or of a sample where there is no file of that name. */
  static DataReference data(String name, ReadingOptions options, Terminal terminal) {
    return data(name, new TableReader(), ReadingChoices.NONE, options, terminal);
  }

  /** The same for a model, whose categories are read as they are written. */
  static DataReference data(
      String name,
      Document document,
      ChosenMapping mapping,
      ReadingOptions options,
      Terminal terminal) {
    var preprocessor = trained(document).preprocessor();
    var texts = preprocessor.textColumns();
    var known = document.data().textColumns();
    var isText = mapping.isText().or(texts::contains).or(known::contains);
    var usual = document.data().source().usualDecimal();
    var reader =
        new TableReader()
            .withText(isText)
            .withUsualDecimal(usual)
            .withPictures(preprocessor.pictureSide());
    return data(name, reader, reading(name, document.data(), terminal), options, terminal);
  }

  private static DataReference data(
      String name,
      TableReader reader,
      ReadingChoices before,
      ReadingOptions options,
      Terminal terminal) {
    var choices = options.change(before);
    var data =
        sample(name)
            .map(DataReference::of)
            .orElseGet(() -> DataReference.ofFile(table(name, reader, choices, terminal), choices));
    options.check(table(data));
    return data;
  }

  /** Rows to be predicted or judged, of a file or a sample; a single column is enough. */
  static Table rows(
      String name,
      Document document,
      ChosenMapping mapping,
      ReadingOptions options,
      Terminal terminal) {
    var preprocessor = trained(document).preprocessor();
    var reader =
        TableReader.forPrediction()
            .withText(preprocessor.isText().or(mapping.isText()))
            .withUsualDecimal(document.data().source().usualDecimal())
            .withPictures(preprocessor.pictureSide());
    var choices = options.change(reading(name, document.data(), terminal));
    var table =
        sample(name).map(Sample::table).orElseGet(() -> table(name, reader, choices, terminal));
    options.check(table);
    return mapping.in(table);
  }

  /** The model's own table is read as it was; of another one only the cells are. */
  private static ReadingChoices reading(String name, DataReference data, Terminal terminal) {
    var before = data.source().choices();
    var isOwn = name(name, terminal).equals(data.name());
    return isOwn ? before : before.ofCells();
  }

  /** Tells beside the result how a file was read as a table, what is doubtful first. */
  static void tellReading(String name, Table table, Terminal terminal) {
    var reading = table.reading();
    if (reading != null && sample(name).isEmpty()) {
      ReadingWords.sentences(reading, true, terminal.words()).forEach(terminal.err()::println);
      terminal.err().flush();
    }
  }

  private static Optional<Sample> sample(String name) {
    return Sample.named(name).filter(_ -> !Files.exists(Path.of(name)));
  }

  /** A table as it is read, without what a command or a model knows of it. */
  static Table table(String name, TableReader reader, ReadingChoices choices, Terminal terminal) {
    try {
      if (name.equals(STANDARD_INPUT)) {
        return reader
            .with(choices)
            .readOnce(terminal::standardInput, name(name, terminal), Progress.NONE);
      }
      terminal.tellOfWaiting(Path.of(name));
      ModelFile.refuseAsTable(Path.of(name));
      return reader.with(choices).withPipes().read(Path.of(name), Progress.NONE);
    } catch (TableFormatException e) {
      throw failure(e);
    }
  }

  /** Where objects stand in the place of cells, an option can flatten them. */
  private static CommandFailure failure(TableFormatException e) {
    var problem = e.problem();
    return problem.key().equals(JsonFormat.NESTED)
        ? CommandFailure.of(
            Problem.at("cli.nested", problem.place(), problem.expected(), problem.found()), e)
        : CommandFailure.of(problem, e);
  }

  /** What a table is called in sentences. */
  private static String name(String name, Terminal terminal) {
    return name.equals(STANDARD_INPUT)
        ? terminal.words().text("cli.stdin")
        : TableSource.of(Path.of(name)).name();
  }

  static Document document(String name) {
    if (name.equals(STANDARD_INPUT)) {
      throw CommandFailure.of("cli.stdin.model", null, null);
    }
    if (OnnxImport.isOne(Path.of(name)) && Files.isRegularFile(Path.of(name))) {
      throw CommandFailure.of(Problem.at("cli.onnx.model", Place.file(name), null, null));
    }
    try {
      return ModelFile.read(Path.of(name));
    } catch (ModelFormatException e) {
      throw CommandFailure.of(e.problem(), e);
    }
  }

  /**
   * A model and data, named in either order.
   *
   * @param model the model file's name
   * @param data the data file's or sample's name
   */
  record Pair(String model, String data) {

    /**
     * Tells which of two names is the model: by its ending, otherwise by its first character. Where
     * neither is one, the first was meant to be.
     */
    static Pair of(String first, String second) {
      var swapped =
          hasEnding(first) == hasEnding(second)
              ? !looksLikeModel(first) && looksLikeModel(second)
              : hasEnding(second);
      return swapped ? new Pair(second, first) : new Pair(first, second);
    }

    private static boolean hasEnding(String name) {
      return name.toLowerCase(Locale.ROOT).endsWith(ModelFile.EXTENSION);
    }

    private static boolean looksLikeModel(String name) {
      try (var text = Files.newBufferedReader(Path.of(name), StandardCharsets.ISO_8859_1)) {
        return text.read() == '{';
      } catch (IOException e) {
        return false;
      }
    }
  }

  /** The trained model of a model file, which always has one. */
  static Model trained(Document document) {
    return Objects.requireNonNull(document.trained(), "a model file without a model");
  }

  /** The rows of data that were just read. */
  static Table table(DataReference data) {
    return Objects.requireNonNull(data.table(), "just read");
  }

  /**
   * Refuses data that are not a document's own.
   *
   * @param name what they are called in the sentence
   */
  static void refuseOther(DataReference data, String name, Document document) {
    if (!data.hash().equals(document.data().hash())) {
      var place = Place.file(name);
      throw CommandFailure.of(Problem.at("cli.otherData", place, document.data().name(), null));
    }
  }
}
