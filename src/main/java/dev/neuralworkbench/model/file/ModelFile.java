package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.BoundedWriter;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.RecordReader;
import dev.neuralworkbench.model.json.RecordWriter;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.progress.ProgressStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The model file, {@code .nnw}: JSON in UTF-8 that people and Python can read. Opening one never
 * runs code and never touches another file.
 */
public final class ModelFile {

  /** What a model's file name ends with. */
  public static final String EXTENSION = ".nnw";

  /** Room for the largest network: 20 million weights, of which a checkpoint may have five. */
  static final long MOST_BYTES = 2_000_000_000;

  private ModelFile() {}

  /** Saves a document; see {@link #write(Path, Document, String, Progress)}. */
  public static FileStamp write(Path file, Document document, String program)
      throws NotSavedException {
    return write(file, document, program, Progress.NONE);
  }

  /**
   * Saves a document with its trained model. A failure at any point, or giving it up, leaves an old
   * file as it was.
   *
   * @param program name and version of the program, for the file
   * @param progress told of the numbers written
   * @return the stamp of what was written
   * @throws IllegalArgumentException if nothing is trained
   * @throws NotSavedException if the file cannot be written, or would be too large to be opened
   *     again; the old one is then still there
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static FileStamp write(Path file, Document document, String program, Progress progress)
      throws NotSavedException {
    return write(file, document, program, progress, MOST_BYTES);
  }

  static FileStamp write(Path file, Document document, String program, Progress progress, long most)
      throws NotSavedException {
    var name = String.valueOf(file.getFileName());
    return AtomicFile.write(
        file,
        text -> {
          var saved = SavedDocument.of(document, program);
          var size = RecordWriter.numbers(saved);
          RecordWriter.write(
              FileMapping.MAPPING,
              saved,
              new BoundedWriter(text, name, most),
              done -> progress.goOn(done, size));
        });
  }

  /**
   * What a document's file would say of it without its many numbers: no weights, history,
   * checkpoint, rows or runs. A program that adds these makes it a model file again.
   *
   * @param model the document's
   */
  public static String describe(Document document, Model model, String program) {
    return json(SavedDocument.described(document, model, program));
  }

  /**
   * Whether a file begins as a model does: a look at its first characters, so that what is no table
   * is not read as one.
   */
  public static boolean looksLikeModel(Path file) {
    return ModelHead.of(file).isModel();
  }

  /**
   * Refuses a model where a table is wanted.
   *
   * @throws TableFormatException if the file {@linkplain #looksLikeModel looks like a model}
   */
  public static void refuseAsTable(Path file) throws TableFormatException {
    if (looksLikeModel(file)) {
      var place = Place.file(String.valueOf(file.getFileName()));
      throw TableFormatException.at("model.notTable", place, null, null);
    }
  }

