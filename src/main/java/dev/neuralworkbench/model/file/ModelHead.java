package dev.neuralworkbench.model.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The first characters of a file, which tell whether it is a model and of which version before
 * anything else is read.
 */
record ModelHead(String text) {

  /** What a model says of itself. */
  static final String FORMAT = "neural-workbench";

  static final long VERSION = 2;

  static final int LENGTH = 1024;

  private static final Pattern MODEL =
      Pattern.compile("^\uFEFF?\\s*\\{.*\"format\"\\s*:\\s*\"" + FORMAT + "\"", Pattern.DOTALL);

  private static final Pattern NEXT_VERSION = Pattern.compile("\"version\"\\s*:\\s*(\\d{1,9})\\b");

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