  /** A part of a document, such as its experiment or a list of names, as it stands in the file. */
  public static String json(Object part) {
    var text = new StringWriter();
    try {
      RecordWriter.write(FileMapping.MAPPING, part, text, _ -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes all that is written", e);
    }
    return text.toString();
  }

  /** Opens a document; see {@link #read(Path, Progress)}. */
  public static Document read(Path file) throws ModelFormatException {
    return read(file, Progress.NONE);
  }

  /**
   * Opens a document. Its data is there if it was embedded, generated or a sample of the program,
   * otherwise known by name and hash.
   *
   * @param progress told of the bytes read
   * @throws ModelFormatException if the file cannot be read or is no model of this program
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Document read(Path file, Progress progress) throws ModelFormatException {
    var name = String.valueOf(file.getFileName());
    try {
      var bytes = Files.size(file);
      if (Files.isDirectory(file)) {
        throw refusal("data.file.directory", null, null, null);
      } else if (bytes > MOST_BYTES) {
        throw refusal("model.file.tooLarge", MOST_BYTES, bytes, null);
      }
      try (var text = open(file, bytes, progress)) {
        return read(text, ModelHead.of(text), bytes);
      }
    } catch (JsonException e) {
      throw new ModelFormatException(e.problem().at(e.problem().place().in(name)), e);
    } catch (IOException e) {
      var key =
          switch (e) {
            case CharacterCodingException _ -> "model.json.encoding";
            case NoSuchFileException _ -> "data.file.absent";
            case AccessDeniedException _ -> "data.file.denied";
            default -> "data.file.unreadable";
          };
      throw new ModelFormatException(Problem.at(key, Place.file(name), null, null), e);
    }
  }

  private static Document read(Reader text, ModelHead head, long bytes)
      throws IOException, JsonException {
    if (head.isOther()) {
      throw refusal("model.notJson", null, null, null);
    } else if (head.version() > ModelHead.VERSION) {
      throw refusal("model.version", ModelHead.VERSION, head.version(), null);
    }
    try {
      return RecordReader.read(FileMapping.MAPPING, text, SavedDocument.class, bytes)
          .read(Spot.ROOT);
    } catch (JsonException e) {
      throw isForeign(head, e.problem()) ? refusal("model.format", null, null, e) : e;
    }
  }

  /** Whether a file says that it is something else, or nothing of what it is. */
  private static boolean isForeign(ModelHead head, Problem problem) {
    var isUnknown =
        "".equals(problem.place().path())
            && (problem.key().equals("model.surplus")
                || (problem.key().equals("model.missing") && "format".equals(problem.expected())));
    return !head.isModel() && (head.text().contains("\"format\"") || isUnknown);
  }

  private static Reader open(Path file, long bytes, Progress progress) throws IOException {
    // The decoder reports what is not UTF-8 instead of replacing it.
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = new ProgressStream(Files.newInputStream(file), bytes, progress);
    return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
  }

  private static JsonException refusal(
      String key, @Nullable Object expected, @Nullable Object found, @Nullable Exception cause) {
    return new JsonException(Problem.at(key, Place.NONE, expected, found), cause);
  }

  /**
   * The first characters of a file, which tell whether it is a model and of which version before
   * anything else is read.
   */
  record ModelHead(String text) {

    /** What a model says of itself. */
    static final String FORMAT = "neural-workbench";

    static final long VERSION = 5;

    static final int LENGTH = 1024;

    private static final Pattern MODEL =
        Pattern.compile("^\uFEFF?\\s*\\{.*\"format\"\\s*:\\s*\"" + FORMAT + "\"", Pattern.DOTALL);

    private static final Pattern NEXT_VERSION =
        Pattern.compile("\"version\"\\s*:\\s*(\\d{1,9})\\b");

    /**
     * The head of a text, which is then read from its start again.
     *
     * @param text a reader that can go back to a mark
     */
    static ModelHead of(Reader text) throws IOException {
      text.mark(LENGTH);
      var characters = new char[LENGTH];
      var count = 0;
      for (var read = 0; read >= 0 && count < LENGTH; count += Math.max(0, read)) {
        read = text.read(characters, count, LENGTH - count);
      }
      text.reset();
      return new ModelHead(new String(characters, 0, count));
    }

    /** The head of a file; nothing of one that is none, such as a pipe, which can be read once. */
    static ModelHead of(Path file) {
      if (!Files.isRegularFile(file)) {
        return new ModelHead("");
      }
      try (var in = Files.newInputStream(file)) {
        return new ModelHead(new String(in.readNBytes(LENGTH), StandardCharsets.UTF_8));
      } catch (IOException e) {
        return new ModelHead("");
      }
    }

    boolean isModel() {
      return MODEL.matcher(text).find();
    }

    /** Whether it cannot be JSON of an object or array, such as a table. */
    boolean isOther() {
      var start = text.replace("\uFEFF", "").strip();
      return !start.isEmpty() && !start.startsWith("{") && !start.startsWith("[");
    }

    /** The version that it says it has; the oldest where it says none. */
    long version() {
      var matcher = NEXT_VERSION.matcher(text);
      return isModel() && matcher.find() ? Long.parseLong(matcher.group(1)) : 1;
    }
  }
}
